/**
 * Files by their sha256, handed in piece by piece (tus 1.0.0). What arrives lies in `uploads`; when the last byte is
 * there and the sha is right, it moves to `files` and the database is told.
 */
import { FileStore } from '@tus/file-store';
import { ERRORS, Server, type Upload } from '@tus/server';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Central } from '../central.ts';
import { write } from '../database/write.ts';
import { problem } from '../problem.ts';
import { limits } from '../wire/rules.ts';

const keptMs = 30 * 24 * 3_600_000;

export interface Offered {
  office: string;
  sha256: string;
  size: number;
}

export class Files {
  readonly #central: Central;
  readonly #uploads: string;
  readonly #files: string;
  #made: Server | null = null;

  constructor(central: Central, dataDir: string) {
    this.#central = central;
    this.#uploads = join(dataDir, 'uploads');
    this.#files = join(dataDir, 'files');
  }

  /** Made when the first file is offered: its constructor touches the disk behind our back. */
  get #tus(): Server {
    this.#made ??= new Server({
      path: '/sync/v1/files',
      datastore: new FileStore({ directory: this.#uploads, expirationPeriodInMilliseconds: keptMs }),
      maxSize: limits.fileBytes,
      relativeLocation: true,
      allowedOrigins: [],
      // The office stands before the name, so that no office reaches into the uploads of another.
      getFileIdFromRequest: request => uploadName(request),
      namingFunction: request => uploadName(request),
      generateUrl: (request, { path }) => `${path}/${uploadName(request).split('-')[1]}`,
      onUploadFinish: async (_request, upload) => {
        await this.#keep(upload);
        return {};
      },
    });
    return this.#made;
  }

  /** M9. Hands the request to tus, under the name of office and sha. @throws `sync.full` */
  async answer(request: Request, { office, sha256 }: Pick<Offered, 'office' | 'sha256'>): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set(nameHeader, `${office}-${sha256}`);
    // Taken apart and made anew: what a listening server hands in is no Request that another can be made from.
    const { method, body } = request;
    const named = new Request(request.url, { method, headers, body, duplex: 'half' } as RequestInit);
    const response = await this.#tus.handleWeb(named);
    // Why it could not write, tus keeps to itself.
    if (response.status === 500 && (await this.#isFull())) throw problem.sync.full({ retry_after_s: 300 });
    return response;
  }

  /** No room for another piece. */
  async #isFull(): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.#uploads);
    return bavail * bsize < limits.patchBytes;
  }

  /** How much of an offered file is here already. @throws `files.quota` when there is no room for it. */
  async isThere({ office, sha256, size }: Offered): Promise<'whole' | 'begun' | 'unknown'> {
    if (await this.find(office, sha256)) return 'whole';
    const begun = await this.#tus.datastore.getUpload(`${office}-${sha256}`).catch(() => null);
    if (begun?.size === size) return 'begun';
    const { room } = await this.#central.db
      .selectFrom('file')
      .select(eb => eb.fn.coalesce(eb.fn.sum<string>('size'), eb.lit(0)).as('room'))
      .where('office_id', '=', office)
      .executeTakeFirstOrThrow();
    if (Number(room) + size > this.#central.settings.fileRoom) throw problem.files.quota();
    return 'unknown';
  }

  /** The path of a whole file; null when it is not there, or its bytes are gone. */
  async find(office: string, sha256: string): Promise<{ path: string; mime: string; size: number } | null> {
    const known = await this.#central.db
      .selectFrom('file')
      .select(['size', 'mime'])
      .where('office_id', '=', office)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    const path = this.path(office, sha256);
    return known && existsSync(path) && statSync(path).size === known.size ? { path, ...known } : null;
  }

  path(office: string, sha256: string): string {
    return join(this.#files, office, sha256.slice(0, 2), sha256);
  }

  /** Drops uploads that nobody went on with for 30 days. */
  async forgetOld(): Promise<void> {
    if (existsSync(this.#uploads)) await this.#tus.datastore.deleteExpired();
  }

  /** The bytes as they were stored are what is checked. @throws `files.mismatch`; they are thrown away then. */
  async #keep(upload: Upload): Promise<void> {
    const [office, sha256] = upload.id.split('-') as [string, string];
    const received = join(this.#uploads, upload.id);
    const digest = createHash('sha256');
    await pipeline(createReadStream(received), digest);
    if (digest.digest('hex') !== sha256) {
      await this.#tus.datastore.remove(upload.id);
      // Words that tus understands; the route puts them as a problem.
      throw { status_code: 422, body: 'mismatch' };
    }
    const path = this.path(office, sha256);
    mkdirSync(dirname(path), { recursive: true });
    renameSync(received, path);
    // The office hears that it arrived and never sends it again: a power cut must not leave a name without bytes.
    const file = await open(path, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    rmSync(`${received}.json`, { force: true });
    await this.note(office, sha256, upload.metadata?.['mime'] ?? '');
  }

  /** Says that a file is whole, once it is at its path. */
  async note(office: string, sha256: string, mime: string): Promise<void> {
    const { size } = statSync(this.path(office, sha256));
    await write(this.#central, tx =>
      tx
        .insertInto('file')
        .values({
          office_id: office,
          sha256,
          size,
          mime: mimeShape.test(mime) ? mime : 'application/octet-stream',
          stored_at: this.#central.now(),
        })
        .onConflict(one => one.doNothing())
        .execute(),
    );
    this.#central.meters.bytes.inc({ kind: 'file' }, size);
  }
}

const mimeShape = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/;

const nameHeader = 'x-upload-name';

function uploadName(request: { headers: Headers }): string {
  const name = request.headers.get(nameHeader);
  if (!name) throw ERRORS.FILE_NOT_FOUND;
  return name;
}

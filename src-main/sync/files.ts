/**
 * Files to and from headquarters, named by their sha256 (docs/sync-protocol.md §8): tus 1.0 up, ranges down. Nothing
 * need be remembered to resume: headquarters says how much it has, the disk says how much is here.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { v4 as uuid } from 'uuid';
import { limits } from '../../src-central/wire/rules.ts';
import type { Db } from '../database/open.ts';
import { keepBooks, type Books } from '../database/write.ts';
import type { Station } from '../station.ts';
import { Refusal, type Headquarters } from './headquarters.ts';
import { LinkFailure, type Answer } from './link.ts';
import { syncProblem } from './problem.ts';

const pieceBytes = 256 * 1024;
/** Bytes that do not fit their sha are sent once more, not for ever. */
const mostTries = 2;

export class FileCourier {
  readonly dir: string;
  #station: Station;

  constructor(station: Station, dataDir: string) {
    this.#station = station;
    this.dir = join(dataDir, 'files');
  }

  pathOf(sha256: string): string {
    return join(this.dir, sha256);
  }

  /** Takes a file into the office's store, where the same bytes lie once. @returns its name. */
  async keep(path: string): Promise<{ sha256: string; size: number }> {
    mkdirSync(this.dir, { recursive: true, mode: 0o700 });
    const sha256 = await shaOf(path);
    const part = `${this.pathOf(sha256)}.part`;
    if (!existsSync(this.pathOf(sha256))) {
      await pipeline(createReadStream(path), createWriteStream(part, { mode: 0o600, flush: true }));
      renameSync(part, this.pathOf(sha256));
    }
    return { sha256, size: statSync(this.pathOf(sha256)).size };
  }

  /** The same with what a screen hands in, while it comes. @throws `sync.fileTooLarge`, `sync.fileEmpty` */
  async take(body: ReadableStream<Uint8Array>): Promise<{ sha256: string; size: number }> {
    mkdirSync(this.dir, { recursive: true, mode: 0o700 });
    const part = join(this.dir, `${uuid()}.part`);
    const digest = createHash('sha256');
    let size = 0;
    try {
      await pipeline(
        Readable.fromWeb(body as never),
        async function* (source: AsyncIterable<Uint8Array>) {
          for await (const piece of source) {
            size += piece.length;
            if (size > limits.fileBytes)
              throw syncProblem.fileTooLarge({ mostMegabytes: limits.fileBytes / 2 ** 20 });
            digest.update(piece);
            yield piece;
          }
        },
        createWriteStream(part, { mode: 0o600, flush: true }),
      );
      if (size === 0) throw syncProblem.fileEmpty();
      const sha256 = digest.digest('hex');
      renameSync(part, this.pathOf(sha256));
      return { sha256, size };
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  }

  async run(headquarters: Headquarters, atPiece: () => void | Promise<void>): Promise<void> {
    for (const file of await waitingFiles(this.#station.db)) {
      // Somebody cleared the folder: it is not to hold up every errand after it.
      if (file.dir === 'up' && !existsSync(this.pathOf(file.sha256)))
        await this.#settle(file.sha256, 'up', 'refused');
      else if (file.dir === 'up') await this.#send(headquarters, file, atPiece);
      else await this.#fetch(headquarters, file, atPiece);
    }
  }

  async #send(
    headquarters: Headquarters,
    { sha256, size, mime, tries }: Waiting,
    atPiece: () => void | Promise<void>,
  ): Promise<void> {
    const metadata = `sha256 ${base64(sha256)},mime ${base64(mime)}`;
    const begin = () =>
      headquarters.tus('POST', '/files', {
        headers: { 'upload-length': String(size), 'upload-metadata': metadata },
      });
    let state = await headquarters.tus('HEAD', `/files/${sha256}`, {});
    if (state.status === 404) {
      const begun = await begin();
      if (begun.status === 413) return this.#settle(sha256, 'up', 'refused');
      if (begun.status === 200) return this.#settle(sha256, 'up', 'done');
      if (begun.status >= 300) throw new Refusal(begun);
      state = begun;
    }
    const file = await open(this.pathOf(sha256));
    try {
      for (let offset = offsetOf(state); offset < size;) {
        const piece = Buffer.alloc(Math.min(pieceBytes, size - offset));
        await file.read(piece, 0, piece.length, offset);
        const answer = await headquarters.tus('PATCH', `/files/${sha256}`, {
          headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
          body: piece,
        });
        await atPiece();
        if (answer.status === 422)
          return this.#settle(sha256, 'up', tries + 1 >= mostTries ? 'refused' : 'waiting');
        // Another process, or an answer that was lost, has moved it: ask where it stands.
        if (answer.status === 409) offset = offsetOf(await headquarters.tus('HEAD', `/files/${sha256}`, {}));
        else if (answer.status >= 300) throw new Refusal(answer);
        else offset = offsetOf(answer);
      }
    } finally {
      await file.close();
    }
    await this.#settle(sha256, 'up', 'done');
  }

  async #fetch(
    headquarters: Headquarters,
    { sha256, size, tries }: Waiting,
    atPiece: () => void | Promise<void>,
  ): Promise<void> {
    mkdirSync(this.dir, { recursive: true, mode: 0o700 });
    const part = `${this.pathOf(sha256)}.part`;
    const from = existsSync(part) ? statSync(part).size : 0;
    if (from < size && !(await headquarters.fetchInto(part, `/files/${sha256}`, from)))
      await headquarters.fetchInto(part, `/files/${sha256}`, 0);
    await atPiece();
    if ((await shaOf(part)) !== sha256) {
      rmSync(part);
      return this.#settle(sha256, 'down', tries + 1 >= mostTries ? 'refused' : 'waiting');
    }
    renameSync(part, this.pathOf(sha256));
    await this.#settle(sha256, 'down', 'done');
  }

  async #settle(sha256: string, dir: 'up' | 'down', state: 'waiting' | 'done' | 'refused'): Promise<void> {
    await keepBooks(this.#station, books =>
      books
        .updateTable('sync_file')
        .set(eb => ({ state, tries: eb('tries', '+', 1) }))
        .where('sha256', '=', sha256)
        .where('dir', '=', dir)
        .execute(),
    );
  }
}

interface Waiting {
  sha256: string;
  dir: 'up' | 'down';
  size: number;
  mime: string;
  tries: number;
}

export function waitingFiles(db: Db): Promise<Waiting[]> {
  return db
    .selectFrom('sync_file')
    .select(['sha256', 'dir', 'size', 'mime', 'tries'])
    .where('state', '=', 'waiting')
    .orderBy('size')
    .execute();
}

/** Asked for in the transaction of the row that names the file. */
export async function queueFile(
  books: Books,
  file: { sha256: string; dir: 'up' | 'down'; size: number; mime: string },
): Promise<void> {
  await books
    .insertInto('sync_file')
    .values({ ...file, state: 'waiting' })
    .onConflict(one => one.doNothing())
    .execute();
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

function offsetOf(answer: Answer): number {
  const offset = Number(answer.headers['upload-offset'] ?? 0);
  if (!Number.isSafeInteger(offset) || offset < 0)
    throw new LinkFailure('unclear', 'no offset in the answer');
  return offset;
}

async function shaOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex');
}

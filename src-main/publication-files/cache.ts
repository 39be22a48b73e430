/**
 * Covers and PDFs of publications, fetched when somebody asks for them and kept in the data folder up to a bound.
 *
 * Nothing waits for a network that is not there: an address that failed, and a host that did not answer, are left
 * alone for a while. The least recently used files make room for new ones.
 */
import { hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { browserAgent } from '../imports/webapi.ts';
import { typeOf, webAddress, type FileKind } from './rules.ts';

export interface FileBounds {
  /** Of one file, in bytes. */
  largest: number;
  /** Of all files together, in bytes. */
  total: number;
}

export interface PublicationFilesOptions {
  bounds: Record<FileKind, FileBounds>;
  timeoutMs: number;
  /** How long an address that failed is not asked again. */
  restMs: number;
}

export const usualFiles: PublicationFilesOptions = {
  bounds: {
    cover: { largest: 5 * 1024 ** 2, total: 500 * 1024 ** 2 },
    pdf: { largest: 400 * 1024 ** 2, total: 5 * 1024 ** 3 },
  },
  timeoutMs: 60_000,
  restMs: 5 * 60_000,
};

export interface KeptFile {
  path: string;
  type: string;
  bytes: number;
}

/** More at once would take the office's line from the visitors. */
const mostAtOnce = 4;

export class PublicationFiles {
  #dir: string;
  #options: PublicationFilesOptions;
  #underway = new Map<string, Promise<KeptFile | null>>();
  #restUntil = new Map<string, number>();
  #free = mostAtOnce;
  #waiting: (() => void)[] = [];
  #closing = new AbortController();

  constructor(dataDir: string, options: PublicationFilesOptions) {
    this.#dir = join(dataDir, 'cache');
    this.#options = options;
  }

  /** The file at an address, from the disk or fetched now; null when it cannot be had within `waitMs`. */
  async get(kind: FileKind, reference: string | null, waitMs: number): Promise<KeptFile | null> {
    const url = webAddress(reference);
    if (!url) return null;
    const path = join(this.#dir, kind, hash('sha256', url.href).slice(0, 40));
    const kept = await this.#lookAt(kind, path);
    if (kept) {
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
      return kept;
    }
    if (this.#rests(url.href) || this.#rests(url.host)) return null;
    const coming = this.#underway.get(path) ?? this.#begin(kind, url, path);
    const patience = new AbortController();
    try {
      return await Promise.race([coming, sleep(waitMs, null, { signal: patience.signal })]);
    } finally {
      patience.abort();
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#underway.values());
  }

  #begin(kind: FileKind, url: URL, path: string): Promise<KeptFile | null> {
    const coming = this.#fetch(kind, url, path)
      .catch((error: unknown) => {
        // No answer at all: whatever else is asked of this host would wait just as long.
        const silent = !(error instanceof NotUsable);
        this.#restUntil.set(silent ? url.host : url.href, Date.now() + this.#options.restMs);
        return null;
      })
      .finally(() => this.#underway.delete(path));
    this.#underway.set(path, coming);
    return coming;
  }

  async #fetch(kind: FileKind, url: URL, path: string): Promise<KeptFile | null> {
    await this.#turn();
    const part = `${path}.part`;
    try {
      if (this.#rests(url.host)) throw new NotUsable();
      const { largest } = this.#options.bounds[kind];
      const response = await fetch(url, {
        headers: { 'user-agent': browserAgent },
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(this.#options.timeoutMs)]),
      });
      if (!response.ok || !response.body) throw new NotUsable();
      await mkdir(join(this.#dir, kind), { recursive: true, mode: 0o700 });
      await pipeline(
        Readable.fromWeb(response.body as never),
        async function* (source: AsyncIterable<Uint8Array>) {
          let bytes = 0;
          for await (const chunk of source) {
            bytes += chunk.length;
            if (bytes > largest) throw new NotUsable();
            yield chunk;
          }
        },
        createWriteStream(part, { mode: 0o600 }),
      );
      const whole = await this.#lookAt(kind, part);
      if (!whole) throw new NotUsable();
      await rename(part, path);
      await this.#makeRoom(kind);
      return { ...whole, path };
    } finally {
      await rm(part, { force: true });
      this.#free++;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    if (this.#free === 0) await new Promise<void>(resolve => this.#waiting.push(resolve));
    this.#free--;
  }

  #rests(key: string): boolean {
    const until = this.#restUntil.get(key);
    if (until === undefined) return false;
    if (until > Date.now()) return true;
    this.#restUntil.delete(key);
    return false;
  }

  async #lookAt(kind: FileKind, path: string): Promise<KeptFile | null> {
    const file = await open(path).catch(() => null);
    if (!file) return null;
    try {
      const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
      const type = typeOf(kind, buffer);
      return type === null ? null : { path, type, bytes: (await file.stat()).size };
    } finally {
      await file.close();
    }
  }

  async #makeRoom(kind: FileKind): Promise<void> {
    const dir = join(this.#dir, kind);
    const names = (await readdir(dir)).filter(name => !name.endsWith('.part'));
    const files = await Promise.all(
      names.map(async name => {
        const { size, mtimeMs } = await stat(join(dir, name));
        return { path: join(dir, name), size, mtimeMs };
      }),
    );
    let total = files.reduce((sum, file) => sum + file.size, 0);
    for (const file of files.toSorted((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (total <= this.#options.bounds[kind].total) return;
      await rm(file.path, { force: true });
      total -= file.size;
    }
  }
}

/** There was an answer, and it is not the file. */
class NotUsable extends Error {}

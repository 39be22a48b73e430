/** Files that were handed in for an import: kept in the data folder until taken in, read row by row. */
import { parse } from 'csv-parse';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { v4 as uuid } from 'uuid';
import { problem } from '../problem.ts';
import { splitObjects } from './json-objects.ts';
import type { Cells } from './rules.ts';
import { guessColumns } from './rules.ts';
import type { Columns } from './schema.ts';

const mostBytes = 2 * 1024 ** 3;
const keptMs = 7 * 24 * 60 * 60 * 1_000;

export class ImportFiles {
  #dir: string;

  constructor(dataDir: string) {
    this.#dir = join(dataDir, 'imports');
  }

  /** Stores what is handed in, and drops files of last week. @returns its id. */
  async keep(name: string, body: ReadableStream<Uint8Array>): Promise<{ fileId: string; bytes: number }> {
    mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
    for (const file of readdirSync(this.#dir)) {
      const path = join(this.#dir, file);
      if (Date.now() - statSync(path).mtimeMs > keptMs) rmSync(path, { force: true });
    }
    const fileId = `${uuid()}.${/\.(?:json|ndjson|jsonl)$/i.test(name) ? 'json' : 'csv'}`;
    const path = this.pathOf(fileId);
    let bytes = 0;
    try {
      await pipeline(
        Readable.fromWeb(body as never),
        async function* (source: AsyncIterable<Uint8Array>) {
          for await (const chunk of source) {
            bytes += chunk.length;
            if (bytes > mostBytes) throw problem.request.tooLarge();
            yield chunk;
          }
        },
        createWriteStream(path, { mode: 0o600 }),
      );
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
    return { fileId, bytes };
  }

  pathOf(fileId: string): string {
    return join(this.#dir, fileId);
  }

  /** @throws problem.imports.fileGone */
  async open(fileId: string): Promise<ImportFile> {
    const path = this.pathOf(fileId);
    if (!existsSync(path)) throw problem.imports.fileGone();
    return new ImportFile(path, await lookInside(path), fileId.endsWith('.json') ? 'json' : 'csv');
  }

  drop(fileId: string): void {
    rmSync(this.pathOf(fileId), { force: true });
  }
}

interface Inside {
  encoding: 'utf-8' | 'windows-1252';
  delimiter: string;
}

/** Excel writes CSV with semicolons in Indonesian and with commas in English, in UTF-8 or in the code page of Windows. */
async function lookInside(path: string): Promise<Inside> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256 * 1024), 0, 256 * 1024, 0);
    const start = buffer.subarray(0, bytesRead);
    let encoding: Inside['encoding'] = 'utf-8';
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    } catch {
      encoding = 'windows-1252';
    }
    const header = /^[^\r\n]*/.exec(start.toString('latin1'))![0];
    const times = (delimiter: string) => header.split(delimiter).length;
    const delimiter = [',', ';', '\t', '|'].reduce((best, one) => (times(one) > times(best) ? one : best));
    return { encoding, delimiter };
  } finally {
    await file.close();
  }
}

export class ImportFile {
  readonly kind: 'csv' | 'json';
  readonly bytes: number;
  /** How much of it was read so far. */
  bytesRead = 0;
  #path: string;
  #inside: Inside;

  constructor(path: string, inside: Inside, kind: 'csv' | 'json') {
    this.#path = path;
    this.#inside = inside;
    this.kind = kind;
    this.bytes = statSync(path).size;
  }

  /** Rows by the names of their columns. @throws problem.imports.fileUnreadable */
  async *rows(): AsyncGenerator<Record<string, unknown>> {
    try {
      yield* this.kind === 'csv' ? this.#csv() : this.#json();
    } catch {
      throw problem.imports.fileUnreadable();
    }
  }

  async *#csv() {
    const parser = parse({
      bom: true,
      columns: header => header.map((name: string, at: number) => name.trim() || `#${at + 1}`),
      delimiter: this.#inside.delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    const text = this.#text();
    const feeding = pipeline(Readable.from(text), parser).catch(() => undefined);
    yield* parser as AsyncIterable<Record<string, unknown>>;
    await feeding;
  }

  async *#json() {
    for await (const row of splitObjects(this.#text())) if (!isPageCount(row)) yield row;
  }

  async *#text(): AsyncGenerator<string> {
    const decoder = new TextDecoder(this.#inside.encoding);
    for await (const chunk of createReadStream(this.#path, { highWaterMark: 256 * 1024 })) {
      this.bytesRead += (chunk as Buffer).length;
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
    yield decoder.decode();
  }
}

/** A saved answer of the WebAPI begins with how many pages there are. */
const isPageCount = (row: Record<string, unknown>) => 'per_page' in row && !('title' in row);

export function cellsOf(row: Record<string, unknown>, columns: Columns): Cells {
  const cells: Cells = {};
  for (const [name, field] of Object.entries(columns)) cells[field] = row[name];
  return cells;
}

/** The columns as they were chosen, or as their names tell. @throws problem.imports.columnsUnclear */
export function columnsFor(header: string[], chosen: Columns | undefined): Columns {
  const columns = chosen ?? guessColumns(header);
  if (!Object.values(columns).includes('title')) throw problem.imports.columnsUnclear({ header });
  return columns;
}

/**
 * The import under way, of which there is one at most.
 *
 * Rows are gathered by the thousands and sorted by their id, so that a transaction touches few pages of the file,
 * and written in transactions short enough that the guestbook does not notice, which do not wait for the disk.
 * `position` moves in one that does, past rows that are stored, so that a run that was cancelled, failed or interrupted
 * goes on there.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { takeInPublications, type Incoming, type TakenIn } from '../catalogue/import-store.ts';
import type { PublicationSource } from '../catalogue/schema.ts';
import { write, type Actor, type Tx } from '../database/write.ts';
import { Problem, problem } from '../problem.ts';
import { SecretFile } from '../secret-file.ts';
import { learnAgain } from '../search/vocabulary.ts';
import type { Station } from '../station.ts';
import { cellsOf, columnsFor, ImportFiles } from './files.ts';
import { cellsOfItem, readRow } from './rules.ts';
import type { Columns, FileSource, ImportSource, Misfit, WebApiSource } from './schema.ts';
import { advanceRun, endRun, findRun, restartRun, startRun } from './store.ts';
import { WebApi, type WebApiOptions } from './webapi.ts';

const gathered = 8_000;
const batch = { first: 60, least: 20, most: 1_500, targetMs: 6 };
/** Rows read between two breaths. */
const mouthful = 50;
/** Pages of one domain in `position`; no office has so many. */
const pagesPerDomain = 100_000;

interface Underway {
  id: string;
  abort: AbortController;
  ended: Promise<void>;
  /** 0 … 1, or null while it is not known. */
  share: number | null;
  read: number;
}

export class Imports {
  readonly files: ImportFiles;
  readonly keyFile: SecretFile;
  #station: Station;
  #webApi: WebApiOptions;
  #underway: Underway | null = null;
  #rows = batch.first;

  constructor(station: Station, dataDir: string, webApi: WebApiOptions) {
    this.#station = station;
    this.#webApi = webApi;
    this.files = new ImportFiles(dataDir);
    this.keyFile = new SecretFile(dataDir, 'webapi-key');
  }

  /** @returns the id of the run, which goes on by itself. */
  async start(actor: Actor, source: ImportSource): Promise<string> {
    await this.#check(source);
    const name = source.kind === 'file' ? source.name : source.domains.join(', ');
    const kind = source.kind === 'webapi' ? 'webapi' : source.fileId.endsWith('.json') ? 'json' : 'csv';
    const id = await write(this.#station, actor, tx => startRun(tx, { kind, name, source }));
    this.#run(actor, id, source, 0);
    return id;
  }

  async resume(actor: Actor, id: string): Promise<void> {
    const { state, settings } = await findRun(this.#station.db, id);
    if (state === 'done') throw problem.imports.finished();
    const source = JSON.parse(settings) as ImportSource;
    await this.#check(source);
    const run = await write(this.#station, actor, tx => restartRun(tx, id));
    this.#run(actor, id, source, run.position);
  }

  /** Ends when the batch under way is stored. */
  async cancel(id: string): Promise<void> {
    const underway = this.#underway;
    if (underway?.id !== id) throw problem.imports.notRunning();
    underway.abort.abort('cancelled');
    await underway.ended;
  }

  /** How far a run is that is under way; null for any other. */
  progress(id: string): { share: number | null; read: number } | null {
    const underway = this.#underway;
    return underway?.id === id ? { share: underway.share, read: underway.read } : null;
  }

  /** Resolves when nothing is being taken in. */
  async settled(): Promise<void> {
    await this.#underway?.ended;
  }

  async close(): Promise<void> {
    this.#underway?.abort.abort('interrupted');
    await this.settled();
  }

  /** What can be refused is refused before the run begins. */
  async #check(source: ImportSource): Promise<void> {
    if (source.kind === 'webapi') {
      if (!this.keyFile.read()) throw problem.imports.keyMissing();
      return;
    }
    const file = await this.files.open(source.fileId);
    for await (const row of file.rows()) {
      columnsFor(Object.keys(row), source.columns);
      return;
    }
    throw problem.imports.fileUnreadable();
  }

  #run(actor: Actor, id: string, source: ImportSource, position: number): void {
    const abort = new AbortController();
    const underway: Underway = { id, abort, share: null, read: 0, ended: Promise.resolve() };
    this.#underway = underway;
    const work =
      source.kind === 'webapi'
        ? this.#fromWebApi(actor, underway, source, position)
        : this.#fromFile(actor, underway, source, position);
    underway.ended = work
      .then(
        () => ({ state: 'done' as const, why: null }),
        (error: Error) => this.#howItEnded(abort.signal, error),
      )
      .then(async ({ state, why }) => {
        await learnAgain(this.#station.db);
        await write(this.#station, actor, tx => endRun(tx, id, state, why?.body ?? null));
        if (state === 'done' && source.kind === 'file') this.files.drop(source.fileId);
      })
      .catch((error: Error) =>
        this.#station.log.error({ message: error.message }, 'import could not be ended'),
      )
      .finally(() => {
        this.#underway = null;
      });
  }

  #howItEnded(signal: AbortSignal, error: Error) {
    if (signal.aborted) return { state: signal.reason as 'cancelled' | 'interrupted', why: null };
    if (error instanceof Problem) return { state: 'failed' as const, why: error };
    this.#station.log.error({ message: error.message, stack: error.stack }, 'import failed');
    return { state: 'failed' as const, why: problem.request.failed() };
  }

  async #fromFile(actor: Actor, underway: Underway, source: FileSource, position: number): Promise<void> {
    const file = await this.files.open(source.fileId);
    const heap = new Heap();
    let columns: Columns | null = null;
    let row = 0;
    for await (const values of file.rows()) {
      row++;
      if (row <= position) continue;
      if (file.kind === 'json' || !columns) columns = columnsFor(Object.keys(values), source.columns);
      heap.take(row, cellsOf(values, columns));
      underway.read = row;
      if (row % mouthful === 0) {
        underway.share = file.bytesRead / file.bytes;
        underway.abort.signal.throwIfAborted();
        await breathe();
      }
      if (heap.size >= gathered) await this.#store(actor, underway, heap, 'file', row, null);
    }
    await this.#store(actor, underway, heap, 'file', row, row);
  }

  async #fromWebApi(actor: Actor, underway: Underway, source: WebApiSource, position: number): Promise<void> {
    const api = new WebApi(this.#webApi, this.keyFile.read() ?? '');
    let from = Math.floor(position / pagesPerDomain);
    let page = position % pagesPerDomain;
    for (; from < source.domains.length; from++, page = 0) {
      const domain = source.domains[from]!;
      for (let pages = page + 1; page < pages;) {
        const found = await api.publications(domain, source.language, page + 1, underway.abort.signal);
        if (found.items.length === 0 && page > 0) {
          // No data where data was said to be: the list has shrunk meanwhile, or this was no answer.
          const first = await api.publications(domain, source.language, 1, underway.abort.signal);
          if (first.pages > page) throw problem.imports.answerUnclear();
          break;
        }
        pages = found.pages;
        page++;
        const heap = new Heap();
        for (const item of found.items)
          heap.take(++underway.read, cellsOfItem(item, domain, source.language));
        underway.share = (from + (pages === 0 ? 1 : page / pages)) / source.domains.length;
        await this.#store(actor, underway, heap, 'webapi', from * pagesPerDomain + page, null);
      }
    }
  }

  /** Writes what was gathered and empties the heap; the position moves with the last of it. */
  async #store(
    actor: Actor,
    underway: Underway,
    heap: Heap,
    source: PublicationSource,
    position: number,
    total: number | null,
  ): Promise<void> {
    const { incoming, rejected, misfits } = heap.empty();
    const taken: TakenIn = { added: 0, changed: 0, unchanged: 0 };
    const keep = (step: {
      position: number | null;
      total: number | null;
      rejected: number;
      misfits: Misfit[];
    }) => write(this.#station, actor, tx => advanceRun(tx, underway.id, { ...step, taken }));
    try {
      for (let at = 0; at < incoming.length;) {
        underway.abort.signal.throwIfAborted();
        const rows = incoming.slice(at, at + this.#rows);
        const began = performance.now();
        const store = (tx: Tx) => takeInPublications(tx, rows, source);
        const done = await write(this.#station, actor, store, { durable: false });
        this.#pace(performance.now() - began);
        taken.added += done.added;
        taken.changed += done.changed;
        taken.unchanged += done.unchanged;
        at += rows.length;
        await breathe();
      }
    } catch (error) {
      await keep({ position: null, total: null, rejected: 0, misfits: [] });
      throw error;
    }
    await keep({ position, total, rejected, misfits });
  }

  /** More rows at a time on a quick machine, fewer on a slow one: a transaction is to last a blink. */
  #pace(tookMs: number): void {
    const fitting = (this.#rows * batch.targetMs) / Math.max(1, tookMs);
    const next = Math.round((this.#rows * 3 + fitting) / 4);
    this.#rows = Math.min(batch.most, Math.max(batch.least, next));
  }
}

/** Rows on their way into the catalogue. */
class Heap {
  #incoming: Incoming[] = [];
  #misfits: Misfit[] = [];
  #rejected = 0;

  take(row: number, cells: Parameters<typeof readRow>[1]): void {
    const { pubId, fields, misfits } = readRow(row, cells);
    if (misfits.length > 0 && this.#misfits.length < gathered) this.#misfits.push(...misfits);
    if (fields) this.#incoming.push({ pubId, fields });
    else this.#rejected++;
  }

  get size(): number {
    return this.#incoming.length;
  }

  empty() {
    const incoming = this.#incoming.sort((a, b) => ((a.pubId ?? '') < (b.pubId ?? '') ? -1 : 1));
    const out = { incoming, misfits: this.#misfits, rejected: this.#rejected };
    this.#incoming = [];
    this.#misfits = [];
    this.#rejected = 0;
    return out;
  }
}

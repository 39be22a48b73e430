/**
 * One session with headquarters (docs/sync-protocol.md §4.3). Every step begins from the database and leaves it whole,
 * so an errand may end at any byte and the next one goes on there.
 */
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { batchLine, limits, nextChain, sha256 } from '../../src-central/wire/rules.ts';
import type { Hello, HelloAnswer, UpAnswer } from '../../src-central/wire/schema.ts';
import type { BatchTable } from '../database/sync-tables.ts';
import { keepBooks, record, write, type Books } from '../database/write.ts';
import type { Station } from '../station.ts';
import { keepState, noteEvent, stateOf, type Enrolment } from './books-store.ts';
import { captureOlder } from './capture.ts';
import { handInConsents, handInConsentsAgain } from './consents-store.ts';
import { compareDigests } from './digests.ts';
import { itself, placeOf, readPage, setPlace, takePage, tryAsideAgain } from './feed-store.ts';
import type { FileCourier } from './files.ts';
import { Refusal, type Headquarters } from './headquarters.ts';
import { greetingOf } from './greeting.ts';
import { fork, forkOlder, listEpochs } from './history-store.ts';
import type { Keys } from './keys.ts';
import type { Names } from './names.ts';
import { commonBatches } from './rules.ts';
import { chainAt, epochOf, headOf, nextUnsent, pruneArchived, sealSome } from './seal-store.ts';
import { fetchSnapshot, takeSnapshot } from './snapshot.ts';

export type Step = 'greeting' | 'receiving' | 'sending' | 'files' | 'comparing';

/** Where a test may pull the plug. */
export type Point =
  | 'greeted'
  | 'compared'
  | 'forked'
  | 'page-fetched'
  | 'piece-taken'
  | 'snapshot-fetched'
  | 'snapshot-taken'
  | 'sealed'
  | 'before-send'
  | 'sent'
  | 'acknowledged'
  | 'file-piece';

export interface ErrandContext {
  station: Station;
  enrolment: Enrolment;
  keys: Keys;
  headquarters: Headquarters;
  names: Names;
  files: FileCourier;
  snapshotDir: string;
  tell: (step: Step) => void;
  /** Something has arrived for good, at one end or the other. */
  carried: () => void;
  at: (point: Point) => void | Promise<void>;
}

/** Headquarters wants to be left alone for a while. */
export class ComeBackLater extends Error {
  override name = 'ComeBackLater';
  readonly seconds: number;
  constructor(seconds: number) {
    super(`come back in ${seconds} s`);
    this.seconds = seconds;
  }
}

/** The history turned out to be another one: the errand begins again with a new hello. */
class BeginAgain extends Error {}

const olderAtOnce = 500;
/** A receipt that comes within this says that the link carries more than two batches at a time. */
const quickMs = 100;
const busyMs = 500;
const courtesyMs = 20;
const beginnings = 4;
const comparedEveryMs = 7 * 24 * 3_600_000;

export class Errand {
  #on: ErrandContext;
  #quick = false;

  constructor(context: ErrandContext) {
    this.#on = context;
  }

  /** Everything: greet, receive, send, files; and now and then the proof. */
  async whole(): Promise<HelloAnswer> {
    for (let beginning = 1; ; beginning++) {
      try {
        return await this.#once();
      } catch (error) {
        const again =
          error instanceof BeginAgain ||
          (error instanceof Refusal && ['sync.session', 'sync.fork', 'sync.gap'].includes(error.code));
        if (!again || beginning === beginnings) throw error;
      }
    }
  }

  /** Only what changed, in a session that is open. */
  async quick(): Promise<void> {
    await this.#send();
    await handInConsents(this.#on);
  }

  async #once(): Promise<HelloAnswer> {
    const { station, tell, at, files, enrolment, headquarters, names } = this.#on;
    tell('greeting');
    await this.#captureOlder();
    const answer = await this.#greet();
    await at('greeted');
    if (await this.#compare(answer)) {
      await at('forked');
      throw new BeginAgain();
    }
    await at('compared');
    tell('receiving');
    // The office's own feed first: what is sealed afterwards is known to be later than anything headquarters has.
    const scopes = answer.scopes.toSorted(
      (a, b) => Number(b.scope.startsWith('office:')) - Number(a.scope.startsWith('office:')),
    );
    for (const { scope, state } of scopes) if (state !== 'same') await this.#receive(scope, state);
    await tryAsideAgain(station, names, enrolment);
    await this.#send();
    await handInConsents(this.#on);
    tell('files');
    await files.run(headquarters, () => at('file-piece'));
    await this.#prove();
    await pruneArchived(station);
    return answer;
  }

  async #captureOlder(): Promise<void> {
    while (await keepBooks(this.#on.station, books => captureOlder(books, olderAtOnce))) await breathe();
  }

  async #greet(): Promise<HelloAnswer> {
    const { station, headquarters, enrolment } = this.#on;
    const greet = async (certificate?: Hello['certificate']) =>
      headquarters.hello({ ...(await greetingOf(this.#on)), certificate });
    const answer = await greet().catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'sync.nonce') return greet();
      if (error instanceof Refusal && error.code === 'sync.unknown')
        return greet(JSON.parse(enrolment.certificate) as Hello['certificate']);
      throw error;
    });
    const seen_at = station.clock.now().toISOString();
    await keepState(station, { seen_at, trial: Number(answer.trial) });
    if (answer.incarnation !== enrolment.incarnation) await this.#noteIncarnation(answer.incarnation);
    if (answer.session === null) throw new ComeBackLater(answer.wait_s ?? 30);
    return answer;
  }

  /** Headquarters was restored: what it lost comes again by itself, and the digests shall prove it. */
  async #noteIncarnation(incarnation: string): Promise<void> {
    const { station, enrolment } = this.#on;
    await keepBooks(station, async books => {
      await books.updateTable('sync_enrolment').set({ incarnation }).execute();
      await noteEvent(books, station, 'headquarters.restored', { incarnation });
    });
    await this.#doubt();
    enrolment.incarnation = incarnation;
  }

  /** The digests are compared at the end of this errand, or of the next one when this one is cut. */
  #doubt(): Promise<unknown> {
    return keepState(this.#on.station, { compared_at: null });
  }

  /** @returns true when a history has forked and the hello must be said again. */
  async #compare(answer: HelloAnswer): Promise<boolean> {
    const { station, enrolment, names } = this.#on;
    const current = await epochOf(station.db);
    const streams = new Map(answer.streams.map(stream => [stream.epoch, stream]));
    for (const one of await listEpochs(station.db)) {
      const { epoch } = one;
      const theirs = streams.get(epoch) ?? {
        cursor: 0,
        chain: await chainAt(station.db, enrolment, epoch, 0),
        archived: 0,
      };
      const mine = await headOf(station.db, enrolment, epoch);
      const settled = epoch !== current && one.cursor === mine.no && theirs.cursor >= mine.no;
      if (settled) continue;
      const agrees =
        theirs.cursor <= mine.no &&
        theirs.chain === (await chainAt(station.db, enrolment, epoch, theirs.cursor));
      if (agrees) {
        await this.#keepCursor(epoch, theirs.cursor, theirs.archived);
        continue;
      }
      if (await this.#isPruned(epoch, theirs.cursor)) {
        if (epoch === current) await this.#rebuild(mine.no);
        else await this.#keepCursor(epoch, mine.no, theirs.archived);
        await this.#doubt();
        if (epoch === current) return true;
        continue;
      }
      const common = await this.#common(epoch, mine.no, theirs.cursor);
      if (epoch === current) {
        await fork(station, names, common, 'fork');
        await this.#recordFork(epoch, common);
        return true;
      }
      if (common < mine.no) await forkOlder(station, names, epoch, common);
      await this.#keepCursor(epoch, common, theirs.archived);
    }
    return false;
  }

  /** Archived batches that were dropped here, and headquarters has lost after all. */
  async #isPruned(epoch: string, cursor: number): Promise<boolean> {
    const { first } = await this.#on.station.db
      .selectFrom('sync_batch')
      .select(eb => eb.fn.min('no').as('first'))
      .where('epoch', '=', epoch)
      .executeTakeFirstOrThrow();
    return first !== null && first > 1 && cursor < first - 1;
  }

  async #common(epoch: string, mine: number, theirs: number): Promise<number> {
    const { station, enrolment, headquarters } = this.#on;
    let guessed = false;
    const common = await commonBatches(mine, theirs, async no => {
      const own = await chainAt(station.db, enrolment, epoch, no);
      // Dropped here because headquarters had archived it.
      guessed ||= own === null;
      return own === null || own === (await headquarters.chainAt(epoch, no));
    });
    if (guessed) await this.#doubt();
    return common;
  }

  async #rebuild(common: number): Promise<void> {
    const { station, names } = this.#on;
    const epoch = await epochOf(station.db);
    await fork(station, names, common, 'rebuilt');
    await this.#keepCursor(epoch, common, 0);
    await this.#recordFork(epoch, common);
  }

  async #recordFork(epoch: string, common: number): Promise<void> {
    await write(this.#on.station, itself, tx => record(tx, 'sync.forked', { data: { epoch, common } }));
  }

  #keepCursor(epoch: string, cursor: number, archived: number): Promise<unknown> {
    return keepBooks(this.#on.station, books =>
      books.updateTable('sync_epoch').set({ cursor, archived }).where('epoch', '=', epoch).execute(),
    );
  }

  async #receive(scope: string, state: HelloAnswer['scopes'][number]['state']): Promise<void> {
    const { station, names, headquarters, at, carried } = this.#on;
    if (state === 'reset' || state === 'snapshot') return this.#receiveSnapshot(scope);
    let place = await placeOf(station.db, scope);
    let asked = headquarters.page(scope, place);
    try {
      for (;;) {
        const page = readPage(await asked, scope, place);
        await at('page-fetched');
        place = page.lines.at(-1)!.place;
        // The next one travels while this one is put in.
        if (page.more) asked = headquarters.page(scope, place);
        asked.catch(() => undefined);
        await takePage(station, names, scope, page.lines, async batch => {
          await at('piece-taken');
          return headquarters.batch(batch.device, batch.epoch, batch.no);
        });
        carried();
        if (!page.more) return;
        await breathe();
      }
    } catch (error) {
      if (!(error instanceof Refusal) || !['sync.reset', 'sync.snapshot'].includes(error.code)) throw error;
      await asked.catch(() => undefined);
      await this.#receiveSnapshot(scope);
    }
  }

  async #receiveSnapshot(scope: string): Promise<void> {
    const { station, names, headquarters, at, snapshotDir } = this.#on;
    const file = await fetchSnapshot(headquarters, snapshotDir, await headquarters.snapshot(scope));
    await at('snapshot-fetched');
    await takeSnapshot(station, names, scope, file);
    await at('snapshot-taken');
  }

  /**
   * What is sealed and not acknowledged, oldest first; then what waits. Two travel at a time, or four on a quick link (a
   * slow one would carry none of four to its end), and the next is sealed meanwhile; receipts are kept in the order of
   * the batches.
   */
  async #send(): Promise<void> {
    const { station, tell, at, names, enrolment } = this.#on;
    tell('sending');
    const underWay: Promise<void>[] = [];
    let busyAt = -Infinity;
    const leave = station.changes.subscribe(() => (busyAt = performance.now()));
    try {
      for (let after: BatchTable | null = null; ;) {
        const batch: BatchTable | null =
          (await nextUnsent(station.db, after)) ?? (await sealSome(station, enrolment, names));
        if (batch === null) break;
        await at('sealed');
        if (sha256(batch.body).toString('hex') !== batch.sha) {
          await Promise.all(underWay);
          await this.#replaceDamaged(batch);
        }
        while (underWay.length >= (this.#quick ? 4 : 2)) await underWay.shift();
        const sending = this.#sendBatch(batch, underWay.at(-1));
        // It is awaited later; until then its failure is nobody's surprise.
        sending.catch(() => undefined);
        underWay.push(sending);
        after = batch;
        // Somebody signs or is served: theirs are the disk and the processor. The last batches are not waited with, or
        // whoever signs on and on would never let it end.
        const isCourteous = performance.now() - busyAt < busyMs && batch.rows > limits.batchRows / 2;
        await (isCourteous ? sleep(courtesyMs) : breathe());
      }
      await Promise.all(underWay);
    } finally {
      leave();
      await Promise.allSettled(underWay);
    }
  }

  /** @param before the batch that was sent before this one: what went wrong with it comes first. */
  async #sendBatch(batch: BatchTable, before: Promise<void> | undefined): Promise<void> {
    const { at, headquarters } = this.#on;
    await at('before-send');
    const began = performance.now();
    const [sent] = await Promise.allSettled([headquarters.putBatch(batch)]);
    this.#quick = sent.status === 'fulfilled' && performance.now() - began < quickMs;
    await before;
    if (sent.status === 'rejected') throw sent.reason;
    await at('sent');
    await this.#keepReceipt(batch, sent.value);
    await at('acknowledged');
  }

  async #keepReceipt(batch: BatchTable, answer: UpAnswer): Promise<void> {
    const { station, enrolment, carried } = this.#on;
    const receipt_at = station.clock.now().toISOString();
    const scope = `office:${enrolment.office}`;
    const place = await placeOf(station.db, scope);
    const { device } = enrolment;
    const { epoch, no, sha } = batch;
    const keep = async (books: Books) => {
      const head = { cursor: no, archived: answer.archived };
      await books.updateTable('sync_epoch').set(head).where('epoch', '=', epoch).execute();
      await books.updateTable('sync_state').set({ receipt_at, tries: 0 }).execute();
      if (answer.parked.length > 0)
        await noteEvent(books, station, 'batch.parked', { epoch, no, parked: answer.parked });
      if (!place || !answer.feed || place.pos + 1 !== answer.feed.pos) return;
      const line = sha256(batchLine({ device, epoch, no, sha }));
      const chain = nextChain(Buffer.from(place.chain, 'hex'), line).toString('hex');
      if (chain === answer.feed.chain)
        await setPlace(books, scope, { epoch: place.epoch, pos: answer.feed.pos, chain });
    };
    // How far headquarters has come it tells again with each hello.
    await keepBooks(station, keep, { durable: answer.parked.length > 0 });
    carried();
  }

  /** F18: the bytes on this disk are no longer what was sealed. What they held is handed in again from the rows. */
  async #replaceDamaged({ epoch, no }: BatchTable): Promise<never> {
    const { station, names } = this.#on;
    if (epoch === (await epochOf(station.db))) await fork(station, names, no - 1, 'rebuilt');
    else await forkOlder(station, names, epoch, no - 1);
    await write(station, itself, tx => record(tx, 'sync.batch-damaged', { data: { epoch, no } }));
    await this.#doubt();
    throw new BeginAgain();
  }

  /** Compared weekly, and whenever there is a reason to doubt. */
  async #prove(): Promise<void> {
    const { station, names, headquarters, tell, enrolment } = this.#on;
    const { compared_at } = await stateOf(station.db);
    const now = station.clock.now();
    const age = compared_at === null ? Infinity : Math.abs(now.getTime() - Date.parse(compared_at));
    if (age < comparedEveryMs) return;
    tell('comparing');
    await handInConsentsAgain(this.#on);
    const compared = await compareDigests(station, names, headquarters);
    await keepBooks(station, async books => {
      await books.updateTable('sync_state').set({ compared_at: now.toISOString() }).execute();
      // What only headquarters has comes with the next snapshot.
      if (compared.missing > 0)
        await books.deleteFrom('sync_cursor').where('scope', '=', `office:${enrolment.office}`).execute();
      await noteEvent(books, station, 'digests.compared', { ...compared });
    });
    if (compared.again > 0) await this.#send();
  }
}

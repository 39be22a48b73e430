/**
 * The protocol of `docs/sync-protocol.md` as a machine small enough to run ten thousand times: offices that write, are
 * cut off, restored from backups and cloned, and headquarters that is restored too. No clocks, files or keys.
 *
 * `truth` is the oracle: what was written, and what still existed somewhere when the faults ended.
 */
import { Random } from './random.ts';

/** Each can be switched off, to see that something fails then. */
export interface Defences {
  /** A batch is known by its chain, not by its number alone. */
  chain: boolean;
  /** A place in a feed is known by its chain. */
  downChain: boolean;
  /** A row of an older version never replaces a newer one. */
  version: boolean;
  /** After a feed began anew, rows that it lacks are sent again. */
  repair: boolean;
  /** Two contents under one version are ordered by their hash. */
  tieBreak: boolean;
  /** After a fork, what was not handed in counts as written later than what was. */
  restamp: boolean;
}

export const allDefences: Defences = {
  chain: true,
  downChain: true,
  version: true,
  repair: true,
  tieBreak: true,
  restamp: true,
};

interface Version {
  v: number;
  ep: number;
  /** What was written: unique for each write, and its hash too. */
  val: number;
}
interface Change extends Version {
  id: number;
}
interface Batch {
  epoch: number;
  no: number;
  chain: number;
  rows: Change[];
}
/** A line of the office's feed names a batch; who lacks it fetches its rows. */
interface Fed {
  batch: Batch;
  chain: number;
}

class Cut extends Error {}

const mix = (a: number, b: number) => Math.imul((a ^ b) + 0x9e3779b9, 0x85ebca6b) >>> 0;

class Server {
  incarnation = 1;
  streams = new Map<number, Batch[]>();
  rows = new Map<number, Version>();
  fed: Fed[] = [];
  feedEpoch = 1;

  copy(): Server {
    const copy = new Server();
    copy.incarnation = this.incarnation;
    copy.streams = new Map([...this.streams].map(([epoch, batches]) => [epoch, [...batches]]));
    copy.rows = new Map(this.rows);
    copy.fed = [...this.fed];
    copy.feedEpoch = this.feedEpoch;
    return copy;
  }
}

class Office {
  epoch = 0;
  /** Every epoch of this history with its batches, oldest first. */
  batches = new Map<number, Batch[]>();
  log: Change[] = [];
  rows = new Map<number, Version>();
  cursor = { feedEpoch: 0, pos: 0, chain: 0 };

  copy(): Office {
    const copy = new Office();
    copy.epoch = this.epoch;
    copy.batches = new Map([...this.batches].map(([epoch, batches]) => [epoch, [...batches]]));
    copy.log = [...this.log];
    copy.rows = new Map(this.rows);
    copy.cursor = { ...this.cursor };
    return copy;
  }
}

export interface Tally {
  writes: number;
  faults: number;
  lost: number;
  wrong: number;
  diverged: number;
  unrecorded: number;
  phantom: number;
  outrun: number;
}

export class Model {
  #random: Random;
  #on: Defences;
  #server = new Server();
  #offices: Office[] = [];
  #backups: Office[] = [];
  #serverBackups: Server[] = [];
  #written = new Map<number, { id: number; at: number }>();
  #vals = 0;
  #chains = 0;
  /** What was written after the last restore of the only office is the latest: unless headquarters went back too. */
  #restoredAt = 0;
  #certain = true;
  #clones = false;
  readonly tally: Tally = {
    writes: 0,
    faults: 0,
    lost: 0,
    wrong: 0,
    diverged: 0,
    unrecorded: 0,
    phantom: 0,
    outrun: 0,
  };

  constructor(seed: number, defences: Defences) {
    this.#random = new Random(seed);
    this.#on = defences;
    const first = new Office();
    first.epoch = this.#random.next();
    first.batches.set(first.epoch, []);
    this.#offices.push(first);
    // Half of the scenarios never clone: only there can the last write be told for certain.
    this.#clones = this.#random.next() < 0.5;
  }

  run(steps: number): Tally {
    for (let step = 0; step < steps; step++) this.#step();
    const recoverable = this.#existing();
    for (let round = 0; round < 6; round++) for (const office of this.#offices) this.#sync(office, 0);
    this.#judge(recoverable);
    return this.tally;
  }

  #step(): void {
    const random = this.#random;
    const at = random.below(this.#offices.length);
    const office = this.#offices[at]!;
    const dice = random.next();
    if (dice < 0.55) this.#write(office);
    else if (dice < 0.86) this.#sync(office, random.next() < 0.5 ? 0.15 : 0);
    else {
      this.tally.faults++;
      if (dice < 0.9) this.#backups.push(office.copy());
      else if (dice < 0.94 && this.#backups.length > 0) this.#restore(at, random.next() < 0.4);
      else if (dice < 0.955 && this.#clones && this.#offices.length < 3) this.#offices.push(office.copy());
      else if (dice < 0.98) this.#serverBackups.push(this.#server.copy());
      else if (this.#serverBackups.length > 0) this.#restoreServer(random.next() < 0.5);
    }
  }

  #restore(at: number, noticed: boolean): void {
    const office = this.#random.pick(this.#backups).copy();
    this.#offices[at] = office;
    this.#restoredAt = this.#vals;
    // The mark beside the file is older or newer than the one in it: a new epoch at once, without asking anybody.
    if (noticed) this.#fork(office, office.batches.get(office.epoch)!.length);
  }

  #restoreServer(noticed: boolean): void {
    const server = this.#random.pick(this.#serverBackups).copy();
    if (noticed) {
      server.incarnation = this.#server.incarnation + 1;
      server.feedEpoch = this.#server.feedEpoch + 1 + this.#random.below(5);
    }
    this.#server = server;
    this.#certain = false;
  }

  /** Later than every epoch of this history, or what is stamped anew could fall below what it was above. */
  #begin(office: Office): void {
    office.epoch = Math.max(...office.batches.keys()) + this.#random.next();
    office.batches.set(office.epoch, []);
  }

  #write(office: Office): void {
    const id = this.#random.below(6);
    const before = office.rows.get(id);
    const v = (before?.v ?? 0) + 1;
    const change = { id, v, ep: office.epoch, val: ++this.#vals };
    this.tally.writes++;
    this.#written.set(change.val, { id, at: this.tally.writes });
    office.rows.set(id, change);
    office.log.push(change);
  }

  #seal(office: Office): void {
    while (office.log.length > 0) {
      const rows = office.log.splice(0, 3);
      const batches = office.batches.get(office.epoch)!;
      const prev = batches.at(-1)?.chain ?? mix(1, Math.floor(office.epoch * 1e6));
      const chain = mix(prev, ++this.#chains);
      batches.push({ epoch: office.epoch, no: batches.length + 1, chain, rows });
    }
  }

  /** Keeps `common` batches of the epoch; everything after goes into a new one. */
  #fork(office: Office, common: number): void {
    const forked = office.epoch;
    const again = office.batches.get(forked)!.splice(common);
    this.#begin(office);
    office.log.unshift(...again.flatMap(batch => batch.rows));
    this.#restamp(office, forked);
  }

  /** The last word on a row that was not handed in is of the new epoch: no stamp names two contents. */
  #restamp(office: Office, forked: number): void {
    if (!this.#on.restamp) return;
    office.log = office.log.map(change => {
      const { v, ep } = office.rows.get(change.id)!;
      if (change.ep !== forked || v !== change.v || ep !== change.ep) return change;
      const moved = { ...change, ep: office.epoch };
      office.rows.set(change.id, moved);
      return moved;
    });
  }

  #sync(office: Office, cutRate: number): void {
    const maybeCut = () => {
      if (cutRate > 0 && this.#random.next() < cutRate) throw new Cut();
    };
    try {
      maybeCut();
      this.#compare(office);
      // First what others have written, so that what is sealed is known to be later.
      this.#pull(office, maybeCut);
      this.#seal(office);
      for (const [epoch, batches] of office.batches) {
        const from = this.#server.streams.get(epoch)?.length ?? 0;
        for (const batch of batches.slice(from)) {
          maybeCut();
          this.#receive(batch);
          maybeCut();
          // The answer was lost, and the same batch is sent once more.
          if (cutRate > 0 && this.#random.next() < 0.1) this.#receive(batch);
        }
      }
      maybeCut();
      this.#pull(office, maybeCut);
    } catch (error) {
      if (!(error instanceof Cut)) throw error;
      this.tally.faults++;
    }
  }

  #compare(office: Office): void {
    const { streams } = this.#server;
    if (!this.#on.chain) return;
    for (const [epoch, mine] of Array.from(office.batches)) {
      const theirs = streams.get(epoch) ?? [];
      const agrees = theirs.length <= mine.length && mine[theirs.length - 1]?.chain === theirs.at(-1)?.chain;
      if (agrees || (epoch !== office.epoch && this.#covers(theirs, mine))) continue;
      const common = commonOf(mine, theirs);
      if (epoch === office.epoch) this.#fork(office, common);
      else {
        office.log.unshift(...mine.splice(common).flatMap(batch => batch.rows));
        this.#restamp(office, epoch);
      }
    }
  }

  #covers(theirs: Batch[], mine: Batch[]): boolean {
    return theirs.length >= mine.length && theirs[mine.length - 1]?.chain === mine.at(-1)?.chain;
  }

  #receive(batch: Batch): void {
    const stream = this.#server.streams.get(batch.epoch) ?? [];
    this.#server.streams.set(batch.epoch, stream);
    if (batch.no !== stream.length + 1) return;
    stream.push(batch);
    const { fed, rows } = this.#server;
    fed.push({ batch, chain: mix(fed.at(-1)?.chain ?? this.#server.feedEpoch, batch.chain) });
    for (const change of batch.rows) if (this.#wins(change, rows.get(change.id))) rows.set(change.id, change);
  }

  #pull(office: Office, maybeCut: () => void): void {
    const { fed, feedEpoch, rows } = this.#server;
    const { cursor } = office;
    const known = cursor.pos === 0 ? 0 : fed[cursor.pos - 1]?.chain;
    const fresh = cursor.feedEpoch === 0;
    const broken =
      !fresh &&
      (cursor.feedEpoch !== feedEpoch || (this.#on.downChain && cursor.pos > 0 && known !== cursor.chain));
    if (broken) {
      maybeCut();
      if (this.#on.repair)
        for (const [id, mine] of office.rows) {
          const theirs = rows.get(id);
          if (!theirs || theirs.v !== mine.v || theirs.ep !== mine.ep || theirs.val !== mine.val)
            office.log.push({ id, ...mine });
        }
      for (const [id, theirs] of rows) this.#merge(office, id, theirs);
      office.cursor = { feedEpoch, pos: fed.length, chain: fed.at(-1)?.chain ?? 0 };
      return;
    }
    while (office.cursor.pos < fed.length || office.cursor.feedEpoch === 0) {
      maybeCut();
      const page = fed.slice(office.cursor.pos, office.cursor.pos + 4);
      for (const { batch } of page)
        if (office.batches.get(batch.epoch)?.[batch.no - 1]?.chain !== batch.chain)
          for (const { id, v, ep, val } of batch.rows) this.#merge(office, id, { v, ep, val });
      const pos = office.cursor.pos + page.length;
      office.cursor = { feedEpoch, pos, chain: fed[pos - 1]?.chain ?? 0 };
    }
  }

  /** A change that was not sealed yet was made later than anything headquarters has: it moves above. */
  #merge(office: Office, id: number, theirs: Version): void {
    const mine = office.rows.get(id);
    if (mine?.val === theirs.val && mine.v === theirs.v && mine.ep === theirs.ep) return;
    if (!this.#wins(theirs, mine)) return;
    const own = office.log.filter(change => change.id === id && change.val === mine?.val);
    if (own.length === 0 || !this.#on.restamp) {
      office.rows.set(id, theirs);
      return;
    }
    const moved = { ...own[0]!, v: theirs.v + 1, ep: office.epoch };
    office.log.push(moved);
    office.rows.set(id, moved);
  }

  #wins(a: Version, b: Version | undefined): boolean {
    if (!b || !this.#on.version) return true;
    if (a.v !== b.v) return a.v > b.v;
    if (a.ep !== b.ep) return a.ep > b.ep;
    return this.#on.tieBreak && hashOf(a) > hashOf(b);
  }

  /** What still exists on any disk. */
  #existing(): Set<number> {
    const vals = new Set<number>();
    for (const office of this.#offices) {
      for (const row of office.rows.values()) vals.add(row.val);
      for (const change of office.log) vals.add(change.val);
      for (const batches of office.batches.values())
        for (const batch of batches) for (const row of batch.rows) vals.add(row.val);
    }
    for (const stream of this.#server.streams.values())
      for (const batch of stream) for (const row of batch.rows) vals.add(row.val);
    return vals;
  }

  #judge(recoverable: Set<number>): void {
    const { tally } = this;
    const history = new Map<number, Change[]>();
    const handedIn = new Set<number>();
    for (const stream of this.#server.streams.values())
      for (const batch of stream)
        for (const row of batch.rows) {
          handedIn.add(row.val);
          history.set(row.id, [...(history.get(row.id) ?? []), row]);
        }
    for (const val of recoverable) {
      if (!handedIn.has(val)) tally.unrecorded++;
      if (!this.#server.rows.has(this.#written.get(val)!.id)) tally.lost++;
    }
    for (const [id, row] of this.#server.rows) {
      if (this.#written.get(row.val)?.id !== id) tally.phantom++;
      const best = history.get(id)!.reduce((a, b) => (above(b, a) ? b : a));
      if (best.val !== row.val) tally.wrong++;
      for (const office of this.#offices) if (office.rows.get(id)?.val !== row.val) tally.diverged++;
      const last = Math.max(...[...recoverable].filter(val => this.#written.get(val)!.id === id));
      if (this.#certain && this.#offices.length === 1 && last > this.#restoredAt && last !== row.val)
        tally.outrun++;
    }
    for (const office of this.#offices)
      for (const id of office.rows.keys()) if (!this.#server.rows.has(id)) tally.diverged++;
  }
}

function commonOf(mine: Batch[], theirs: Batch[]): number {
  let common = Math.min(mine.length, theirs.length);
  while (common > 0 && mine[common - 1]!.chain !== theirs[common - 1]!.chain) common--;
  return common;
}

const hashOf = (row: Version) => mix(row.val, 77);

const above = (a: Version, b: Version) =>
  a.v !== b.v ? a.v > b.v : a.ep !== b.ep ? a.ep > b.ep : hashOf(a) > hashOf(b);

export const badOf = (tally: Tally) =>
  tally.lost + tally.wrong + tally.diverged + tally.unrecorded + tally.phantom + tally.outrun;

/** What a proof says: for the command line, and kept for the screen of an office. */
import type { Digest } from '../wire/schema.ts';
import type { UpTableName } from '../wire/tables-schema.ts';

export interface StreamProof {
  device: string;
  epoch: string;
  parent: string | null;
  parentNo: number | null;
  reason: string;
  /** Batches 1 … `whole` are there and unaltered. */
  whole: number;
  cursor: number;
  archived: number;
  rows: number;
  /** The first batch that is not as it was received, and why; null when all are. */
  broken: {
    no: number;
    why: 'missing' | 'sha' | 'chain' | 'signature' | 'content' | 'parked' | 'cursor';
  } | null;
}

export interface TableProof extends Digest {
  table: UpTableName;
  /** Rows that are not what the batches say: altered, missing, or from nowhere. At most 100 ids. */
  wrong: string[];
}

export interface OfficeProof {
  office: string;
  provedAt: string;
  ok: boolean;
  batches: number;
  rows: number;
  streams: StreamProof[];
  tables: TableProof[];
  feed: FeedProof;
  /** Files that it handed in: how many are as their name says, and the names of the others. Not in older proofs. */
  files?: { whole: number; wrong: string[] };
  journal: JournalProof;
  parked: { reason: string; rows: number }[];
}

/** `brokenAt`: the first line that was changed, or whose row is not what it says. */
export interface FeedProof {
  pos: number;
  brokenAt: number | null;
}

export interface JournalProof {
  entries: number;
  /** The highest number. */
  last: number;
  /** Numbers between the first and the last that no entry has. At most 100. */
  missing: number[];
  /**
   * Numbers under which there are several entries: the office's database was restored and went on from there. Both
   * histories are kept.
   */
  forks: number[];
  /** Entries whose predecessor, by hash, is not there although its number is. */
  broken: number[];
}

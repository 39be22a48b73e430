/** Row types of what the courier keeps. Hashes and chains are lowercase hex. */
import type { Generated } from 'kysely';
import type { ConsentPurpose } from '../../src-central/wire/consent-schema.ts';

export interface SyncTables {
  /** One row: what the capture triggers read. */
  sync_guard: {
    one: Generated<1>;
    /** 1 while rows of headquarters are put in, which are not to be captured again. */
    applying: Generated<number>;
    /** Null before the office is enrolled. */
    epoch: string | null;
    /** The transaction under way, or the last one. */
    tx: Generated<number>;
  };
  /** The version of each row that goes up. Rows that are only ever added have none: they are version 1 for ever. */
  sync_row: { tbl: string; row_id: string; v: number; ep: string };
  /** How far the rows from before the enrolment are captured, by their rowid. */
  sync_older: { tbl: string; done: number; last: number };
  change_log: ChangeTable;
  sync_epoch: {
    epoch: string;
    parent: string | null;
    /** The last batch in common with the parent. */
    parent_no: number | null;
    reason: 'first' | 'restored' | 'fork' | 'rebuilt';
    begun_at: string;
    /** What headquarters has acknowledged. */
    cursor: Generated<number>;
    /** What stands in a verified backup of headquarters. */
    archived: Generated<number>;
  };
  sync_batch: BatchTable;
  sync_cursor: { scope: string; server_epoch: string; pos: number; chain: string };
  /** What came down and could not be used. */
  sync_aside: { scope: string; tbl: string; row_id: string; reason: string; item: string; at: string };
  /** While a snapshot is taken in: the rows that it has as they are here. */
  sync_seen: { tbl: string; row_id: string };
  /** Journal rows of a history of this office that this database has lost. The journal itself only grows at its end. */
  journal_elsewhere: { id: string; d: string };
  /** What headquarters last said, as JSON: requests, announcements, lists and all that is few. */
  from_headquarters: { tbl: string; id: string; scope: string; d: string; received_at: string };
  /** What the office did with a request: only ever added. */
  request_event: {
    id: string;
    request_id: string;
    kind: 'seen' | 'claimed' | 'answered' | 'refused';
    at: string;
    staff_id: string | null;
    file: string | null;
    reason: string | null;
  };
  sync_file: {
    sha256: string;
    dir: 'up' | 'down';
    size: number;
    mime: string;
    state: 'waiting' | 'done' | 'refused';
    tries: Generated<number>;
  };
  /** Who agreed to be named to headquarters for a purpose; names and contacts are the visitor's. */
  consent: ConsentTable;
  /** How often a part of the list of a purpose changed, and what of it headquarters has heard. */
  sync_consent_part: { purpose: ConsentPurpose; part: string; no: number; sent: Generated<number> };
  sync_event: { id: Generated<number>; at: string; kind: string; detail: string };
  sync_enrolment: EnrolmentTable;
  sync_state: StateTable;
  pseudonym_key: { one: Generated<1>; key: Uint8Array };
}

export interface ConsentTable {
  id: string;
  purpose: ConsentPurpose;
  visitor_id: string;
  notice_version: number;
  given_at: string;
  given_on: string;
  /** The last day; only ever made earlier. */
  until_on: string;
  ended_at: string | null;
  ended_why: 'withdrawn' | 'renewed' | 'erased' | 'off' | 'headquarters' | null;
}

export interface ChangeTable {
  seq: Generated<number>;
  tbl: string;
  /** The row's key in this database; its name on the wire is made when it is sealed. */
  row_id: string;
  v: number;
  ep: string;
  tx: number;
  s: number;
  at: number;
  d: string;
}

export interface BatchTable {
  epoch: string;
  no: number;
  sha: string;
  chain: string;
  rows: number;
  body: Uint8Array;
  sealed_at: string;
}

export interface EnrolmentTable {
  one: Generated<1>;
  device: string;
  office: string;
  office_name: string;
  url: string;
  ca: string | null;
  certificate: string;
  server_key: string;
  server_box: string;
  incarnation: string;
  enrolled_at: string;
}

export interface StateTable {
  one: Generated<1>;
  /** The same random text stands in a file beside the database, unless one of them was restored or copied. */
  mark: string | null;
  next_at: string | null;
  /** How long the wait until `next_at` was meant to be: a clock that was set cannot make it longer. */
  wait_ms: Generated<number>;
  tries: Generated<number>;
  problem: string | null;
  seen_at: string | null;
  receipt_at: string | null;
  compared_at: string | null;
  trial: Generated<number>;
  /** When consents are tried again that headquarters did not take. */
  consents_next_at: string | null;
}

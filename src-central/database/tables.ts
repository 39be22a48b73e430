/** Row types of headquarters' database. Instants are `Date`, days YYYY-MM-DD, hashes and bodies bytes. */
import type { ColumnType as Kept, Generated } from 'kysely';
import type { Role } from '../access.ts';
import type { OfficeProof } from '../proof/schema.ts';
import type { ConsentPurpose } from '../wire/consent-schema.ts';
import type { Health, Hello } from '../wire/schema.ts';
import type { ColumnType, upTables, UpTableName } from '../wire/tables-schema.ts';

export interface Database extends OfficeTables, ScreenTables {
  server_identity: { one: number; incarnation: string; mark: string; marked_at: Instant };
  office: { office_id: string; name: string; added_at: Instant };
  audit: {
    id: string;
    at: Instant;
    actor: string;
    what: string;
    office_id: string | null;
    data: Json<Record<string, unknown>>;
  };
  enrol_code: {
    hash: Uint8Array;
    office_id: string;
    device_id: string | null;
    made_at: Instant;
    made_by: string;
    expires_at: Instant;
    used_at: Instant | null;
  };
  device: {
    office_id: string;
    device_id: string;
    name: string;
    os: string;
    app: string;
    enrolled_at: Instant;
    revoked_at: Instant | null;
    last_seen_at: Instant | null;
    schema: number | null;
    backlog: Json<Hello['backlog']> | null;
    health: Json<Health> | null;
    /** How far the station's clock was ahead of this one at its last hello. */
    clock_ahead_ms: number | null;
    /** Where it stands in each of its feeds. */
    scopes: Json<Record<string, { epoch: string | null; pos: number }>> | null;
  };
  device_key: {
    office_id: string;
    device_id: string;
    key_id: string;
    public_key: string;
    box_key: string;
    added_at: Instant;
    replaced_at: Instant | null;
  };
  stream: {
    office_id: string;
    device_id: string;
    epoch: string;
    cursor: Generated<number>;
    chain: Uint8Array;
    archived: Generated<number>;
    parent: string | null;
    parent_no: number | null;
    reason: string;
    begun_at: Instant;
  };
  batch: {
    office_id: string;
    device_id: string;
    epoch: string;
    no: number;
    received_on: string;
    sha: Uint8Array;
    chain: Uint8Array;
    key_id: string;
    signature: string;
    rows: number;
    body: Uint8Array;
    received_at: Instant;
  };
  parked: {
    office_id: string;
    device_id: string;
    epoch: string;
    no: number;
    line: number;
    reason: string;
    parked_at: Instant;
    settled_at: Instant | null;
  };
  feed: {
    office_id: string;
    scope: string;
    epoch: string;
    pos: Generated<number>;
    chain: Uint8Array;
    floor: Generated<number>;
    floor_chain: Uint8Array;
  };
  feed_item: { office_id: string; scope: string; pos: number; line: string; chain: Uint8Array };
  feed_row: {
    office_id: string;
    scope: string;
    tbl: string;
    row_id: string;
    v: number;
    deleted: boolean;
    line: string;
  };
  snapshot: {
    office_id: string;
    scope: string;
    pos: number;
    epoch: string;
    chain: Uint8Array;
    rows: number;
    bytes: number;
    sha256: string;
    made_at: Instant;
  };
  consent: {
    office_id: string;
    device_id: string;
    purpose: ConsentPurpose;
    part: string;
    id: string;
    name: string;
    phone: string | null;
    email: string | null;
    until_on: string;
  };
  consent_part: {
    office_id: string;
    device_id: string;
    purpose: ConsentPurpose;
    part: string;
    no: number;
    sha: Uint8Array;
    received_at: Instant;
  };
  /** Consents that were in a list and are no longer: never taken again. Nothing of the person. */
  consent_ended: {
    office_id: string;
    device_id: string;
    purpose: ConsentPurpose;
    id: string;
    until_on: string;
  };
  file: { office_id: string; sha256: string; size: number; mime: string; stored_at: Instant };
  request: {
    office_id: string;
    id: string;
    kind: string;
    data: Json<Record<string, unknown>>;
    made_at: Instant;
    made_by: string;
    taken_back_at: Instant | null;
    taken_back_by: string | null;
    taken_back_reason: string | null;
  };
  request_status: {
    office_id: string;
    id: string;
    kind: string;
    made_at: Instant;
    status: string;
    answer_id: string | null;
    file: string | null;
  };
}

/** What the screens of headquarters need (migrations 0007 to 0011). */
interface ScreenTables {
  account: {
    id: string;
    email: string;
    name: string;
    role: Role;
    active: boolean;
    password: string | null;
    phone_secret: Uint8Array | null;
    last_step: Generated<number>;
    made_at: Instant;
    made_by: string;
  };
  recovery_code: { account_id: string; hash: Uint8Array };
  invitation: {
    hash: Uint8Array;
    account_id: string | null;
    phone_secret: Uint8Array;
    made_at: Instant;
    expires_at: Instant;
  };
  account_session: {
    id: string;
    account_id: string;
    token: Uint8Array;
    opened_at: Instant;
    seen_at: Instant;
    ended_at: Instant | null;
    address: string;
    browser: string;
  };
  login_failure: { email_hash: Uint8Array; count: number; last_at: Instant; until: Instant };
  office_day: {
    office_id: string;
    on_day: string;
    visits: number;
    people: number;
    served: number;
    within: number;
    left_early: number;
    waited_ms: number;
  };
  /** Whose figures are to be counted again; `days` null for all days of the office. */
  touched_days: { office_id: string; id: string; days: string[] | null };
  proof_run: {
    office_id: string;
    proved_at: Instant;
    proved_by: string;
    took_ms: number;
    ok: boolean;
    proof: Json<OfficeProof>;
  };
  rollout: {
    id: string;
    tbl: string;
    row_id: string;
    title: string;
    data: Json<Record<string, unknown>>;
    made_at: Instant;
    made_by: string;
    everywhere_at: Instant | null;
    /** Its place in the feed of all. */
    everywhere_pos: number | null;
    withdrawn_at: Instant | null;
  };
  rollout_office: { office_id: string; rollout_id: string; pos: number };
}

export interface OfficeRow {
  office_id: string;
  id: string;
  row_version: number;
  row_epoch: string;
  row_hash: Uint8Array;
  deleted: boolean;
  received_at: Instant;
}

/** The tables of the whitelist: every column may be null, for a deleted row keeps its version only. */
type OfficeTables = {
  [T in UpTableName]: OfficeRow & {
    [C in keyof (typeof upTables)[T]['columns']]: (typeof upTables)[T]['columns'][C] extends {
      type: infer Type extends ColumnType;
    }
      ? ValueOf<Type> | null
      : never;
  };
};

type ValueOf<T extends ColumnType> = T extends 'int' | 'flag'
  ? number
  : T extends 'instant'
    ? Instant
    : string;

/** Written as it comes to hand, read as a `Date`. */
type Instant = Kept<Date, Date | string, Date | string>;

/** Written as text, read as what it holds. */
type Json<T> = Kept<T, string, string>;

/** Row types of the station's database. Instants are ISO 8601 UTC text, days are office-local YYYY-MM-DD. */
import type { Generated, Selectable } from 'kysely';
import type { CatalogueTables } from './catalogue-tables.ts';
import type { ReadingTables } from './reading-tables.ts';
import type { SoftcopyTables } from './softcopy-tables.ts';
import type { SyncTables } from './sync-tables.ts';
import type { VisitKind, VisitState } from '../visits/schema.ts';
import type { Role } from '../staff/schema.ts';

export interface Database extends CatalogueTables, ReadingTables, SoftcopyTables, SyncTables {
  journal: JournalTable;
  profile: { version: Generated<number>; profile: string; saved_at: string; saved_by: string | null };
  notice: { version: Generated<number>; body: string; made_at: string };
  staff: StaffTable;
  visitor: VisitorTable;
  visit: VisitTable;
  /** Full text of the visitors' `name_key`, kept by triggers; `rowid` is `visit.seq`. */
  visit_name: { rowid: number; name: string };
  /** Visits whose names wait to enter `visit_name`; deleted here, they enter it. */
  visit_name_later: { seq: number };
  visit_service: VisitServiceTable;
  help_call: {
    id: string;
    kiosk: string;
    called_at: string;
    answered_at: string | null;
    answered_by: string | null;
  };
  locker: PlaceTable;
  pocket: PlaceTable;
  custody: CustodyTable;
  slip: SlipTable;
  print_job: PrintJobTable;
  handover: HandoverTable;
  closing: {
    on_day: string;
    closed_at: string;
    closed_by: string;
    left_open: number;
    note: string | null;
  };
}

export interface JournalTable {
  seq: number;
  at: string;
  door: 'kiosk' | 'staff' | 'station';
  staff_id: string | null;
  what: string;
  visit_id: string | null;
  /** JSON without personal data. */
  data: string;
  previous: string;
  hash: string;
}

export interface StaffTable {
  id: string;
  name: string;
  role: Role;
  pin_hash: string;
  active: Generated<number>;
  wrong_pins: Generated<number>;
  blocked_until: string | null;
  created_at: string;
}

export interface VisitorTable {
  id: string;
  code: string;
  name: string | null;
  /** The name folded for comparing: case, accents, punctuation and titles gone. */
  name_key: string | null;
  sex: 'male' | 'female' | null;
  birth_year: number | null;
  /** E.164 (`+628…`). */
  phone: string | null;
  email: string | null;
  education: string | null;
  occupation: string | null;
  occupation_other: string | null;
  institution_category: string | null;
  institution_category_other: string | null;
  institution: string | null;
  disability: string | null;
  remembered: Generated<number>;
  created_at: string;
  erased_at: string | null;
}

export interface VisitTable {
  /** The moment of arrival as a number (`seqOf`): the order of all lists, and their cursor. */
  seq: number;
  id: string;
  code: string;
  submission_id: string;
  /** Null when the visitor declined the notice: the visit is then counted without a person. */
  visitor_id: string | null;
  kind: VisitKind;
  on_day: string;
  letter: string;
  count: number;
  language: 'id' | 'en';
  purpose: string | null;
  purpose_other: string | null;
  men: Generated<number>;
  women: Generated<number>;
  companion_name: string | null;
  companion_relation: string | null;
  notice_version: number | null;
  notice_choice: 'accepted' | 'refused' | null;
  notice_at: string | null;
  entry: 'kiosk' | 'counter' | 'late';
  entry_reason: string | null;
  entered_by: string | null;
  state: VisitState;
  previous_state: VisitState | null;
  state_at: string;
  submitted_at: string;
  /** Which run of the station took the visit in; monotonic times compare inside one boot only. */
  boot: string;
  submitted_mono_ms: number;
  served_at: string | null;
  served_by: string | null;
  waited_ms: number | null;
  promise_ms: number;
  breach_reason: string | null;
  breach_note: string | null;
  left_reason: string | null;
  ended_at: string | null;
  /** Null while open, and for ever when closed on another day than it was opened. */
  duration_ms: number | null;
  left_open_reason: string | null;
}

export interface VisitServiceTable {
  id: string;
  visit_id: string;
  service: string;
  started_at: string | null;
  ended_at: string | null;
  staff_id: string | null;
  outcome: 'given' | 'not-available' | 'cancelled' | null;
}

export interface PlaceTable {
  id: string;
  number: number;
  code: string;
  condition: Generated<'usable' | 'broken' | 'cleaning' | 'retired'>;
  note: string | null;
}

export interface CustodyTable {
  id: string;
  visit_id: string;
  /** Null: no card was handed over, and `no_card_reason` says why. */
  card_kind: string | null;
  card_of: Generated<'visitor' | 'leader' | 'companion'>;
  card_last4: string | null;
  no_card_reason: string | null;
  pocket_id: string | null;
  locker_id: string | null;
  taken_at: string;
  taken_by: string;
  released_at: string | null;
  released_by: string | null;
  release: 'slip' | 'lost-slip' | 'undone' | null;
  second_staff_id: string | null;
}

export interface SlipTable {
  id: string;
  code: string;
  kind: 'ticket' | 'locker' | 'photocopy' | 'test';
  visit_id: string | null;
  custody_id: string | null;
  photocopy_id: string | null;
  /** `SlipContent` as JSON. */
  content: string;
  made_at: string;
  voided_at: string | null;
  void_reason: string | null;
}

export interface PrintJobTable {
  id: string;
  slip_id: string;
  copy_no: number;
  state: 'queued' | 'printing' | 'printed' | 'not-printed' | 'maybe' | 'cancelled';
  reason: string | null;
  tries: Generated<number>;
  queued_at: string;
  ended_at: string | null;
}

export interface HandoverTable {
  id: string;
  at: string;
  from_staff_id: string;
  to_staff_id: string;
  counted_cards: number;
  expected_cards: number;
  counts: string;
  note: string | null;
}

export type Visit = Selectable<VisitTable>;
export type Custody = Selectable<CustodyTable>;
export type Place = Selectable<PlaceTable>;

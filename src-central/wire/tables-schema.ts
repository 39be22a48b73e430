/**
 * What leaves an office: the whitelist of tables and columns, made into triggers at the station and into upserts at
 * headquarters. What is not named here stays: names, phones, e-mails, digits of ID cards, everything typed freely.
 */

/** Counts up whenever a table or column is added. Nothing is ever taken away or given another meaning. */
export const wireSchema = 2;

/**
 * `word` is a code of a list or an enumeration, never typed text. `instant` is ISO 8601 UTC with milliseconds, `day`
 * YYYY-MM-DD, `hash` SHA-256 in lowercase hex. `flag` is 0 or 1.
 */
export type ColumnType = 'uuid' | 'word' | 'int' | 'flag' | 'instant' | 'day' | 'hash';

export interface Column {
  type: ColumnType;
  /** A row without it is parked. */
  needed?: true;
  /** The station sends `pseudonym(key of the office, value)` in place of the value. */
  pseudonym?: true;
}

export interface UpTable {
  /**
   * Where the row's name on the wire comes from: its own `id`; a pseudonym of it; the day; or the moment and hash of a
   * journal row (`journalId`), so that two histories of one office never share a name.
   */
  id: 'own' | 'pseudonym' | 'day' | 'journal';
  columns: Record<string, Column>;
  /** Rows are only ever added: an update or deletion is parked. */
  appendOnly?: true;
}

const uuid: Column = { type: 'uuid' };
const word: Column = { type: 'word' };
const int: Column = { type: 'int' };
const flag: Column = { type: 'flag' };
const instant: Column = { type: 'instant' };
const day: Column = { type: 'day' };
const hash: Column = { type: 'hash' };
const needed = (column: Column): Column => ({ ...column, needed: true });
const pseudonym: Column = { type: 'uuid', pseudonym: true };

export const upTables = {
  visit: {
    id: 'own',
    columns: {
      seq: needed(int),
      code: needed(word),
      submission_id: needed(word),
      visitor_id: pseudonym,
      kind: needed(word),
      on_day: needed(day),
      letter: needed(word),
      count: needed(int),
      language: needed(word),
      purpose: word,
      men: needed(int),
      women: needed(int),
      companion_relation: word,
      notice_version: int,
      notice_choice: word,
      notice_at: instant,
      entry: needed(word),
      entered_by: uuid,
      state: needed(word),
      previous_state: word,
      state_at: needed(instant),
      submitted_at: needed(instant),
      boot: needed(uuid),
      submitted_mono_ms: needed(int),
      served_at: instant,
      served_by: uuid,
      waited_ms: int,
      promise_ms: needed(int),
      breach_reason: word,
      left_reason: word,
      ended_at: instant,
      duration_ms: int,
    },
  },
  visit_service: {
    id: 'own',
    columns: {
      visit_id: needed(uuid),
      service: needed(word),
      started_at: instant,
      ended_at: instant,
      staff_id: uuid,
      outcome: word,
    },
  },
  /** Who came, without saying who: what the surveys count. A disability is health data and stays. */
  visitor: {
    id: 'pseudonym',
    columns: {
      sex: word,
      birth_year: int,
      education: word,
      occupation: word,
      institution_category: word,
      created_at: needed(instant),
      erased_at: instant,
    },
  },
  custody: {
    id: 'own',
    columns: {
      visit_id: needed(uuid),
      card_kind: word,
      card_of: needed(word),
      no_card_reason: word,
      pocket_id: uuid,
      locker_id: uuid,
      taken_at: needed(instant),
      taken_by: needed(uuid),
      released_at: instant,
      released_by: uuid,
      release: word,
      second_staff_id: uuid,
    },
  },
  locker: {
    id: 'own',
    columns: { number: needed(int), code: needed(word), condition: needed(word) },
  },
  pocket: {
    id: 'own',
    columns: { number: needed(int), code: needed(word), condition: needed(word) },
  },
  handover: {
    id: 'own',
    columns: {
      at: needed(instant),
      from_staff_id: needed(uuid),
      to_staff_id: needed(uuid),
      counted_cards: needed(int),
      expected_cards: needed(int),
    },
  },
  closing: {
    id: 'day',
    columns: {
      on_day: needed(day),
      closed_at: needed(instant),
      closed_by: needed(uuid),
      left_open: needed(int),
    },
  },
  help_call: {
    id: 'own',
    columns: { called_at: needed(instant), answered_at: instant, answered_by: uuid },
  },
  staff: {
    id: 'own',
    columns: { role: needed(word), active: needed(flag), created_at: needed(instant) },
  },
  wanted: {
    id: 'own',
    columns: {
      publication_id: uuid,
      visit_id: uuid,
      door: needed(word),
      asked_at: needed(instant),
      settled_at: instant,
      settled_by: uuid,
      outcome: word,
    },
  },
  publication_copy: {
    id: 'own',
    columns: {
      publication_id: needed(uuid),
      code: needed(word),
      condition: needed(word),
      not_for_copying: needed(flag),
      added_at: needed(instant),
    },
  },
  /** One time that a printed copy was not on its shelf: with a visitor, or out with a photocopy slip. */
  copy_away: {
    id: 'own',
    columns: {
      copy_id: needed(uuid),
      visit_id: needed(uuid),
      photocopy_id: uuid,
      taken_at: needed(instant),
      taken_by: uuid,
      ended_at: instant,
      ended_by: uuid,
      ending: word,
    },
  },
  photocopy: {
    id: 'own',
    columns: {
      visit_id: needed(uuid),
      on_day: needed(day),
      count: needed(int),
      copies: needed(int),
      paper: needed(word),
      duplex: needed(flag),
      state: needed(word),
      requested_at: needed(instant),
      requested_by: uuid,
      out_at: instant,
      copied_at: instant,
      copied_by: word,
      back_at: instant,
      ended_at: instant,
      ended_by: uuid,
    },
  },
  /** `sha256` is of the PDF, which stays. */
  softcopy: {
    id: 'own',
    columns: {
      visit_id: needed(uuid),
      source: needed(word),
      state: needed(word),
      opened_at: needed(instant),
      opened_by: uuid,
      ready_at: instant,
      ended_at: instant,
      pages: int,
      bytes: int,
      sha256: hash,
    },
  },
  /** Without the address. `problem` is a code. */
  delivery: {
    id: 'own',
    columns: {
      softcopy_id: needed(uuid),
      way: needed(word),
      state: needed(word),
      tries: needed(int),
      expires_at: instant,
      problem: word,
      made_at: needed(instant),
      made_by: uuid,
      ended_at: instant,
    },
  },
  /** Block III of the survey, without the words that the visitor used. */
  data_need: {
    id: 'own',
    columns: {
      visit_id: needed(uuid),
      area_code: word,
      year_from: int,
      year_to: int,
      obtained: needed(word),
      source: word,
      publication_id: uuid,
      title_year: int,
      planning: flag,
      quality: int,
      noted_at: needed(instant),
      noted_by: uuid,
      removed_at: instant,
    },
  },
  /** Without `data`, which may hold a typed reason: its hash is here, so the office can be asked to show the row. */
  journal: {
    id: 'journal',
    appendOnly: true,
    columns: {
      seq: needed(int),
      at: needed(instant),
      door: needed(word),
      staff_id: uuid,
      what: needed(word),
      visit_id: uuid,
      previous: needed(word),
      hash: needed(hash),
    },
  },
  /** What an office did with a request from headquarters: seen, claimed, answered (with a file) or refused. */
  request_event: {
    id: 'own',
    appendOnly: true,
    columns: {
      request_id: needed(uuid),
      kind: needed(word),
      at: needed(instant),
      staff_id: uuid,
      file: hash,
      reason: word,
    },
  },
} as const satisfies Record<string, UpTable>;

export type UpTableName = keyof typeof upTables;

export const upTable = (name: string): UpTable | undefined =>
  Object.hasOwn(upTables, name) ? upTables[name as UpTableName] : undefined;

export type Value = string | number;

/** A row as it travels: columns that hold null are left out, so that a column added later changes no hash. */
export type RowData = Record<string, Value>;

const shapes: Record<Exclude<ColumnType, 'int' | 'flag'>, RegExp> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  // One line without control characters: a code, never a text.
  word: /^[\p{L}\p{N}\p{P}\p{S} ]{1,64}$/u,
  instant: /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
  day: /^\d{4}-\d\d-\d\d$/,
  hash: /^[0-9a-f]{64}$/,
};

export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && shapes.uuid.test(value);

function fits(type: ColumnType, value: unknown): boolean {
  if (type === 'int') return Number.isSafeInteger(value);
  if (type === 'flag') return value === 0 || value === 1;
  if (typeof value !== 'string' || !shapes[type].test(value)) return false;
  return (type !== 'instant' && type !== 'day') || isDay(value.slice(0, 10));
}

/** Every month has these days. */
const sureDay = /-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/;

/** 30 February has the shape of a day and is none. */
function isDay(day: string): boolean {
  if (sureDay.test(day)) return true;
  const ms = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}

/** Why a row cannot be applied; `newer` may fit after an upgrade, the others need somebody's look. */
export type Misfit = 'shape' | 'table' | 'column' | 'type' | 'missing' | 'append-only' | 'newer';

/** @returns null when the data fits its table. */
export function misfitOf(table: UpTable, data: RowData): Misfit | null {
  for (const name in data) {
    const column = Object.hasOwn(table.columns, name) ? table.columns[name]! : null;
    if (!column) return 'column';
    if (!fits(column.type, data[name])) return 'type';
  }
  for (const name in table.columns)
    if (table.columns[name]!.needed && data[name] === undefined) return 'missing';
  return null;
}

/** The name of a closing: a UUID of version 7 made from nothing but its day. */
export function dayId(day: string): string {
  return timeId(Date.parse(`${day}T00:00:00.000Z`), '000', '8000', '000000000000');
}

/** The name of a journal row: its moment, then its hash. */
export function journalId(at: string, hash: string): string {
  return timeId(Date.parse(at), hash.slice(0, 3), `8${hash.slice(3, 6)}`, hash.slice(6, 18));
}

function timeId(ms: number, a: string, b: string, c: string): string {
  const time = Math.max(0, ms).toString(16).padStart(12, '0').slice(-12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a}-${b}-${c}`;
}

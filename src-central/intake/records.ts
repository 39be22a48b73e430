/** Rows in PostgreSQL's own binary notation, which it takes in in three quarters of the time that it needs for text. */
import { sql } from 'kysely';
import type { Db } from '../database/open.ts';
import type { Tx } from '../database/write.ts';

export type Field = string | number | boolean;

/** How rows of a table are written, and which type that is in this database. */
export interface RecordType {
  oid: number;
  columns: { name: string; oid: number; put: Put }[];
}

/** Writes the length of a value and the value. */
type Put = (value: Field) => void;

/** What one value can take that is no text, with its type and its length. */
const fixed = 24;

class Notation {
  #bytes = Buffer.allocUnsafe(256 * 1024);
  #view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length);
  #at = 0;

  /** Everything below expects that there is room. */
  reserve(length: number): void {
    if (this.#at + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#bytes.length + length));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer, larger.byteOffset, larger.length);
  }

  int(value: number): void {
    this.#view.setInt32(this.#at, value);
    this.#at += 4;
  }

  short(value: number): void {
    this.#view.setInt16(this.#at, value);
    this.#at += 2;
  }

  byte(value: number): void {
    this.#bytes[this.#at++] = value;
  }

  /** `value` times `by`, which may be beyond what a number holds exactly. @param value a safe integer. */
  long(value: number, by = 1): void {
    const high = Math.floor(value / 2 ** 32);
    const low = (value - high * 2 ** 32) * by;
    const carried = Math.floor(low / 2 ** 32);
    this.#view.setInt32(this.#at, high * by + carried);
    this.#view.setUint32(this.#at + 4, low - carried * 2 ** 32);
    this.#at += 8;
  }

  text(value: string): void {
    this.reserve(3 * value.length + fixed);
    const start = this.#at + 4;
    let end = start;
    // Almost all of it is ASCII and short: a call would cost more.
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at);
      if (code > 127) {
        end = start + this.#bytes.write(value, start);
        break;
      }
      this.#bytes[end++] = code;
    }
    this.int(end - start);
    this.#at = end;
  }

  /** Of pairs of hexadecimal digits, between which there may be dashes. */
  hex(value: string, length: number): void {
    this.int(length);
    for (let at = 0; at < value.length; at += 2) {
      if (value.charCodeAt(at) === dash) at++;
      this.#bytes[this.#at++] = (digit(value, at) << 4) | digit(value, at + 1);
    }
  }

  /** Goes back to the length that stands before what has been written since `from`. */
  close(from: number): void {
    this.#view.setInt32(from, this.#at - from - 4);
  }

  /** Where the next is written. */
  get at(): number {
    return this.#at;
  }

  begin(): void {
    this.#at = 0;
  }

  /** A copy of what has been written. */
  taken(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#at));
  }
}

/** One for everybody: nothing is awaited between the first byte and the last. */
const to = new Notation();

const dash = 45;

/** Of a lowercase digit. */
function digit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}

const dayMs = 86_400_000;
/** PostgreSQL counts from here. */
const beginning = Date.UTC(2000, 0, 1);

/** Of the types that the tables of the offices have. */
const notations: Record<string, Put> = {
  text: value => to.text(value as string),
  uuid: value => to.hex(value as string, 16),
  bytea: value => to.hex(value as string, (value as string).length / 2),
  int8: value => {
    to.int(8);
    to.long(value as number);
  },
  int2: value => {
    to.int(2);
    to.short(value as number);
  },
  bool: value => {
    to.int(1);
    to.byte(Number(value));
  },
  timestamptz: value => {
    to.int(8);
    to.long((typeof value === 'number' ? value : Date.parse(value as string)) - beginning, 1_000);
  },
  date: value => {
    to.int(4);
    to.int((Date.parse(value as string) - beginning) / dayMs);
  },
};

/** @param fieldOf the value of a column; undefined is NULL. */
export function arrayOf<Row>(
  { oid, columns }: RecordType,
  rows: Row[],
  fieldOf: (row: Row, column: string) => Field | undefined,
): Buffer {
  to.begin();
  // One dimension, no NULL among the rows, from 1.
  for (const value of [1, 0, oid, rows.length, 1]) to.int(value);
  for (const row of rows) {
    to.reserve(fixed * (columns.length + 1));
    const from = to.at;
    to.int(0);
    to.int(columns.length);
    for (let at = 0; at < columns.length; at++) {
      const { name, oid, put } = columns[at]!;
      to.int(oid);
      const value = fieldOf(row, name);
      if (value === undefined) to.int(-1);
      else put(value);
    }
    to.close(from);
  }
  return to.taken();
}

const known = new WeakMap<Db | Tx, Map<string, RecordType>>();

/** Each database has its own numbers for its types. */
export async function recordTypeOf(db: Db | Tx, table: string): Promise<RecordType> {
  const types = known.get(db) ?? new Map<string, RecordType>();
  known.set(db, types);
  const type = types.get(table) ?? (await readType(db, table));
  types.set(table, type);
  return type;
}

async function readType(db: Db | Tx, table: string): Promise<RecordType> {
  const { rows } = await sql<{ of: number; name: string; oid: number; type: string }>`
    SELECT reltype::bigint AS of, attname AS name, atttypid::bigint AS oid, typname AS type
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid JOIN pg_type ON atttypid = pg_type.oid
    WHERE pg_class.oid = ${table}::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`.execute(db);
  const columns = rows.map(({ name, oid, type }) => {
    const put = notations[type];
    if (!put) throw new Error(`${table}.${name} is a ${type}, which is not written yet`);
    return { name, oid, put };
  });
  return { oid: rows[0]!.of, columns };
}

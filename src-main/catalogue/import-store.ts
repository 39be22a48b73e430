/** Takes publications in from a source, many at a time: new ones are added, known ones brought up to date. */
import { CompiledQuery, sql } from 'kysely';
import { randomFillSync } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { record, type Tx } from '../database/write.ts';
import { reindex, type Reindexed } from '../search/index-store.ts';
import { termsOf } from '../search/rules.ts';
import {
  columnEntries,
  columnsOf,
  fieldsOf,
  importedOf,
  importedText,
  titleKey,
  type Columns,
  type StoredPublication,
} from './rows.ts';
import { completed } from './rules.ts';
import type { PublicationFields, PublicationSource } from './schema.ts';
import { nextSeq, nextSeqs } from './store.ts';

export interface Incoming {
  /** The source's own id; null when it has none. */
  pubId: string | null;
  fields: PublicationFields;
}

export interface TakenIn {
  added: number;
  changed: number;
  unchanged: number;
}

interface Upsert extends Columns {
  seq: number;
  id: string;
  key: string;
  pub_id: string | null;
  source: PublicationSource;
  imported: string | null;
}

/** Fields that the office has edited stay as it wrote them; what the source says of them is kept beside. */
export async function takeInPublications(
  tx: Tx,
  incoming: Incoming[],
  source: PublicationSource,
): Promise<TakenIn> {
  const anyByTitle = await knowsTitles(tx);
  const rows = new Map<string, { pubId: string | null; byTitle: string | null; fields: PublicationFields }>();
  for (const { pubId, fields: given } of incoming) {
    const fields = completed(given);
    const byTitle = pubId === null || anyByTitle ? titleKey(fields) : null;
    rows.set(pubId ?? byTitle!, { pubId, byTitle, fields });
  }
  const known = await findKnown(
    tx,
    [...rows].flatMap(([key, { byTitle }]) => (byTitle && byTitle !== key ? [key, byTitle] : [key])),
  );
  const seqs = await Seqs.of(
    tx,
    [...rows.values()].map(row => row.fields.year),
  );
  const upserts: Upsert[] = [];
  const abstracts: [number, string | null][] = [];
  const terms: Reindexed[] = [];
  const taken = { added: 0, changed: 0, unchanged: incoming.length - rows.size };
  for (const [key, { pubId, byTitle, fields }] of rows) {
    const row = known.get(key) ?? known.get(byTitle ?? key);
    if (row && row.key !== key) await adopt(tx, row, key, pubId);
    const { effective, imported } = row ? merged(row, fields) : { effective: fields, imported: null };
    if (row && imported === row.imported && same(row, effective)) {
      taken.unchanged++;
      continue;
    }
    const seq = row && row.year === effective.year ? row.seq : await seqs.next(effective.year);
    const columns = columnsOf(effective);
    upserts.push({ seq, id: row?.id ?? newId(), key, pub_id: pubId, source, imported, ...columns });
    if (effective.abstract !== (row?.abstract ?? null)) abstracts.push([seq, effective.abstract]);
    const printed = row?.printed === 1;
    terms.push({
      seq,
      terms: termsOf(columns, printed),
      was: row ? { seq: row.seq, terms: termsOf(row, printed) } : null,
    });
    taken[row ? 'changed' : 'added']++;
  }
  if (upserts.length > 0) {
    await upsert(tx, upserts);
    await storeAbstracts(tx, abstracts);
    await reindex(tx, terms);
  }
  await record(tx, 'publication.imported', { data: { ...taken } });
  return taken;
}

/** Whether any publication is known by its title alone, so that one with an id may be the same. */
async function knowsTitles(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('publication')
    .select('seq')
    .where('key', '>=', 't:')
    .where('key', '<', 't;')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const chance = new Uint8Array(16 * 512);
let chanceUsed = chance.length;

/** Half a million ids cost seconds when each asks the system for its own chance. */
function newId(): string {
  if (chanceUsed === chance.length) {
    randomFillSync(chance);
    chanceUsed = 0;
  }
  chanceUsed += 16;
  return uuid({ random: chance.subarray(chanceUsed - 16, chanceUsed) });
}

type Known = StoredPublication & { printed: number };

async function findKnown(tx: Tx, keys: string[]): Promise<Map<string, Known>> {
  const { rows } = await sql<Known>`
    SELECT publication.*, publication_abstract.abstract, EXISTS (
      SELECT 1 FROM publication_copy
      WHERE publication_id = publication.id AND condition <> 'retired') AS printed
    FROM publication LEFT JOIN publication_abstract USING (seq)
    WHERE key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`.execute(tx);
  return new Map(rows.map(row => [row.key, row]));
}

/** What was known by its title alone has an id from now on. */
async function adopt(tx: Tx, row: Known, key: string, pubId: string | null): Promise<void> {
  await tx.updateTable('publication').set({ key, pub_id: pubId }).where('id', '=', row.id).execute();
  row.key = key;
}

function merged(row: Known, fields: PublicationFields) {
  const before = importedOf(row);
  if (Object.keys(before).length === 0) return { effective: fields, imported: null };
  const imported = Object.fromEntries(
    Object.keys(before).map(field => [field, fields[field as keyof PublicationFields]]),
  );
  const own = fieldsOf(row);
  const kept = Object.fromEntries(
    Object.keys(before).map(field => [field, own[field as keyof PublicationFields]]),
  );
  return { effective: { ...fields, ...kept }, imported: importedText(imported) };
}

function same(row: Known, fields: PublicationFields): boolean {
  return (
    fields.abstract === row.abstract &&
    columnEntries.every(([field, column]) => fields[field] === row[column])
  );
}

/** Numbers new publications of a year one after the other, asking the table once. */
class Seqs {
  #next: Map<number | null, number>;
  #tx: Tx;

  private constructor(tx: Tx, next: Map<number | null, number>) {
    this.#tx = tx;
    this.#next = next;
  }

  static async of(tx: Tx, years: (number | null)[]): Promise<Seqs> {
    return new Seqs(tx, await nextSeqs(tx, [...new Set(years)]));
  }

  async next(year: number | null): Promise<number> {
    // A year that the office has set.
    const seq = this.#next.get(year) ?? (await nextSeq(this.#tx, year));
    this.#next.set(year, seq + 1);
    return seq;
  }
}

const upsertColumns: (keyof Upsert)[] = [
  'seq',
  'id',
  'key',
  'pub_id',
  'source',
  'imported',
  ...columnEntries.map(([, column]) => column),
];
const updated = upsertColumns.filter(column => column !== 'id' && column !== 'key');

/** Rows are sent so many at a time, so that few statements are kept ready, and few are run for any number of rows. */
const atOnce = [40, 8, 1];

async function upsert(tx: Tx, rows: Upsert[]): Promise<void> {
  for (let at = 0; at < rows.length;) {
    const count = atOnce.find(one => one <= rows.length - at)!;
    const values = rows.slice(at, at + count).flatMap(row => upsertColumns.map(column => row[column]));
    await tx.executeQuery(CompiledQuery.raw(upsertOf.get(count)!, values));
    at += count;
  }
}

function upsertStatement(rows: number): string {
  const row = `(${upsertColumns.map(() => '?').join(', ')})`;
  return `
    INSERT INTO publication (${upsertColumns.join(', ')})
    VALUES ${Array.from({ length: rows }, () => row).join(', ')}
    ON CONFLICT (key) DO UPDATE SET ${updated.map(column => `${column} = excluded.${column}`).join(', ')}`;
}

const upsertOf = new Map(atOnce.map(rows => [rows, upsertStatement(rows)]));

async function storeAbstracts(tx: Tx, abstracts: [number, string | null][]): Promise<void> {
  const kept = abstracts.filter(([, text]) => text !== null);
  const gone = abstracts.filter(([, text]) => text === null).map(([seq]) => seq);
  await sql`
    INSERT INTO publication_abstract (seq, abstract)
    SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(kept)}) WHERE true
    ON CONFLICT (seq) DO UPDATE SET abstract = excluded.abstract`.execute(tx);
  if (gone.length > 0) await tx.deleteFrom('publication_abstract').where('seq', 'in', gone).execute();
}

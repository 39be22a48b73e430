/** The append-only, hash-chained journal: written by every writer in its own transaction, never edited. */
import { sql } from 'kysely';
import { hash } from 'node:crypto';
import type { Db } from '../database/open.ts';
import type { JournalTable } from '../database/tables.ts';
import type { Actor, Tx } from '../database/write.ts';

export type JournalRow = JournalTable;

/** What a writer tells the journal. `data` goes into a chain that is never erased: no personal data in it. */
export interface Happening {
  visitId?: string;
  data?: Record<string, unknown>;
}

interface Entry extends Happening {
  at: Date;
  actor: Actor;
  what: string;
}

const genesis = 'genesis';

export async function appendJournal(tx: Tx, entry: Entry): Promise<JournalRow> {
  const last = await tx
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at.toISOString(),
    door: entry.actor.door,
    staff_id: entry.actor.staffId,
    what: entry.what,
    visit_id: entry.visitId ?? null,
    data: JSON.stringify(entry.data ?? {}),
    previous: last?.hash ?? genesis,
  };
  const whole = { ...row, hash: hashOf(row) };
  await tx.insertInto('journal').values(whole).execute();
  return whole;
}

export function hashOf(row: Omit<JournalRow, 'hash'>): string {
  const image = [row.previous, row.seq, row.at, row.door, row.staff_id, row.what, row.visit_id, row.data];
  return hash('sha256', JSON.stringify(image));
}

export interface Verification {
  rows: number;
  /** The first row that does not continue the chain; null when every row does. */
  brokenAt: number | null;
}

/** Reads the whole chain from the first row, in pages that let other requests through between them. */
export async function verifyJournal(db: Db): Promise<Verification> {
  let previous = genesis;
  let rows = 0;
  for (;;) {
    const page = await db
      .selectFrom('journal')
      .selectAll()
      .where('seq', '>', rows)
      .orderBy('seq')
      .limit(2_000)
      .execute();
    for (const row of page) {
      const continues = row.seq === rows + 1 && row.previous === previous && row.hash === hashOf(row);
      if (!continues) return { rows, brokenAt: row.seq };
      previous = row.hash;
      rows += 1;
    }
    if (page.length === 0) return { rows, brokenAt: null };
  }
}

/** What happened to one visit, oldest first, with the names of the officers who did it. */
export function listVisitJournal(db: Db, visitId: string) {
  return db
    .selectFrom('journal')
    .leftJoin('staff', 'staff.id', 'journal.staff_id')
    .select([
      'journal.seq',
      'journal.at',
      'journal.door',
      'journal.what',
      'journal.data',
      'staff.name as staff',
    ])
    .where('journal.visit_id', '=', visitId)
    .orderBy('journal.seq')
    .execute();
}

/** What happened to one publication and its copies, newest first. */
export function listPublicationJournal(db: Db, publicationId: string) {
  return db
    .selectFrom('journal')
    .leftJoin('staff', 'staff.id', 'journal.staff_id')
    .select(['journal.seq', 'journal.at', 'journal.door', 'journal.what', 'journal.data'])
    .select('staff.name as staff')
    .where(sql<string>`json_extract(journal.data, '$.publicationId')`, '=', publicationId)
    .orderBy('journal.seq', 'desc')
    .limit(200)
    .execute();
}

/** The newest happenings of the whole station, newest first. */
export function listJournal(db: Db, before: number | null, limit: number) {
  return db
    .selectFrom('journal')
    .leftJoin('staff', 'staff.id', 'journal.staff_id')
    .select(['journal.seq', 'journal.at', 'journal.door', 'journal.what', 'journal.visit_id', 'journal.data'])
    .select('staff.name as staff')
    .$if(before !== null, query => query.where('journal.seq', '<', before!))
    .orderBy('journal.seq', 'desc')
    .limit(limit)
    .execute();
}

/** Everything after `seq`, for windows that missed it. */
export function journalAfter(db: Db, seq: number, limit: number) {
  return db
    .selectFrom('journal')
    .select(['seq', 'what'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

export async function lastSeq(db: Db): Promise<number> {
  const row = await db.selectFrom('journal').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row?.seq ?? 0;
}

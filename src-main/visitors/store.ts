import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { makeCode } from '../codes/rules.ts';
import type { Db } from '../database/open.ts';
import { contextOf, record, type Books, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import type { Person } from '../visits/schema.ts';
import { eraseCompanions } from '../visits/store.ts';
import { nameKey, nameMatch, normalisePhone, tidyName } from './rules.ts';

/** The form of a person as it is stored: tidied, folded for comparing, phone as E.164. */
function stored(person: Person) {
  const name = person.name ? tidyName(person.name) : null;
  return {
    name,
    name_key: name ? nameKey(name) : null,
    sex: person.sex ?? null,
    birth_year: person.birthYear ?? null,
    phone: person.phone ? normalisePhone(person.phone) : null,
    email: person.email ? person.email.trim().toLowerCase() : null,
    education: person.education ?? null,
    occupation: person.occupation ?? null,
    occupation_other: person.occupationOther ?? null,
    institution_category: person.institutionCategory ?? null,
    institution_category_other: person.institutionCategoryOther ?? null,
    institution: person.institution ?? null,
    disability: person.disability ?? null,
  };
}

export async function addVisitor(tx: Tx, person: Person, remembered: boolean): Promise<string> {
  const id = uuid();
  await tx
    .insertInto('visitor')
    .values({
      id,
      code: makeCode('visitor'),
      ...stored(person),
      remembered: Number(remembered),
      created_at: contextOf(tx).station.clock.now().toISOString(),
      erased_at: null,
    })
    .execute();
  await record(tx, 'visitor.added', { data: { visitorId: id, remembered } });
  return id;
}

/** Visitors with this name and phone or e-mail; a phone alone is shared by families and school groups. */
export async function sameVisitors(tx: Tx, person: Person): Promise<string[]> {
  const { name_key, phone, email } = stored(person);
  if (!name_key || (!phone && !email)) return [];
  const rows = await tx
    .selectFrom('visitor')
    .select('id')
    .where('name_key', '=', name_key)
    .where(eb => (phone ? eb('phone', '=', phone) : eb('email', '=', email)))
    .execute();
  return rows.map(row => row.id);
}

export function findRemembered(db: Db, phone: string, birthYear: number) {
  return db
    .selectFrom('visitor')
    .select(['id', 'name'])
    .where('phone', '=', phone)
    .where('birth_year', '=', birthYear)
    .where('remembered', '=', 1)
    .where('erased_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(5)
    .execute();
}

export function findVisitorByCode(db: Db, code: string) {
  return db
    .selectFrom('visitor')
    .select(['id', 'remembered'])
    .where('code', '=', code)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
}

/** The code for a visitor card, which only those have who asked to be remembered. */
export async function cardCodeOf(db: Db, visitorId: string): Promise<string> {
  const row = await db
    .selectFrom('visitor')
    .select(['code', 'remembered'])
    .where('id', '=', visitorId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw problem.visitors.unknown();
  if (row.remembered === 0) throw problem.labels.notRemembered();
  return row.code;
}

export async function visitorExists(tx: Tx, visitorId: string): Promise<void> {
  const row = await tx
    .selectFrom('visitor')
    .select('id')
    .where('id', '=', visitorId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw problem.visitors.unknown();
}

/** Nothing of the person stays; their visits stay as figures, and the journal never knew who it was. */
export async function eraseVisitor(tx: Tx, visitorId: string, why: 'asked' | 'period'): Promise<void> {
  const row = await tx
    .selectFrom('visitor')
    .select('erased_at')
    .where('id', '=', visitorId)
    .executeTakeFirst();
  if (!row || row.erased_at) throw problem.visitors.unknown();
  await tx
    .updateTable('visitor')
    .set({
      name: null,
      name_key: null,
      phone: null,
      email: null,
      occupation_other: null,
      institution: null,
      institution_category_other: null,
      remembered: 0,
      erased_at: contextOf(tx).station.clock.now().toISOString(),
    })
    .where('id', '=', visitorId)
    .execute();
  await eraseCompanions(tx, visitorId);
  await record(tx, 'visitor.erased', { data: { visitorId, why } });
}

/** Visitors whose last visit lies before a day, in small portions. Nobody inside the building is among them. */
export async function visitorsUnseenSince(db: Db, onDay: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('visitor')
    .select('id')
    .where('erased_at', 'is', null)
    .where('created_at', '<', onDay)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('visit')
            .select('visit.id')
            .whereRef('visit.visitor_id', '=', 'visitor.id')
            .where('visit.on_day', '>=', onDay),
        ),
      ),
    )
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map(row => row.id);
}

/** Phone, e-mail and the rest of a visitor; the look itself is recorded, in the same transaction. */
export async function lookAtVisitor(tx: Tx, visitorId: string, visitId: string) {
  const row = await tx.selectFrom('visitor').selectAll().where('id', '=', visitorId).executeTakeFirst();
  if (!row) throw problem.visitors.unknown();
  await record(tx, 'visitor.looked', { visitId, data: { visitorId, fields: ['phone', 'email'] } });
  return { phone: row.phone, email: row.email };
}

/** Before a search for names: those that wait for the full text enter it (migration 0013). */
export async function enterNames(books: Books): Promise<void> {
  await books.deleteFrom('visit_name_later').execute();
}

/** For the counter: people who came lately, by the beginning of any word of their name. No contacts in the answer. */
export async function searchVisitors(tx: Tx, text: string) {
  const name = nameKey(text).length < 2 ? null : nameMatch(text);
  await enterNames(tx);
  const rows =
    name === null
      ? []
      : await tx
          .selectFrom(lately =>
            lately
              .selectFrom('visit_name')
              .innerJoin('visit', 'visit.seq', 'visit_name.rowid')
              .select(['visit.visitor_id', 'visit.seq'])
              .where(sql<boolean>`visit_name MATCH ${name}`)
              .orderBy('visit_name.rowid', 'desc')
              .limit(500)
              .as('lately'),
          )
          .innerJoin('visitor', 'visitor.id', 'lately.visitor_id')
          .select(['visitor.id', 'name', 'birth_year as birthYear', 'institution', 'created_at as since'])
          .where('erased_at', 'is', null)
          .groupBy('visitor.id')
          .orderBy(eb => eb.fn.max('lately.seq'), 'desc')
          .limit(20)
          .execute();
  await record(tx, 'visitor.searched', { data: { found: rows.length } });
  return rows;
}

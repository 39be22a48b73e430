import { v7 as uuid } from 'uuid';
import { makeCode } from '../codes/rules.ts';
import type { Db } from '../database/open.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import type { Person } from '../visits/schema.ts';
import { nameKey, normalisePhone, tidyName } from './rules.ts';

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

export async function visitorExists(tx: Tx, visitorId: string): Promise<void> {
  const row = await tx
    .selectFrom('visitor')
    .select('id')
    .where('id', '=', visitorId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw problem.visitors.unknown();
}

/** Phone, e-mail and the rest of a visitor; the look itself is recorded, in the same transaction. */
export async function lookAtVisitor(tx: Tx, visitorId: string, visitId: string) {
  const row = await tx.selectFrom('visitor').selectAll().where('id', '=', visitorId).executeTakeFirst();
  if (!row) throw problem.visitors.unknown();
  await record(tx, 'visitor.looked', { visitId, data: { visitorId, fields: ['phone', 'email'] } });
  return { phone: row.phone, email: row.email };
}

/** For the counter: people who came before, by the beginning of their name. No contacts in the answer. */
export async function searchVisitors(tx: Tx, text: string) {
  const key = nameKey(text);
  const rows =
    key.length < 2
      ? []
      : await tx
          .selectFrom('visitor')
          .select(['id', 'name', 'birth_year as birthYear', 'institution', 'created_at as since'])
          .where('name_key', 'like', `%${key.replaceAll(/[%_]/g, '')}%`)
          .where('erased_at', 'is', null)
          .orderBy('created_at', 'desc')
          .limit(20)
          .execute();
  await record(tx, 'visitor.searched', { data: { found: rows.length } });
  return rows;
}

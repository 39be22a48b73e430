/** Who agreed to be named for a purpose: how many by office for the screen, who they are for the one file of it. */
import { sql } from 'kysely';
import type { Central } from '../central.ts';
import { record, write, type Actor } from '../database/write.ts';
import type { ConsentPurpose } from '../wire/consent-schema.ts';
import { dayOf } from './list-store.ts';
import type { ConsentSearch } from './schema.ts';

export interface ConsentLine {
  office: string;
  name: string;
  people: number;
  byPhone: number;
  byEmail: number;
  /** When its stations last said who they are. */
  receivedAt: Date;
}

export interface ConsentPage {
  rows: ConsentLine[];
  /** Offices, and the people of all of them. */
  total: number;
  people: number;
}

const orders: Record<ConsentSearch['order'], ReturnType<typeof sql>> = {
  office: sql`office`,
  people: sql`people`,
  received: sql`"receivedAt"`,
};

const atOnce = 50;
const likeOf = (text: string) => `%${text.trim().replaceAll(/[\\%_]/g, found => `\\${found}`)}%`;

/** Offices that handed a list in, an empty one too. */
export async function listConsents(central: Central, asked: ConsentSearch): Promise<ConsentPage> {
  const lines = sql<ConsentLine>`
    SELECT said.office_id AS office, office.name, said."receivedAt", coalesce(people, 0)::int AS people,
      coalesce("byPhone", 0)::int AS "byPhone", coalesce("byEmail", 0)::int AS "byEmail"
    FROM (
      SELECT office_id, max(received_at) AS "receivedAt" FROM consent_part
      WHERE purpose = ${asked.purpose} GROUP BY office_id) said
    JOIN office ON office.office_id = said.office_id
    LEFT JOIN (
      SELECT office_id, count(*) AS people, count(phone) AS "byPhone", count(email) AS "byEmail" FROM consent
      WHERE purpose = ${asked.purpose} AND until_on >= ${dayOf(central.now())} GROUP BY office_id) held
      ON held.office_id = said.office_id
    WHERE office.name ILIKE ${likeOf(asked.text)} OR said.office_id LIKE ${likeOf(asked.text)}`;
  const { rows } = await sql<ConsentLine>`
    SELECT * FROM (${lines}) line ORDER BY ${orders[asked.order]} ${asked.down ? sql`DESC` : sql`ASC`}, office
    LIMIT ${atOnce} OFFSET ${asked.page * atOnce}`.execute(central.db);
  const all = await sql<{ total: number; people: number }>`
    SELECT count(*)::int AS total, coalesce(sum(people), 0)::int AS people FROM (${lines}) line`.execute(
    central.db,
  );
  return { rows, ...all.rows[0]! };
}

export interface NamedPerson {
  office: string;
  officeName: string;
  name: string;
  phone: string | null;
  email: string | null;
  until: string;
}

/** The people of the offices searched for. Whoever takes them is on record, in the same transaction. */
export async function takePeople(
  central: Central,
  { purpose, text }: { purpose: ConsentPurpose; text: string },
  by: Actor,
): Promise<NamedPerson[]> {
  const now = central.now();
  return write(central, async tx => {
    const people = await tx
      .selectFrom('consent')
      .innerJoin('office', 'office.office_id', 'consent.office_id')
      .select([
        'consent.office_id as office',
        'office.name as officeName',
        'consent.name',
        'phone',
        'email',
        'until_on as until',
      ])
      .where('purpose', '=', purpose)
      .where('until_on', '>=', dayOf(now))
      .where(eb =>
        eb.or([eb('office.name', 'ilike', likeOf(text)), eb('consent.office_id', 'like', likeOf(text))]),
      )
      .orderBy('consent.office_id')
      .orderBy(sql`lower(consent.name)`)
      .orderBy('id')
      .execute();
    await record(tx, {
      at: now,
      actor: by,
      what: 'consent.exported',
      data: {
        purpose,
        offices: new Set(people.map(one => one.office)).size,
        people: people.length,
      },
    });
    return people;
  });
}

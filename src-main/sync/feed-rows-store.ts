/** Rows that headquarters wrote become rows of the office. What the office has made its own stays as it is. */
import { isDeepStrictEqual } from 'node:util';
import { isSignedBy, signed } from '../../src-central/wire/rules.ts';
import type { FeedRow } from '../../src-central/wire/schema.ts';
import { takeInPublications } from '../catalogue/import-store.ts';
import { readPublication } from '../catalogue/schema.ts';
import { contextOf, type Tx } from '../database/write.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { OfficeProfile, type Choice } from '../profile/schema.ts';
import { readProfile, saveProfile } from '../profile/store.ts';
import { keepSynonym } from '../search/synonyms-store.ts';
import { keepStaffOfHeadquarters } from '../staff/store.ts';
import { feedTables, isFeedTable, ProfileParts, PubId, type FeedTable } from './feed-schema.ts';

export interface AsideRow {
  t: string;
  id: string;
  reason: string;
  item: unknown;
}

/** @returns the rows that cannot be used, with the reason. */
export async function takeFeedRows(tx: Tx, scope: string, rows: FeedRow[]): Promise<AsideRow[]> {
  const aside: AsideRow[] = [];
  const publications: { row: FeedRow; data: ReturnType<typeof publicationOf> }[] = [];
  for (const row of rows) {
    const reason = isFeedTable(row.t) ? await takeRow(tx, scope, row, row.t, publications) : 'unknown';
    if (reason !== null) aside.push({ t: row.t, id: row.id, reason, item: row });
  }
  if (publications.length > 0)
    await takeInPublications(
      tx,
      publications.map(one => one.data!),
      'webapi',
    );
  return aside;
}

type Publications = { row: FeedRow; data: ReturnType<typeof publicationOf> }[];

/** @returns why the row cannot be used, else null. */
async function takeRow(
  tx: Tx,
  scope: string,
  row: FeedRow,
  table: FeedTable,
  publications: Publications,
): Promise<string | null> {
  if (row.op === 'D') return removeRow(tx, row, table);
  if (table === 'publication') {
    const data = publicationOf(row);
    if (data === null) return 'shape';
    publications.push({ row, data });
    return null;
  }
  const read = feedTables[table].safeParse(row.d);
  if (!read.success) return 'shape';
  const said = 'said' in read.data ? Number(read.data.said) : 0;
  if (said > 0 && said < Number((await lastSaid(tx, table, row.id))?.said ?? 0)) return null;
  const reason = await apply(tx, row.id, table, read.data);
  if (reason !== null) return reason;
  const { station } = contextOf(tx);
  const values = { scope, d: JSON.stringify(read.data) };
  const received_at = station.clock.now().toISOString();
  // A request was received when it was asked, also when it is taken back later.
  const anew = table === 'request' ? values : { ...values, received_at };
  await tx
    .insertInto('from_headquarters')
    .values({ tbl: table, id: row.id, ...values, received_at })
    .onConflict(one => one.columns(['tbl', 'id']).doUpdateSet(anew))
    .execute();
  return null;
}

function publicationOf(row: FeedRow) {
  const pubId = PubId.safeParse(row.d?.pubId);
  const fields = row.d && pubId.success ? readPublication(row.d) : null;
  return fields && { pubId: pubId.data ?? null, fields };
}

async function apply(
  tx: Tx,
  id: string,
  table: Exclude<FeedTable, 'publication'>,
  data: Record<string, unknown>,
): Promise<string | null> {
  switch (table) {
    case 'synonym':
      await keepSynonym(tx, id, data.phrases as string[]);
      return null;
    case 'list':
      return keepList(tx, id, data.choices as Choice[]);
    case 'profile':
      return keepProfile(tx, data as { text: string; signature: string });
    case 'staff':
      return keepStaffOfHeadquarters(tx, id, feedTables.staff.parse(data));
    case 'announcement':
    case 'instrument':
    case 'request':
      return null;
  }
}

/** A publication stays: copies and visits may point to it. So does a choice that visits have used. */
async function removeRow(tx: Tx, row: FeedRow, table: FeedTable): Promise<string | null> {
  if (table === 'synonym') await keepSynonym(tx, row.id, null);
  await tx.deleteFrom('from_headquarters').where('tbl', '=', table).where('id', '=', row.id).execute();
  return null;
}

async function lastSaid(tx: Tx, table: FeedTable, id: string): Promise<Record<string, unknown> | null> {
  const row = await tx
    .selectFrom('from_headquarters')
    .select('d')
    .where('tbl', '=', table)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? (JSON.parse(row.d) as Record<string, unknown>) : null;
}

/** As JSON sees them: whatever the order of their parts. */
const same = (a: unknown, b: unknown) => isDeepStrictEqual(asJson(a), asJson(b));
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown;

/** Words that the office has changed stay its own; choices that only the office has stay too. */
async function keepList(tx: Tx, id: string, choices: Choice[]): Promise<string | null> {
  const { profile } = await readProfile(tx);
  const name = id as keyof OfficeProfile['lists'];
  const mine = Object.hasOwn(profile.lists, name) ? profile.lists[name] : null;
  if (mine === null) return 'unknown list';
  const before = ((await lastSaid(tx, 'list', id))?.choices ?? defaultProfile.lists[name]) as Choice[];
  const said = new Map(before.map(one => [one.code, one]));
  const own = new Map(mine.map(one => [one.code, one]));
  const merged = choices.map(one => {
    const now = own.get(one.code);
    return now && !same(now, said.get(one.code)) ? now : one;
  });
  const codes = new Set(choices.map(one => one.code));
  const kept = mine.filter(one => !codes.has(one.code) && !said.has(one.code));
  const list = [...merged, ...kept];
  if (!same(list, mine)) await saveProfile(tx, { ...profile, lists: { ...profile.lists, [name]: list } });
  return null;
}

async function keepProfile(
  tx: Tx,
  { text, signature }: { text: string; signature: string },
): Promise<string | null> {
  const enrolment = await tx.selectFrom('sync_enrolment').select('server_key').executeTakeFirst();
  if (!enrolment || !isSignedBy(enrolment.server_key, signed.profile(text), signature)) return 'signature';
  const parts = partsOf(text);
  if (!parts) return 'shape';
  const { profile } = await readProfile(tx);
  const before = await lastSaid(tx, 'profile', 'office');
  const said = { ...defaultProfile, ...(before ? partsOf(String(before.text)) : {}) };
  const changed = Object.entries(parts).filter(([part, value]) => {
    const now = profile[part as keyof ProfileParts];
    return same(now, said[part as keyof ProfileParts]) && !same(now, value);
  });
  if (changed.length === 0) return null;
  const next = OfficeProfile.safeParse({ ...profile, ...Object.fromEntries(changed) });
  if (!next.success) return 'shape';
  await saveProfile(tx, next.data);
  return null;
}

function partsOf(text: string): ProfileParts | null {
  try {
    return ProfileParts.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

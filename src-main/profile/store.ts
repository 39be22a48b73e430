import { sql } from 'kysely';
import { contextOf, record, write, type Tx } from '../database/write.ts';
import { dayOf } from '../clock.ts';
import { keepToConsents } from '../consents/store.ts';
import type { Db } from '../database/open.ts';
import { setPlaceCount } from '../lockers/store.ts';
import { problem } from '../problem.ts';
import { addStaff } from '../staff/store.ts';
import type { Station } from '../station.ts';
import { defaultProfile } from './defaults.ts';
import { noticeOf } from './rules.ts';
import type { Notice, OfficeProfile, Setup } from './schema.ts';

export interface Profile {
  /** 0 before the station is set up: the defaults speak then. */
  version: number;
  profile: OfficeProfile;
}

export async function readProfile(db: Db): Promise<Profile> {
  const row = await db
    .selectFrom('profile')
    .select(['version', 'profile'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return { version: 0, profile: defaultProfile };
  // A profile saved by an earlier release lacks what has come since.
  return {
    version: row.version,
    profile: { ...defaultProfile, ...(JSON.parse(row.profile) as OfficeProfile) },
  };
}

/** The office's calendar day, YYYY-MM-DD. */
export async function todayHere({ db, clock }: Pick<Station, 'db' | 'clock'>): Promise<string> {
  const { profile } = await readProfile(db);
  return dayOf(clock.now(), profile.office.zone);
}

export async function saveProfile(tx: Tx, profile: OfficeProfile): Promise<number> {
  const { station, actor } = contextOf(tx);
  const { profile: before } = await readProfile(tx);
  const saved = await tx
    .insertInto('profile')
    .values({
      profile: JSON.stringify(profile),
      saved_at: station.clock.now().toISOString(),
      saved_by: actor.staffId,
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  await record(tx, 'profile.saved', { data: { version: saved.version } });
  await keepNotice(tx, profile);
  await keepToConsents(tx, before.consents, profile.consents);
  return saved.version;
}

/** First start: the office, its head as first administrator, its lockers and pockets. Nothing of it twice. */
export async function setUp(tx: Tx, setup: Setup, headPinHash: string): Promise<void> {
  const taken = await tx.selectFrom('staff').select('id').limit(1).executeTakeFirst();
  if (taken) throw problem.setup.done();
  await addStaff(tx, { name: setup.head.name, role: 'admin' }, headPinHash);
  await saveProfile(tx, { ...defaultProfile, office: setup.office, printer: setup.printer });
  await setPlaceCount(tx, 'locker', setup.lockers);
  await setPlaceCount(tx, 'pocket', setup.pockets);
  await record(tx, 'setup.done', { data: { lockers: setup.lockers, pockets: setup.pockets } });
}

/** The notice in force, as it was stored when it was first shown. */
export async function readNotice(db: Db): Promise<Notice> {
  const { profile } = await readProfile(db);
  const row = await noticeRow(db, JSON.stringify(noticeOf(profile)));
  if (!row) throw new Error('the notice in force was never stored');
  return { version: row.version, body: JSON.parse(row.body) as Notice['body'] };
}

async function noticeRow(db: Db, body: string) {
  return db.selectFrom('notice').select(['version', 'body']).where('body', '=', body).executeTakeFirst();
}

async function keepNotice(tx: Tx, profile: OfficeProfile): Promise<void> {
  const body = JSON.stringify(noticeOf(profile));
  if (await noticeRow(tx, body)) return;
  const made_at = contextOf(tx).station.clock.now().toISOString();
  const kept = await tx
    .insertInto('notice')
    .values({ body, made_at })
    .returning('version')
    .executeTakeFirstOrThrow();
  await record(tx, 'profile.notice', { data: { version: kept.version } });
}

/** At start: a new release of the program may word the notice anew. */
export async function refreshNotice(station: Station): Promise<void> {
  const { profile } = await readProfile(station.db);
  if (await noticeRow(station.db, JSON.stringify(noticeOf(profile)))) return;
  await write(station, { door: 'station', staffId: null }, tx => keepNotice(tx, profile));
}

export async function isSetUp(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('staff')
    .select(sql<number>`1`.as('one'))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** For an answer that is one of the office's list, and no text of somebody's own. @throws problem.request.invalid, which names the field. */
export async function requireChoice(
  tx: Tx,
  list: keyof OfficeProfile['lists'],
  code: string,
  field: string,
): Promise<void> {
  const { profile } = await readProfile(tx);
  if (!profile.lists[list].some(one => one.code === code))
    throw problem.request.invalid({ fields: [{ field }] });
}

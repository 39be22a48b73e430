/** Lockers and card pockets: the same kind of place with a number, a code and a condition. */
import { v7 as uuid } from 'uuid';
import { makeCode } from '../codes/rules.ts';
import type { Db } from '../database/open.ts';
import { record, type Tx } from '../database/write.ts';
import type { Place } from '../database/tables.ts';
import { problem } from '../problem.ts';
import { visitNumber } from '../visits/rules.ts';
import type { Condition, PlaceKind } from './schema.ts';

const heldBy = { locker: 'custody.locker_id', pocket: 'custody.pocket_id' } as const;

/** Every place with what it holds now, by number. */
export async function listPlaces(db: Db, kind: PlaceKind) {
  const rows = await db
    .selectFrom(`${kind} as place`)
    .leftJoin('custody', join =>
      join.onRef(heldBy[kind], '=', 'place.id').on('custody.released_at', 'is', null),
    )
    .leftJoin('visit', 'visit.id', 'custody.visit_id')
    .select(['place.id', 'place.number', 'place.code', 'place.condition', 'place.note'])
    .select([
      'custody.taken_at as since',
      'custody.id as custodyId',
      'visit.id as visitId',
      'visit.letter',
      'visit.count',
    ])
    .where('place.condition', '<>', 'retired')
    .orderBy('place.number')
    .execute();
  return rows.map(({ letter, count, ...place }) => ({
    ...place,
    visitNumber: letter && count ? visitNumber({ letter, count }) : null,
  }));
}

/** Who used a place before, newest first, without names. */
export async function listPlaceHistory(db: Db, kind: PlaceKind, placeId: string) {
  const rows = await db
    .selectFrom('custody')
    .innerJoin('visit', 'visit.id', 'custody.visit_id')
    .leftJoin('staff as taker', 'taker.id', 'custody.taken_by')
    .leftJoin('staff as giver', 'giver.id', 'custody.released_by')
    .select([
      'custody.id',
      'custody.taken_at as takenAt',
      'custody.released_at as releasedAt',
      'custody.release',
    ])
    .select(['visit.id as visitId', 'visit.letter', 'visit.count', 'visit.on_day as onDay'])
    .select(['taker.name as takenBy', 'giver.name as releasedBy'])
    .where(heldBy[kind], '=', placeId)
    .orderBy('custody.taken_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ letter, count, ...row }) => ({ ...row, visitNumber: visitNumber({ letter, count }) }));
}

export function findPlaceByCode(db: Db, kind: PlaceKind, code: string): Promise<Place | undefined> {
  return db.selectFrom(kind).selectAll().where('code', '=', code).executeTakeFirst();
}

/** The free usable place with the lowest number. @throws problem.custody.noneFree */
export async function nextFreePlace(db: Db, kind: PlaceKind): Promise<Place> {
  const row = await db
    .selectFrom(`${kind} as place`)
    .selectAll('place')
    .where('place.condition', '=', 'usable')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('custody')
            .select('custody.id')
            .whereRef(heldBy[kind], '=', 'place.id')
            .where('custody.released_at', 'is', null),
        ),
      ),
    )
    .orderBy('place.number')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw problem.custody.noneFree({ kind });
  return row;
}

/** The open custody that holds a place, if any. */
export function holderOf(db: Db, kind: PlaceKind, placeId: string) {
  return db
    .selectFrom('custody')
    .select(['id', 'visit_id as visitId'])
    .where(heldBy[kind], '=', placeId)
    .where('released_at', 'is', null)
    .executeTakeFirst();
}

export async function changePlace(
  tx: Tx,
  kind: PlaceKind,
  placeId: string,
  condition: Condition,
  note: string | null,
): Promise<void> {
  const place = await tx.selectFrom(kind).select('number').where('id', '=', placeId).executeTakeFirst();
  if (!place) throw problem.lockers.unknown();
  if (await holderOf(tx, kind, placeId)) throw problem.lockers.inUse();
  await tx.updateTable(kind).set({ condition, note }).where('id', '=', placeId).execute();
  await record(tx, 'place.changed', { data: { kind, number: place.number, condition } });
}

/** Makes the office have places 1..count: new ones are added, those above are retired, never deleted. */
export async function setPlaceCount(tx: Tx, kind: PlaceKind, count: number): Promise<void> {
  const existing = await tx.selectFrom(kind).select(['id', 'number', 'condition']).execute();
  for (const place of existing.filter(one => one.number > count && one.condition !== 'retired')) {
    if (await holderOf(tx, kind, place.id)) throw problem.lockers.inUse({ number: place.number });
    await tx.updateTable(kind).set({ condition: 'retired' }).where('id', '=', place.id).execute();
  }
  for (const place of existing.filter(one => one.number <= count && one.condition === 'retired'))
    await tx.updateTable(kind).set({ condition: 'usable' }).where('id', '=', place.id).execute();
  const numbers = new Set(existing.map(one => one.number));
  for (let number = 1; number <= count; number++) {
    if (numbers.has(number)) continue;
    await tx
      .insertInto(kind)
      .values({ id: uuid(), number, code: makeCode(kind), note: null })
      .execute();
  }
  await record(tx, 'place.counted', { data: { kind, count } });
}

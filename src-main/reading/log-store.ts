/** What is read of the reading log: who has what, what is still out, which titles are used. */
import { sql } from 'kysely';
import { findCopyByCode } from '../catalogue/copies-store.ts';
import type { Db } from '../database/open.ts';
import { photocopyNumber } from '../photocopies/rules.ts';
import { problem } from '../problem.ts';
import { visitNumber } from '../visits/rules.ts';
import type { CopyPlace } from './schema.ts';

const log = (db: Db) =>
  db
    .selectFrom('copy_away')
    .innerJoin('publication_copy', 'publication_copy.id', 'copy_away.copy_id')
    .innerJoin('publication', 'publication.id', 'publication_copy.publication_id')
    .innerJoin('visit', 'visit.id', 'copy_away.visit_id')
    .leftJoin('photocopy', 'photocopy.id', 'copy_away.photocopy_id')
    .select(['copy_away.id', 'copy_away.copy_id as copyId', 'copy_away.visit_id as visitId'])
    .select(['copy_away.photocopy_id as photocopyId', 'photocopy.count as photocopyCount'])
    .select(['copy_away.taken_at as takenAt', 'copy_away.ended_at as endedAt', 'copy_away.ending'])
    .select(['publication.id as publicationId', 'publication.title', 'publication_copy.code'])
    .select(['publication_copy.shelf', 'visit.letter', 'visit.count']);

type LogRow = Awaited<ReturnType<ReturnType<typeof log>['execute']>>[number];

function shown({ letter, count, photocopyCount, ...row }: LogRow) {
  return {
    ...row,
    visitNumber: visitNumber({ letter, count }),
    photocopyNumber: photocopyCount === null ? null : photocopyNumber({ count: photocopyCount }),
  };
}

/** Every copy that is not on its shelf now, the longest away first. */
export async function listStillOut(db: Db) {
  const rows = await log(db).where('copy_away.ended_at', 'is', null).orderBy('copy_away.taken_at').execute();
  return rows.map(shown);
}

/** What a visit has and had, newest first. */
export async function listOfVisit(db: Db, visitId: string) {
  const rows = await log(db)
    .where('copy_away.visit_id', '=', visitId)
    .orderBy('copy_away.taken_at', 'desc')
    .orderBy('copy_away.id', 'desc')
    .execute();
  return rows.map(shown);
}

/** Who had a copy before, newest first, without names. */
export async function listOfCopy(db: Db, copyId: string) {
  const rows = await log(db)
    .where('copy_away.copy_id', '=', copyId)
    .orderBy('copy_away.taken_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(shown);
}

/** One copy by the code on its label, and in whose hands it is; `now` is null while it is on its shelf. */
export async function readCopy(db: Db, code: string) {
  const copy = await findCopyByCode(db, code);
  if (!copy) throw problem.codes.unknown();
  const rows = await log(db)
    .where('copy_away.copy_id', '=', copy.id)
    .where('copy_away.ended_at', 'is', null)
    .execute();
  return { copy, now: rows.map(shown)[0] ?? null };
}

/** Where each copy of a title stands or is, for whoever looks for it. */
export async function listPlaces(db: Db, publicationId: string) {
  const rows = await db
    .selectFrom('publication_copy')
    .leftJoin('copy_away', join =>
      join.onRef('copy_away.copy_id', '=', 'publication_copy.id').on('copy_away.ended_at', 'is', null),
    )
    .leftJoin('visit', 'visit.id', 'copy_away.visit_id')
    .select(['publication_copy.id as copyId', 'publication_copy.shelf', 'publication_copy.condition'])
    .select(['publication_copy.not_for_copying as notForCopying', 'copy_away.photocopy_id as photocopyId'])
    .select(['copy_away.id as awayId', 'copy_away.taken_at as since', 'visit.letter', 'visit.count'])
    .where('publication_copy.publication_id', '=', publicationId)
    .where('publication_copy.condition', 'not in', ['missing', 'retired'])
    .orderBy('publication_copy.added_at')
    .orderBy('publication_copy.id')
    .execute();
  return rows.map(row => ({
    copyId: row.copyId,
    shelf: row.shelf,
    notForCopying: row.notForCopying === 1,
    place: placeOf(row),
    since: row.since,
    visitNumber: row.letter && row.count ? visitNumber({ letter: row.letter, count: row.count }) : null,
  }));
}

function placeOf(row: { awayId: string | null; photocopyId: string | null }): CopyPlace {
  if (row.awayId === null) return 'shelf';
  return row.photocopyId === null ? 'visit' : 'co-op';
}

const mostTitles = 200;

/** How often each title was read, copied, taken along as a softcopy and wanted in a time, the most used first. */
export async function useOfTitles(db: Db, from: string, to: string) {
  const { rows } = await sql<{
    publicationId: string;
    title: string;
    year: number | null;
    read: number;
    copied: number;
    pages: number;
    given: number;
    wanted: number;
  }>`
    WITH used AS (
      SELECT publication_id, 1 AS read, 0 AS copied, 0 AS pages, 0 AS given, 0 AS wanted
      FROM copy_away JOIN publication_copy ON publication_copy.id = copy_away.copy_id
      WHERE photocopy_id IS NULL AND taken_at >= ${from} AND taken_at < ${to}
      UNION ALL
      SELECT publication_id, 0, 1, page_count * copies, 0, 0
      FROM photocopy_title JOIN photocopy ON photocopy.id = photocopy_title.photocopy_id
      WHERE copied_at >= ${from} AND copied_at < ${to}
      UNION ALL
      SELECT publication_id, 0, 0, 0, 1, 0
      FROM softcopy_title JOIN softcopy ON softcopy.id = softcopy_title.softcopy_id
      WHERE publication_id IS NOT NULL AND ready_at >= ${from} AND ready_at < ${to}
        AND EXISTS (SELECT 1 FROM delivery WHERE delivery.softcopy_id = softcopy.id AND delivery.state = 'delivered')
      UNION ALL
      SELECT publication_id, 0, 0, 0, 0, 1 FROM wanted
      WHERE publication_id IS NOT NULL AND asked_at >= ${from} AND asked_at < ${to}
    )
    SELECT publication_id AS publicationId, publication.title, publication.year,
      sum(read) AS read, sum(copied) AS copied, sum(used.pages) AS pages, sum(given) AS given, sum(wanted) AS wanted
    FROM used JOIN publication ON publication.id = used.publication_id
    GROUP BY publication_id ORDER BY sum(read) + sum(copied) + sum(given) DESC, sum(wanted) DESC, publication.title
    LIMIT ${mostTitles}`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Db } from '../database/open.ts';
import type { DataNeedRow } from '../database/softcopy-tables.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import type { DataNeed } from './schema.ts';

function columnsOf(need: DataNeed) {
  // Of data that was not obtained there is nothing to tell.
  const got = need.obtained === 'yes' || need.obtained === 'partly';
  return {
    wanted: need.wanted,
    area_code: need.areaCode,
    area_name: need.areaName,
    year_from: need.yearFrom,
    year_to: need.yearTo,
    obtained: need.obtained,
    source: got ? need.source : null,
    publication_id: got ? need.publicationId : null,
    title: got ? need.title : null,
    title_year: got ? need.titleYear : null,
    planning: got && need.planning !== null ? Number(need.planning) : null,
    quality: got ? need.quality : null,
  };
}

export async function noteNeed(tx: Tx, visitId: string, need: DataNeed): Promise<string> {
  const { station, actor } = contextOf(tx);
  const visit = await tx.selectFrom('visit').select('id').where('id', '=', visitId).executeTakeFirst();
  if (!visit) throw problem.visits.unknown();
  const id = uuid();
  const noted_at = station.clock.now().toISOString();
  await tx
    .insertInto('data_need')
    .values({ id, visit_id: visitId, noted_at, noted_by: actor.staffId, ...columnsOf(need) })
    .execute();
  await record(tx, 'need.noted', { visitId, data: { needId: id, obtained: need.obtained } });
  return id;
}

export async function changeNeed(tx: Tx, id: string, need: DataNeed): Promise<void> {
  const changed = await tx
    .updateTable('data_need')
    .set(columnsOf(need))
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning('visit_id')
    .executeTakeFirst();
  if (!changed) throw problem.request.notFound();
  await record(tx, 'need.changed', {
    visitId: changed.visit_id,
    data: { needId: id, obtained: need.obtained },
  });
}

export async function removeNeed(tx: Tx, id: string): Promise<void> {
  const { station } = contextOf(tx);
  const gone = await tx
    .updateTable('data_need')
    .set({ removed_at: station.clock.now().toISOString(), wanted: '—', title: null })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning('visit_id')
    .executeTakeFirst();
  if (!gone) throw problem.request.notFound();
  await record(tx, 'need.removed', { visitId: gone.visit_id, data: { needId: id } });
}

function shown(row: DataNeedRow) {
  return {
    id: row.id,
    wanted: row.wanted,
    areaCode: row.area_code,
    areaName: row.area_name,
    yearFrom: row.year_from,
    yearTo: row.year_to,
    obtained: row.obtained,
    source: row.source,
    publicationId: row.publication_id,
    title: row.title,
    titleYear: row.title_year,
    planning: row.planning === null ? null : row.planning === 1,
    quality: row.quality,
  };
}

/** What a visit needed, and the titles it read, had copied or took along that are not among it yet. */
export async function listNeeds(db: Db, visitId: string) {
  const rows = await db
    .selectFrom('data_need')
    .selectAll()
    .where('visit_id', '=', visitId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  const { rows: used } = await sql<{
    id: string;
    title: string;
    year: number | null;
    areaCode: string | null;
  }>`
    SELECT id, title, year, area_code AS areaCode FROM publication WHERE id IN (
      SELECT publication_copy.publication_id FROM copy_away
        JOIN publication_copy ON publication_copy.id = copy_away.copy_id WHERE copy_away.visit_id = ${visitId}
      UNION SELECT publication_id FROM photocopy_title
        JOIN photocopy ON photocopy.id = photocopy_id WHERE photocopy.visit_id = ${visitId}
      UNION SELECT publication_id FROM softcopy_title
        JOIN softcopy ON softcopy.id = softcopy_id WHERE softcopy.visit_id = ${visitId})
      AND id NOT IN (SELECT publication_id FROM data_need
        WHERE visit_id = ${visitId} AND publication_id IS NOT NULL)
    ORDER BY title`.execute(db);
  return { needs: rows.map(shown), suggestions: used };
}

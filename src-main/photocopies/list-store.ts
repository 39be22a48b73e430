/** What is read of the photocopy forms: one whole, those that are open, what a visitor may choose from. */
import type { Db } from '../database/open.ts';
import type { PhotocopyRow } from '../database/reading-tables.ts';
import { slipInForce } from '../devices/store.ts';
import { problem } from '../problem.ts';
import { listOfVisit } from '../reading/log-store.ts';
import { visitNumber } from '../visits/rules.ts';
import { photocopyNumber, sheetsOf } from './rules.ts';
import { mayBeCopied } from './store.ts';

/** Forms that are open, however old, and those of one day; newest first. */
export async function listPhotocopies(db: Db, onDay: string) {
  const rows = await db
    .selectFrom('photocopy')
    .selectAll()
    .where(eb => eb.or([eb('ended_at', 'is', null), eb('on_day', '=', onDay)]))
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return withTitles(db, rows);
}

export async function readPhotocopy(db: Db, id: string) {
  const row = await db.selectFrom('photocopy').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw problem.photocopies.unknown();
  const [form] = await withTitles(db, [row]);
  return { ...form!, slip: (await slipInForce(db, 'photocopy_id', id)) ?? null };
}

export async function listFormsOfVisit(db: Db, visitId: string) {
  const rows = await db
    .selectFrom('photocopy')
    .selectAll()
    .where('visit_id', '=', visitId)
    .orderBy('requested_at', 'desc')
    .execute();
  return withTitles(db, rows);
}

async function withTitles(db: Db, rows: PhotocopyRow[]) {
  if (rows.length === 0) return [];
  const ids = rows.map(row => row.id);
  const titles = await db
    .selectFrom('photocopy_title')
    .innerJoin('publication', 'publication.id', 'photocopy_title.publication_id')
    .select(['photocopy_id', 'publication.id as publicationId', 'publication.title'])
    .select(['photocopy_title.pages', 'photocopy_title.page_count as pageCount'])
    .where('photocopy_id', 'in', ids)
    .orderBy('position')
    .execute();
  const copies = await db
    .selectFrom('copy_away')
    .innerJoin('publication_copy', 'publication_copy.id', 'copy_away.copy_id')
    .select([
      'photocopy_id',
      'publication_copy.publication_id',
      'publication_copy.code',
      'ended_at',
      'ending',
    ])
    .select('publication_copy.shelf')
    .where('photocopy_id', 'in', ids)
    .execute();
  const visits = await db
    .selectFrom('visit')
    .select(['id', 'letter', 'count'])
    .where(
      'id',
      'in',
      rows.map(row => row.visit_id),
    )
    .execute();
  const numbers = new Map(visits.map(visit => [visit.id, visitNumber(visit)]));
  return rows.map(row => {
    const own = titles.filter(title => title.photocopy_id === row.id);
    return {
      id: row.id,
      number: photocopyNumber(row),
      onDay: row.on_day,
      visitId: row.visit_id,
      visitNumber: numbers.get(row.visit_id)!,
      state: row.state,
      copies: row.copies,
      paper: row.paper,
      duplex: row.duplex === 1,
      sheets: sheetsOf(
        own.map(title => title.pageCount),
        row.copies,
        row.duplex === 1,
      ),
      atKiosk: row.requested_by === null,
      requestedAt: row.requested_at,
      outAt: row.out_at,
      copiedAt: row.copied_at,
      copiedBy: row.copied_by,
      backAt: row.back_at,
      endedAt: row.ended_at,
      titles: own.map(({ photocopy_id, ...title }) => {
        const copy = copies.find(
          one => one.photocopy_id === photocopy_id && one.publication_id === title.publicationId,
        );
        return {
          ...title,
          /** The copy that went out for it; null while none did. */
          copy: copy ? { code: copy.code, shelf: copy.shelf, ending: copy.ending } : null,
        };
      }),
    };
  });
}

/** Titles that this visit reads or has read, newest first, with whether they may be copied. */
export async function titlesToChoose(db: Db, visitId: string) {
  const read = await listOfVisit(db, visitId);
  const ids = [...new Set(read.map(row => row.publicationId))];
  if (ids.length === 0) return [];
  const publications = await db
    .selectFrom('publication')
    .select(['id', 'title', 'year', 'pages'])
    .where('id', 'in', ids)
    .execute();
  const byId = new Map(publications.map(one => [one.id, one]));
  return Promise.all(ids.map(async id => ({ ...byId.get(id)!, copyable: await mayBeCopied(db, id) })));
}

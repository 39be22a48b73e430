/** What headquarters announces to its offices, until the day that it named. */
import type { Db } from '../database/open.ts';
import { feedTables } from './feed-schema.ts';

/** Newest first. @param today the office's calendar day. */
export async function listAnnouncements(db: Db, today: string) {
  const rows = await db
    .selectFrom('from_headquarters')
    .select(['id', 'd', 'received_at as receivedAt'])
    .where('tbl', '=', 'announcement')
    .orderBy('received_at', 'desc')
    .execute();
  return rows
    .map(({ d, ...row }) => ({ ...row, ...feedTables.announcement.parse(JSON.parse(d)) }))
    .filter(({ until }) => !until || until >= today);
}

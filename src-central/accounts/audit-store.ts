/** What was done at headquarters, the newest first. Rows are only ever added. */
import { sql } from 'kysely';
import { kindsWith } from '../audit/schema.ts';
import type { Db } from '../database/open.ts';

export interface AuditAsked {
  text: string;
  office: string;
  /** The place after which to go on: time and id of the last entry read. */
  before?: string;
}

const atOnce = 50;

export async function readAudit(db: Db, { text, office, before }: AuditAsked, most = atOnce) {
  const [at, id] = before?.split('|') ?? [];
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'at', 'actor', 'what', 'office_id as office', 'data'])
    .$if(office !== '', query => query.where('office_id', '=', office))
    .$if(text !== '', query => {
      const like = `%${text.replaceAll(/[\\%_]/g, found => `\\${found}`)}%`;
      const kinds = kindsWith(text);
      return query.where(eb =>
        eb.or([
          eb('actor', 'ilike', like),
          eb('what', 'ilike', like),
          ...(kinds.length > 0 ? [eb('what', 'in', kinds)] : []),
        ]),
      );
    })
    .$if(at !== undefined && id !== undefined, query =>
      query.where(sql<boolean>`(at, id) < (${at}::timestamptz, ${id}::uuid)`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most + 1)
    .execute();
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > most && last ? `${last.at.toISOString()}|${last.id}` : null };
}

/** The survey instruments that headquarters published: what they are called, which version, for which time. */
import type { Db } from '../database/open.ts';
import { InstrumentHead } from './feed-schema.ts';

/** The newest first. One without a title is shown by its name. @param today the office's calendar day. */
export async function listInstruments(db: Db, today: string) {
  const rows = await db
    .selectFrom('from_headquarters')
    .select(['id', 'd', 'received_at as receivedAt'])
    .where('tbl', '=', 'instrument')
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ d, ...row }) => {
    const { title, ...head } = InstrumentHead.parse(JSON.parse(d));
    const { from, until } = head;
    const when =
      from !== null && today < from
        ? ('later' as const)
        : until !== null && today > until
          ? ('over' as const)
          : ('now' as const);
    return {
      ...row,
      ...head,
      when,
      title: { id: title.id || row.id, en: title.en || row.id },
    };
  });
}

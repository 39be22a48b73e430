/** How old the last backup is that was read through, whoever made it. */
import type { Central } from '../central.ts';

/** Infinite where there was none: an alert on its age fires then too. */
export async function backupAgeSeconds({ db, now }: Pick<Central, 'db' | 'now'>): Promise<number> {
  const last = await db
    .selectFrom('audit')
    .select('at')
    .where('what', '=', 'backup.made')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ? Math.round((now().getTime() - last.at.getTime()) / 1_000) : Infinity;
}

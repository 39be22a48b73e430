/**
 * Notices that the database was restored: a random mark stands in it and in a file outside of it, and changes at each
 * start, each hour and after each backup. Where the two differ, this is another incarnation.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v4 as uuid } from 'uuid';
import type { Db } from './open.ts';
import { record, write } from './write.ts';

const fileName = 'mark';

/** @returns the incarnation: the one of last time, or a new one when the database is new, restored or copied. */
export async function markIncarnation(db: Db, dataDir: string, now: Date): Promise<string> {
  const known = await db.selectFrom('server_identity').selectAll().executeTakeFirst();
  const same = known !== undefined && marksIn(dataDir).includes(known.mark);
  if (known && same) {
    await changeMark(db, dataDir, now);
    return known.incarnation;
  }
  const incarnation = uuid();
  const mark = uuid();
  writeMarks(dataDir, [mark]);
  await write({ db }, async tx => {
    await tx
      .insertInto('server_identity')
      .values({ one: 1, incarnation, mark, marked_at: now })
      .onConflict(one => one.column('one').doUpdateSet({ incarnation, mark, marked_at: now }))
      .execute();
    // A backup knows people who have taken their consent back since: the stations say again who has not.
    for (const table of ['consent', 'consent_part'] as const) await tx.deleteFrom(table).execute();
    const what = known ? 'central.restored' : 'central.begun';
    await record(tx, { at: now, actor: 'central', what, data: { incarnation } });
  });
  return incarnation;
}

/** A backup made before this moment is noticed when it comes back. */
export async function changeMark(db: Db, dataDir: string, now: Date): Promise<void> {
  const { mark: old } = await db.selectFrom('server_identity').select('mark').executeTakeFirstOrThrow();
  const mark = uuid();
  // Both are good meanwhile: a crash between the two writes is no restore.
  writeMarks(dataDir, [old, mark]);
  await db.updateTable('server_identity').set({ mark, marked_at: now }).execute();
  writeMarks(dataDir, [mark]);
}

function marksIn(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, fileName), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function writeMarks(dataDir: string, marks: string[]): void {
  const file = join(dataDir, fileName);
  writeFileSync(`${file}.part`, marks.join('\n'), { flush: true });
  renameSync(`${file}.part`, file);
}

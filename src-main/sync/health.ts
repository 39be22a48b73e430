/** Words and figures for the screens of headquarters: devices, disk, what waits. Nothing in it is about a person. */
import { statfs } from 'node:fs/promises';
import type { Health } from '../../src-central/wire/schema.ts';
import type { Station } from '../station.ts';
import { lastEvent } from './books-store.ts';

export async function healthOf(station: Station): Promise<Health> {
  const { db, printQueue, integrity, dataDir } = station;
  const { aside } = await db
    .selectFrom('sync_aside')
    .select(eb => eb.fn.countAll<number>().as('aside'))
    .executeTakeFirstOrThrow();
  const compared = await lastEvent(db, 'digests.compared');
  const disk = await statfs(dataDir).catch(() => null);
  return {
    integrity,
    printer: printQueue.seen?.state ?? 'none',
    set_aside: aside,
    ...(disk ? { disk_free_mb: Math.round((disk.bavail * disk.bsize) / 1_048_576) } : {}),
    ...(compared ? { digests_at: compared.at, digests_differing: differing(compared.detail) } : {}),
    ...(station.demo ? { demo: true } : {}),
  };
}

/** How many tables were not equal at both ends; what differed was handed in again. */
function differing(detail: string): number {
  return (JSON.parse(detail) as { differing: string[] }).differing.length;
}

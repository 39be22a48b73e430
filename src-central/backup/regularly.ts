/** Backups that the server makes by itself: nightly, a trial hourly; seven are kept. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Central } from '../central.ts';
import { backUp } from './store.ts';

const kept = 7;
const hourMs = 3_600_000;
const name = /^central-\d{4}-\d\d-\d\dT[\d-]+Z$/;

/** Looks each quarter of an hour whether one is due. @returns the function that stops it. */
export function backUpRegularly(central: Central, to: string): () => void {
  const everyMs = central.trial ? hourMs : 24 * hourMs;
  let running = false;
  const attempt = async () => {
    if (running) return;
    running = true;
    try {
      const newest = backupsIn(to).at(-1);
      if (newest && central.now().getTime() - madeAt(newest) < everyMs) return;
      await backUp(central, to);
      for (const old of backupsIn(to).slice(0, -kept)) rmSync(join(to, old), { recursive: true });
    } catch (error) {
      central.log.error({ message: (error as Error).message }, 'backup failed');
    } finally {
      running = false;
    }
  };
  void attempt();
  const timer = setInterval(() => void attempt(), hourMs / 4).unref();
  return () => clearInterval(timer);
}

function backupsIn(to: string): string[] {
  return existsSync(to)
    ? readdirSync(to)
        .filter(file => name.test(file))
        .sort()
    : [];
}

/** `central-2026-11-23T19-00-00-000Z` */
function madeAt(backup: string): number {
  return Date.parse(backup.replace(/^central-(.{10})T(\d\d)-(\d\d)-(\d\d)-(\d{3}Z)$/, '$1T$2:$3:$4.$5'));
}

/** Erases names and contacts when the period that the notice promises has passed. */
import { DateTime } from 'luxon';
import { write } from '../database/write.ts';
import { readProfile } from '../profile/store.ts';
import type { Station } from '../station.ts';
import { eraseVisitor, visitorsUnseenSince } from './store.ts';

const portion = 50;

/** @returns how many visitors were erased; always 0 while the office has set no period. */
export async function eraseWhatIsOver(station: Station): Promise<number> {
  const { profile } = await readProfile(station.db);
  const { identityMonths } = profile.privacy;
  if (identityMonths === null) return 0;
  const before = DateTime.fromJSDate(station.clock.now())
    .setZone(profile.office.zone)
    .minus({ months: identityMonths })
    .toISODate()!;
  let erased = 0;
  for (;;) {
    const visitorIds = await visitorsUnseenSince(station.db, before, portion);
    if (visitorIds.length === 0) return erased;
    await write(station, { door: 'station', staffId: null }, async tx => {
      for (const visitorId of visitorIds) await eraseVisitor(tx, visitorId, 'period');
    });
    erased += visitorIds.length;
  }
}

/** Looks a quarter of an hour after the start and then every six hours. @returns the function that stops it. */
export function eraseOnSchedule(station: Station): () => void {
  const attempt = () => {
    eraseWhatIsOver(station).catch((error: Error) =>
      station.log.error({ message: error.message }, 'erasing failed'),
    );
  };
  const first = setTimeout(attempt, 15 * 60 * 1_000).unref();
  const again = setInterval(attempt, 6 * 60 * 60 * 1_000).unref();
  return () => {
    clearTimeout(first);
    clearInterval(again);
  };
}

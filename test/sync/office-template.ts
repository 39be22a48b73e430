import { pino } from 'pino';
import { createApp } from '../../src-main/app.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import { openStation } from '../../src-main/station.ts';
import { people, testPin } from '../seeds/office.ts';

/** An office that is set up and has never heard of headquarters, to be copied: setting up takes most of a second. */
export async function officeTemplate(dir: string): Promise<string> {
  const station = await openStation(
    { dataDir: dir },
    { log: pino({ level: 'silent' }), courier: { byHand: true } },
  );
  const app = createApp(station);
  await app.fetch(
    new Request('http://station/api/setup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        office: defaultProfile.office,
        head: { name: people.admin, pin: testPin },
        lockers: 4,
        pockets: 4,
        printer: { kind: 'none' },
      }),
    }),
    { door: 'staff' },
  );
  await station.close();
  return dir;
}

/** One errand of a real station in a process of its own, which ends at a named point as if the plug was pulled. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepBooks, write } from '../../src-main/database/write.ts';
import { openStation } from '../../src-main/station.ts';
import type { Point } from '../../src-main/sync/errand.ts';
import { queueFile } from '../../src-main/sync/files.ts';
import { signGuestbook } from '../../src-main/visits/guestbook-store.ts';
import { Guestbook } from '../../src-main/visits/schema.ts';
import { pino } from 'pino';
import { guestbook } from '../seeds/office.ts';

export interface Doom {
  dataDir: string;
  visits: number;
  /** A file of so many bytes to hand in. */
  fileBytes?: number;
  point?: Point;
  enrol?: { url: string; code: string };
}

if (import.meta.main) {
  const doom = JSON.parse(process.argv[2]!) as Doom;
  const station = await openStation(
    { dataDir: doom.dataDir },
    {
      log: pino({ level: 'silent' }),
      courier: {
        byHand: true,
        random: () => 0,
        at: point => {
          if (point === doom.point) process.kill(process.pid, 'SIGKILL');
        },
      },
    },
  );
  for (let visit = 0; visit < doom.visits; visit++) {
    const email = `${crypto.randomUUID()}@contoh.id`;
    const form = Guestbook.parse(guestbook({}, { phone: undefined, email }));
    await write(station, { door: 'kiosk', staffId: null }, tx => signGuestbook(tx, form, null));
  }
  if (doom.fileBytes) {
    const path = join(doom.dataDir, 'to-send');
    writeFileSync(path, Buffer.alloc(doom.fileBytes, crypto.randomUUID()));
    const file = await station.courier.files.keep(path);
    await keepBooks(station, books => queueFile(books, { ...file, dir: 'up', mime: 'application/pdf' }));
  }
  if (doom.enrol) await station.courier.enrol({ ...doom.enrol, ca: '' });
  await station.courier.sendNow();
  const { problem, backlog } = await station.courier.status();
  await station.close();
  process.stdout.write(JSON.stringify({ problem, rows: backlog.rows }));
}

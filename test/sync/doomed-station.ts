/** One errand of a real station in a process of its own, which ends at a named point as if the plug was pulled. */
import { sql } from 'kysely';
import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DataNeed } from '../../src-main/data-needs/schema.ts';
import { noteNeed } from '../../src-main/data-needs/store.ts';
import { keepBooks, write } from '../../src-main/database/write.ts';
import { systemClock } from '../../src-main/clock.ts';
import { openStation } from '../../src-main/station.ts';
import type { Point } from '../../src-main/sync/errand.ts';
import { queueFile } from '../../src-main/sync/files.ts';
import { Link } from '../../src-main/sync/link.ts';
import { answerRequest } from '../../src-main/sync/requests-store.ts';
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
  /** Ends it when headquarters has answered a message with this path, before anything is made of the answer. */
  answeredTo?: string;
  enrol?: { url: string; code: string };
  /** Where somebody has set the clock of this computer to. */
  wall?: string;
  /** Where somebody sets it to whenever headquarters has answered. */
  setTo?: string;
  /** Tries so many times, one after the other. */
  errands?: number;
  /** Change the station's key. */
  rotate?: boolean;
  /** A request of headquarters to answer with a file, once it has come down. */
  answer?: string;
  /** Says who has signed, and sends while others sign. Goes on until the visits are signed or the disk is full. */
  busy?: boolean;
  /** Ends it when somebody could not sign because the disk is full, while the rest is being sent. */
  endWhenFull?: boolean;
  /** Commits do not wait for the disk. */
  hasty?: boolean;
  /** Notes of each visit what it needed. */
  needs?: boolean;
}

/** With a request to answer, the plug stays in until it is answered. */
let armed = true;
/** Leaves this process at once, whatever happens to it next. */
const tell = (line: string) => writeSync(1, `${line}\n`);
const plug = () => {
  if (armed) process.kill(process.pid, 'SIGKILL');
};

if (import.meta.main) {
  const doom = JSON.parse(process.argv[2]!) as Doom;
  armed = !doom.answer;
  const clock = systemClock();
  const began = clock.monoMs();
  let wall = doom.wall ? Date.parse(doom.wall) : Date.now();
  const station = await openStation(
    { dataDir: doom.dataDir },
    {
      ...(doom.busy ? {} : { log: pino({ level: 'silent' }) }),
      clock: { ...clock, now: () => new Date(wall + clock.monoMs() - began) },
      courier: {
        byHand: true,
        random: () => 0,
        at: point => {
          if (point === doom.point) plug();
        },
        link: settings => {
          const link = new Link(settings);
          const ask = link.ask.bind(link);
          return Object.assign(link, {
            ask: async (...message: Parameters<typeof ask>) => {
              const answer = await ask(...message);
              if (doom.setTo) wall = Date.parse(doom.setTo) - (clock.monoMs() - began);
              if (doom.answeredTo && message[1].endsWith(doom.answeredTo)) plug();
              return answer;
            },
          });
        },
      },
    },
  );
  if (doom.hasty) await sql`PRAGMA synchronous = NORMAL`.execute(station.db);
  const sign = async () => {
    const email = `${crypto.randomUUID()}@contoh.id`;
    // In 1970 nobody who signs was born yet.
    const form = doom.wall
      ? guestbook({ notice: { version: 1, choice: 'refused' }, person: undefined })
      : guestbook({}, { phone: undefined, email });
    const { submissionId } = form;
    await write(station, { door: 'kiosk', staffId: null }, async tx => {
      await signGuestbook(tx, Guestbook.parse(form), null);
      if (!doom.needs) return;
      const visits = tx.selectFrom('visit').select('id').where('submission_id', '=', submissionId);
      const need = DataNeed.parse({ wanted: 'Indeks harga', obtained: 'no' });
      await noteNeed(tx, (await visits.executeTakeFirstOrThrow()).id, need);
    });
    return submissionId;
  };
  const signBusily = async () => {
    const sending = () => station.courier.sendNow().then(() => 'sent');
    let sent = sending();
    for (let visit = 0; visit < doom.visits; visit++) {
      const signed = await sign().catch((error: { code?: string }) => error);
      if (typeof signed !== 'string') {
        tell(`refused ${signed.code}`);
        if (doom.endWhenFull) plug();
        return;
      }
      tell(`signed ${signed}`);
      if ((await Promise.race([sent, Promise.resolve('sending')])) === 'sent') sent = sending();
    }
  };
  if (doom.busy) await signBusily();
  else for (let visit = 0; visit < doom.visits; visit++) await sign();
  const keepFile = async (bytes: number) => {
    const path = join(doom.dataDir, 'to-send');
    writeFileSync(path, Buffer.alloc(bytes, crypto.randomUUID()));
    return { ...(await station.courier.files.keep(path)), mime: 'application/pdf' };
  };
  if (doom.fileBytes) {
    const file = await keepFile(doom.fileBytes);
    await keepBooks(station, books => queueFile(books, { ...file, dir: 'up' }));
  }
  if (doom.enrol) await station.courier.enrol({ ...doom.enrol, ca: '' });
  if (doom.rotate) await station.courier.rotate();
  for (let errand = 0; errand < (doom.errands ?? 1); errand++) await station.courier.sendNow();
  if (doom.answer) {
    const file = await keepFile(1_000);
    armed = true;
    await write(station, { door: 'staff', staffId: null }, tx => answerRequest(tx, doom.answer!, file));
    await station.courier.sendNow();
  }
  const { problem, backlog } = await station.courier.status();
  await station.close();
  process.stdout.write(JSON.stringify({ problem, rows: backlog.rows }));
}

/** A station in a process of its own for the sync bench: told by messages what to do, answers with what it cost. */
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import diagnostics from 'node:diagnostics_channel';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { withoutNulls } from '../../src-central/wire/rules.ts';
import { createApp } from '../../src-main/app.ts';
import { keepBooks, write } from '../../src-main/database/write.ts';
import { openHttpDoors } from '../../src-main/doors/http.ts';
import { Screens } from '../../src-main/doors/screens.ts';
import { changePlace } from '../../src-main/lockers/store.ts';
import { openStation } from '../../src-main/station.ts';
import { countSockets } from './sockets.ts';

export type Order =
  | { do: 'enrol'; url: string; code: string }
  | { do: 'write'; rows: number }
  /** `whatever`: a failure is expected. */
  | { do: 'send'; whatever?: true }
  | { do: 'change' }
  /** Puts what waits into a file for the peers. */
  | { do: 'show'; file: string }
  /** What it costs to look is nothing; `rows` and `phase` are what one sees. */
  | { do: 'look' }
  /** Headquarters is behind another address from now on. */
  | { do: 'move'; url: string }
  | { do: 'serve' }
  | { do: 'end' };

export interface Cost {
  ms: number;
  cpuMs: number;
  up: number;
  down: number;
  requests: number;
  problem: string | null;
  rows: number;
  phase: string;
  /** Of the kiosk, where the order was to serve. */
  url: string | null;
}

const bytes = countSockets();
let requests = 0;
diagnostics.subscribe('http.client.request.start', () => void requests++);

const station = await openStation(
  { dataDir: process.argv[2]! },
  {
    log: pino({ level: process.env.SYNC_LOG ?? 'silent' }, pino.destination(2)),
    courier: { byHand: process.argv[3] !== 'live' },
  },
);
const { courier, db } = station;
let kioskUrl: string | null = null;
/** Goes on where a process before it was killed. */
let made = await countVisits();

async function countVisits(): Promise<number> {
  const { rows } = await sql<{ visits: number }>`SELECT count(*) AS visits FROM visit`.execute(db);
  return rows[0]!.visits;
}

/** A thousand a day since a day two months ago; the ids are of version 7, as the program makes them. */
const first = Date.parse('2026-10-01T00:00:00Z');
const visitEveryMs = 86_400;

/** Visits of guestbook size, each in the way of the triggers as a real one is. */
async function writeRows(rows: number): Promise<void> {
  await keepBooks(station, async books => {
    await sql`
      WITH RECURSIVE n(i, ms) AS (
        SELECT ${made}, ${first + made * visitEveryMs}
        UNION ALL SELECT i + 1, ms + ${visitEveryMs} FROM n WHERE i + 1 < ${made + rows})
      INSERT INTO visit (seq, id, code, submission_id, kind, on_day, letter, count, language, purpose, entry, state,
        state_at, submitted_at, boot, submitted_mono_ms, promise_ms)
      SELECT i + 1, lower(printf('%08x-%04x-7%s-8%s-%s', ms >> 16, ms & 65535, substr(hex(randomblob(2)), 2),
          substr(hex(randomblob(2)), 2), hex(randomblob(6)))),
        'V' || hex(randomblob(7)), lower(hex(randomblob(16))), 'single',
        strftime('%Y-%m-%d', ms / 1000, 'unixepoch'), 'P', i % 1000 + 1, 'id',
        CASE i % 4 WHEN 0 THEN 'study' WHEN 1 THEN 'research' WHEN 2 THEN 'government' ELSE 'commercial' END,
        'kiosk', 'waiting', strftime('%Y-%m-%dT%H:%M:%fZ', ms / 1000.0, 'unixepoch'),
        strftime('%Y-%m-%dT%H:%M:%fZ', ms / 1000.0, 'unixepoch'), ${station.clock.boot}, i * 1000, 300000
      FROM n`.execute(books);
  });
  made += rows;
  // What lies there for weeks has long been folded into the file.
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}

async function measured(work: () => Promise<unknown>): Promise<Cost> {
  const before = { at: performance.now(), cpu: process.cpuUsage(), ...bytes(), requests };
  await work();
  const cpu = process.cpuUsage(before.cpu);
  const after = bytes();
  const { problem, backlog, phase } = await courier.status();
  return {
    ms: performance.now() - before.at,
    cpuMs: (cpu.user + cpu.system) / 1_000,
    up: after.up - before.up,
    down: after.down - before.down,
    requests: requests - before.requests,
    problem,
    rows: backlog.rows,
    phase,
    url: kioskUrl,
  };
}

/** As they travel, without what only the wire needs. */
async function showRows(file: string): Promise<void> {
  const peers = new Sqlite(file);
  peers.exec('CREATE TABLE row (at INTEGER PRIMARY KEY, id TEXT NOT NULL, d TEXT NOT NULL)');
  const put = peers.prepare('INSERT INTO row VALUES (?, ?, ?)');
  const rows = await db.selectFrom('change_log').select(['row_id', 'd']).orderBy('seq').execute();
  peers.transaction(() => {
    for (const [at, { row_id, d }] of rows.entries())
      put.run(at + 1, row_id, JSON.stringify(withoutNulls(JSON.parse(d) as Record<string, string | null>)));
  })();
  peers.close();
}

async function openDoors(): Promise<void> {
  const noScreens = join(station.dataDir, 'no-screens');
  mkdirSync(noScreens);
  const doors = await openHttpDoors(createApp(station), new Screens(noScreens), 0);
  kioskUrl = doors.kioskUrl;
}

async function obey(order: Order): Promise<Cost> {
  switch (order.do) {
    case 'enrol':
      return measured(() => courier.enrol({ url: order.url, code: order.code, ca: '' }));
    case 'write':
      return measured(() => writeRows(order.rows));
    case 'send':
      return measured(() => courier.sendNow());
    case 'change': {
      const { id } = await db.selectFrom('locker').select('id').limit(1).executeTakeFirstOrThrow();
      const condition = Math.random() < 0.5 ? 'usable' : 'cleaning';
      const actor = { door: 'station', staffId: null } as const;
      return measured(() => write(station, actor, tx => changePlace(tx, 'locker', id, condition, null)));
    }
    case 'show':
      return measured(() => showRows(order.file));
    case 'look':
      return measured(async () => undefined);
    case 'move':
      return measured(() =>
        keepBooks(station, books => books.updateTable('sync_enrolment').set({ url: order.url }).execute()),
      );
    case 'serve':
      return measured(openDoors);
    case 'end': {
      const cost = await measured(async () => undefined);
      await station.close();
      return cost;
    }
  }
}

process.on('message', (order: Order) => {
  void obey(order).then(cost => process.send!(cost, () => order.do === 'end' && process.exit(0)));
});
process.send!('ready');

/**
 * A copy is in one place at any time: whatever is scanned in whatever order, whoever pulls the plug in between or in
 * the middle of a step, and whoever goes around the code, straight to SQL.
 */
import * as fc from 'fast-check';
import { CompiledQuery, sql } from 'kysely';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { testClock } from '../../test/helpers/clock.ts';
import { servedVisit } from '../../test/helpers/counter.ts';
import { addPrinted } from '../../test/helpers/reading.ts';
import { openTestOffice, silentLog, temporaryDir } from '../../test/helpers/station.ts';
import type { Db } from '../database/open.ts';
import { write, type Tx } from '../database/write.ts';
import { verifyJournal } from '../journal/store.ts';
import * as photocopies from '../photocopies/store.ts';
import { Problem } from '../problem.ts';
import { openStation, type Station } from '../station.ts';
import { closeVisit, startLeaving, undoStep } from '../visits/store.ts';
import { loseCopy, scanCopy } from './store.ts';

interface Room {
  dataDir: string;
  visits: string[];
  copies: { id: string; code: string; publicationId: string }[];
  front: string;
}

/** Three visitors being served, and five copies of three titles. Made once; each run works on a copy of the files. */
async function furnish(): Promise<Room> {
  const dataDir = temporaryDir();
  const office = await openTestOffice({ dataDir, overrides: { clock: testClock() } });
  const front = await office.as('front');
  const librarian = await office.as('librarian');
  const visits = [];
  for (const name of ['Siti Aminah', 'Budi Santoso', 'Dewi Lestari'])
    visits.push(await servedVisit(office, front, name));
  const copies = [];
  for (const [title, count, notForCopying] of [
    ['Padang Dalam Angka', 2, false],
    ['Statistik Daerah', 2, false],
    ['Peta Wilayah', 1, true],
  ] as const) {
    const printed = await addPrinted(librarian, title, { copies: count, notForCopying });
    for (const [at, code] of printed.codes.entries())
      copies.push({ id: printed.copyIds[at]!, code, publicationId: printed.publicationId });
  }
  await office.station.close();
  return { dataDir, visits, copies, front: front.staffId };
}

class PlugPulled extends Error {}

/**
 * Pulls the plug when the writers have looked at the clock so many times more, which they do between their
 * statements: what is on the disk at that moment is all that the next start finds.
 */
function fusedClock() {
  const clock = testClock();
  let left = Infinity;
  let pull = () => {};
  return {
    ...clock,
    now: () => {
      clock.pass(1_000);
      if (left-- <= 0) {
        pull();
        throw new PlugPulled();
      }
      return clock.now();
    },
    light: (looks: number, pulled: () => void) => {
      left = looks;
      pull = pulled;
    },
    putOut: () => {
      left = Infinity;
    },
  };
}

/** What a person does next; numbers choose the visit and the copy. */
const actions = {
  scan: (tx: Tx, room: Room, visit: number, copy: number) =>
    scanCopy(tx, room.copies[copy]!.code, visit === 3 ? null : room.visits[visit]!),
  form: (tx: Tx, room: Room, visit: number, copy: number) =>
    photocopies.requestPhotocopy(tx, room.visits[visit % 3]!, {
      titles: [...new Set([copy, (copy + 2) % 5].map(at => room.copies[at]!.publicationId))].map(
        publicationId => ({ publicationId, pages: '1-5' }),
      ),
      copies: 1,
      paper: 'a4',
      duplex: false,
    }),
  out: async (tx: Tx, room: Room, visit: number, copy: number) =>
    photocopies.handOut(tx, await someForm(tx, visit), room.copies[copy]!.code),
  back: async (tx: Tx, room: Room, visit: number, copy: number) =>
    photocopies.bringBack(tx, await someForm(tx, visit), room.copies[copy]!.code),
  stub: async (tx: Tx, _: Room, visit: number) => photocopies.takeStub(tx, await someForm(tx, visit), 'slip'),
  cancel: async (tx: Tx, _: Room, visit: number) => photocopies.cancelForm(tx, await someForm(tx, visit)),
  lose: async (tx: Tx, _: Room, visit: number) => photocopies.loseForm(tx, await someForm(tx, visit)),
  loseCopy: (tx: Tx, room: Room, _: number, copy: number) => loseCopy(tx, room.copies[copy]!.id),
  leave: (tx: Tx, room: Room, visit: number) => startLeaving(tx, room.visits[visit % 3]!),
  undo: (tx: Tx, room: Room, visit: number) => undoStep(tx, room.visits[visit % 3]!),
  close: (tx: Tx, room: Room, visit: number) => closeVisit(tx, room.visits[visit % 3]!),
};
const often = ['scan', 'scan', 'scan', 'form', 'out', 'out', 'back', 'stub'] as const;
const seldom = ['cancel', 'lose', 'loseCopy', 'leave', 'undo', 'close'] as const;

/** One of the newest forms, open or not. */
async function someForm(tx: Tx, nth: number): Promise<string> {
  const rows = await tx.selectFrom('photocopy').select('id').orderBy('id', 'desc').limit(4).execute();
  return rows[nth % Math.max(1, rows.length)]?.id ?? 'none';
}

const step = fc.record({
  action: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...often) },
    { weight: 1, arbitrary: fc.constantFrom(...seldom) },
  ),
  visit: fc.nat(3),
  copy: fc.nat(4),
  /** The plug is pulled: not at all, after the step, or in the middle of it, so many looks at the clock later. */
  plug: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fc.nat(7) }),
});

/** Exactly one place for each copy, and nothing open that contradicts it. */
async function expectOnePlace(db: Db, room: Room, note: string): Promise<void> {
  for (const { id } of room.copies) {
    const { rows } = await sql<{ shelf: number; visit: number; coop: number }>`
      SELECT
        NOT EXISTS (SELECT 1 FROM copy_away WHERE copy_id = ${id} AND ended_at IS NULL) AS shelf,
        (SELECT count(*) FROM copy_away JOIN visit ON visit.id = visit_id
          WHERE copy_id = ${id} AND copy_away.ended_at IS NULL AND photocopy_id IS NULL
            AND visit.state NOT IN ('closed', 'left')) AS visit,
        (SELECT count(*) FROM copy_away JOIN photocopy ON photocopy.id = photocopy_id
          WHERE copy_id = ${id} AND copy_away.ended_at IS NULL
            AND photocopy.state IN ('out', 'copied') AND photocopy.visit_id = copy_away.visit_id) AS coop`.execute(
      db,
    );
    const { shelf, visit, coop } = rows[0]!;
    expect(shelf + visit + coop, `${note}: ${JSON.stringify(rows[0])}`).toBe(1);
  }
}

/** What ended never changes, and what is added continues it. */
async function history(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('copy_away').selectAll().where('ended_at', 'is not', null).execute();
  return rows.map(row => JSON.stringify(row));
}

test('a copy is in one place through any scans, crashes between and within them included', async () => {
  const room = await furnish();
  const seen = { crashes: 0, 'co-op': 0, shelf: 0, lost: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async steps => {
      const folders: string[] = [];
      const fresh = (from: string) => {
        const folder = mkdtempSync(join(tmpdir(), 'loket-one-place-'));
        folders.push(folder);
        cpSync(from, folder, { recursive: true });
        return folder;
      };
      const clock = fusedClock();
      const open = (dataDir: string) => openStation({ dataDir }, { log: silentLog, clock });
      let dataDir = fresh(room.dataDir);
      let station: Station = await open(dataDir);
      let past: string[] = [];
      try {
        for (const { action, visit, copy, plug } of steps) {
          let crashed: string | null = null;
          const pull = () => (crashed = fresh(dataDir));
          if (plug !== null) clock.light(plug, pull);
          const actor = { door: 'staff', staffId: room.front } as const;
          await write<unknown>(station, actor, tx => actions[action](tx, room, visit, copy)).catch(error => {
            if (!(error instanceof Problem || error instanceof PlugPulled)) throw error;
          });
          clock.putOut();
          if (plug !== null) {
            // What the fuse did not reach was committed, and the plug is pulled after it.
            crashed ??= fresh(dataDir);
            await station.close();
            dataDir = crashed;
            station = await open(dataDir);
            seen.crashes++;
          }
          await expectOnePlace(station.db, room, action);
          const now = await history(station.db);
          expect(now).toEqual(expect.arrayContaining(past));
          past = now;
        }
        expect(await verifyJournal(station.db)).toMatchObject({ brokenAt: null });
        for (const row of past) seen[(JSON.parse(row) as { ending: 'shelf' }).ending]++;
      } finally {
        await station.close();
        for (const folder of folders) rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 60 },
  );
  // The walks really went everywhere.
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
}, 120_000);

describe('SQLite itself refuses', () => {
  const away = (copy: string, visit: string, form = 'NULL', or = '') => `
    INSERT ${or} INTO copy_away (id, copy_id, visit_id, photocopy_id, taken_at)
    VALUES ('new', ${copy}, ${visit}, ${form}, '2026-11-23T02:00:00.000Z')`;
  const ended = `ended_at = '2026-11-23T02:00:00.000Z'`;

  const attempts: [how: string, sql: string, stoppedBy: RegExp][] = [
    ['a second reader of a copy', away(':read', ':budi'), /UNIQUE.*copy_id/],
    ['the same reader twice', away(':read', ':siti'), /UNIQUE.*copy_id/],
    ['a reader for what is at the co-op', away(':sent', ':budi'), /UNIQUE.*copy_id/],
    ['the co-op for what somebody reads', away(':read', ':siti', ':form'), /UNIQUE.*copy_id|names it/],
    ['pushing the reader out', away(':read', ':budi', 'NULL', 'OR REPLACE'), /never deleted/],
    [
      'moving it to another visit',
      `UPDATE copy_away SET visit_id = :budi WHERE copy_id = :read`,
      /never changed/,
    ],
    [
      'moving it to another copy',
      `UPDATE copy_away SET copy_id = :free WHERE copy_id = :read`,
      /never changed/,
    ],
    [
      'from the co-op to a reader',
      `UPDATE copy_away SET photocopy_id = NULL WHERE copy_id = :sent`,
      /never changed/,
    ],
    [
      'opening again what ended',
      `UPDATE copy_away SET ended_at = NULL, ending = NULL WHERE copy_id = :done`,
      /never changed/,
    ],
    ['an end that says nothing', `UPDATE copy_away SET ${ended} WHERE copy_id = :read`, /CHECK/],
    ['making it never have been away', `DELETE FROM copy_away WHERE copy_id = :read`, /never deleted/],
    ['a reader who has gone', away(':free', ':gone'), /being served/],
    ['a slip that does not name it', away(':guarded', ':siti', ':form'), /names it/],
    ['a slip of another visit', away(':free', ':budi', ':form'), /names it/],
    [
      'a missing copy given out',
      `UPDATE publication_copy SET condition = 'missing' WHERE id = :free; ${away(':free', ':budi')}`,
      /missing or retired/,
    ],
    [
      'a copy retired out of somebody’s hands',
      `UPDATE publication_copy SET condition = 'retired' WHERE id = :read`,
      /in somebody's hands/,
    ],
    [
      'a visit that closes over its reader',
      `UPDATE visit SET state = 'closed', ${ended} WHERE id = :siti`,
      /over an open publication/,
    ],
    [
      'a form that closes over its copy',
      `UPDATE photocopy SET state = 'closed', back_at = '', ${ended} WHERE id = :form`,
      /while a copy is out/,
    ],
    [
      'a form cancelled over its copy',
      `UPDATE photocopy SET state = 'cancelled', ${ended} WHERE id = :form`,
      /while a copy is out/,
    ],
    ['a form taken away', `DELETE FROM photocopy WHERE id = :form`, /never deleted/],
    [
      'a number given twice on one day',
      `UPDATE photocopy SET count = 1 WHERE id = :other`,
      /never changed|UNIQUE/,
    ],
    [
      'a second slip in force of a form',
      `INSERT INTO slip (id, code, kind, photocopy_id, content, made_at) VALUES ('x', 'x', 'photocopy', :form, '{}', '')`,
      /UNIQUE/,
    ],
  ];

  test.each(attempts)('%s', async (_how, text, stoppedBy) => {
    const { db, names } = await attackedRoom();
    const run = (one: string) => {
      const values: unknown[] = [];
      const bare = one.replaceAll(/:([a-z]+)\b/g, (_, name: string) => {
        values.push(names[name]);
        return '?';
      });
      return db.executeQuery(CompiledQuery.raw(bare, values));
    };
    const statements = text.split(';');
    for (const first of statements.slice(0, -1)) await run(first);
    const picture = () => db.selectFrom('copy_away').selectAll().execute();
    const before = await picture();
    await expect(run(statements.at(-1)!)).rejects.toThrow(stoppedBy);
    expect(await picture()).toEqual(before);
  });
});

let prepared: ReturnType<typeof attacked> | undefined;
afterAll(async () => {
  if (prepared) rmSync((await prepared).dataDir, { recursive: true, force: true });
});

/** Siti reads one copy and has another at the co-op; Budi reads nothing; Dewi has gone. Opened from kept files. */
async function attackedRoom() {
  const { dataDir, names } = await (prepared ??= attacked());
  const folder = mkdtempSync(join(tmpdir(), 'loket-attacked-'));
  cpSync(dataDir, folder, { recursive: true });
  const station = await openStation({ dataDir: folder }, { log: silentLog, clock: testClock() });
  onTestFinished(async () => {
    await station.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { db: station.db, names };
}

async function attacked(): Promise<{ dataDir: string; names: Record<string, string> }> {
  const { dataDir: shared, visits, copies, front } = await furnish();
  const dataDir = mkdtempSync(join(tmpdir(), 'loket-prepared-'));
  cpSync(shared, dataDir, { recursive: true });
  const station = await openStation({ dataDir }, { log: silentLog, clock: testClock() });
  const act = <T>(work: (tx: Tx) => Promise<T>) => write(station, { door: 'staff', staffId: front }, work);
  const [siti, budi, gone] = visits as [string, string, string];
  const [read, free, sent, done, guarded] = copies.map(copy => copy.id) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const form = (at: number) => ({
    titles: [{ publicationId: copies[at]!.publicationId, pages: '1' }],
    copies: 1,
    paper: 'a4' as const,
    duplex: false,
  });
  await act(tx => scanCopy(tx, copies[0]!.code, siti));
  await act(tx => scanCopy(tx, copies[3]!.code, budi));
  await act(tx => scanCopy(tx, copies[3]!.code, budi));
  const { id } = await act(tx => photocopies.requestPhotocopy(tx, siti, form(2)));
  await act(tx => photocopies.handOut(tx, id, copies[2]!.code));
  const other = await act(tx => photocopies.requestPhotocopy(tx, budi, form(0)));
  await act(tx => closeVisit(tx, gone));
  await station.close();
  return { dataDir, names: { siti, budi, gone, read, free, sent, done, guarded, form: id, other: other.id } };
}

import { sql } from 'kysely';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openTestOffice } from '../../test/helpers/station.ts';
import type { Change } from '../changes.ts';
import { problem } from '../problem.ts';
import { record, write, type Actor, type Tx } from './write.ts';

const counter: Actor = { door: 'station', staffId: null };

const callFor = (tx: Tx, kiosk: string) =>
  tx
    .insertInto('help_call')
    .values({ id: crypto.randomUUID(), kiosk, called_at: new Date().toISOString() })
    .execute();

async function office(lines: string[] = []) {
  const log = pino({ level: 'warn', base: null }, { write: line => void lines.push(line) });
  const { station } = await openTestOffice({ setUp: false, overrides: { log } });
  const calls = async () => (await station.db.selectFrom('help_call').select('kiosk').execute()).length;
  const journal = async () => (await station.db.selectFrom('journal').select('seq').execute()).length;
  return { station, calls, journal };
}

test('nothing of a transaction that fails half way stays, nor is anybody told of it', async () => {
  const { station, calls, journal } = await office();
  const before = await journal();
  const heard: Change[] = [];
  station.changes.subscribe(change => heard.push(change));
  const failing = write(station, counter, async tx => {
    await callFor(tx, 'Kios');
    await record(tx, 'help.called');
    throw problem.visits.unknown();
  });
  await expect(failing).rejects.toMatchObject({ body: { code: 'visits.unknown' } });
  expect([await calls(), await journal(), heard]).toEqual([0, before, []]);
});

test('windows hear of a change after it is committed, once for all that happened together', async () => {
  const { station, calls } = await office();
  const heard: Promise<{ change: Change; calls: number }>[] = [];
  station.changes.subscribe(change => heard.push(calls().then(count => ({ change, calls: count }))));
  await write(station, counter, async tx => {
    await callFor(tx, 'Kios');
    await record(tx, 'help.called');
    await record(tx, 'visit.served');
    await record(tx, 'visit.inside');
    expect(heard).toEqual([]);
  });
  expect(await Promise.all(heard)).toMatchObject([{ change: { topics: ['help', 'visit'] }, calls: 1 }]);
});

test('a transaction kept beyond its end reads and writes nothing', async () => {
  const { station, calls } = await office();
  let kept: Tx | undefined;
  await write(station, counter, async tx => {
    kept = tx;
    await record(tx, 'help.called');
  });
  await expect(callFor(kept!, 'Kios')).rejects.toThrow(/has ended|already committed/);
  await expect(sql`DELETE FROM help_call`.execute(kept!)).rejects.toThrow(/has ended|already committed/);
  await expect(record(kept!, 'help.called')).rejects.toThrow(/has ended|already committed/);
  expect(await calls()).toBe(0);
});

test('a transaction inside another is refused instead of waiting for itself for ever', async () => {
  const { station, calls } = await office();
  const nested = write(station, counter, async tx => {
    await callFor(tx, 'Kios');
    await record(tx, 'help.called');
    await write(station, counter, inner => record(inner, 'help.called'));
  });
  await expect(nested).rejects.toThrow('inside another write');
  expect(await calls()).toBe(0);
  await write(station, counter, tx => record(tx, 'help.called'));
});

test('rows changed without a record of what happened are rolled back', async () => {
  const { station, calls } = await office();
  await expect(write(station, counter, tx => callFor(tx, 'Kios'))).rejects.toThrow('recorded nothing');
  expect(await calls()).toBe(0);
});

test('a transaction that only reads needs no record', async () => {
  const { station } = await office();
  await expect(write(station, counter, tx => tx.selectFrom('visit').selectAll().execute())).resolves.toEqual(
    [],
  );
});

test('two writers at once come one after the other, and the chain holds both', async () => {
  const { station, journal } = await office();
  const before = await journal();
  const names = ['Kios', 'Kios 2', 'Kios 3', 'Kios 4'];
  await Promise.all(
    names.map(name =>
      write(station, counter, async tx => {
        await callFor(tx, name);
        await record(tx, 'help.called', { data: { kiosk: name } });
      }),
    ),
  );
  expect(await journal()).toBe(before + names.length);
});

test('a query that takes its time is logged with its text and without its values', async () => {
  const lines: string[] = [];
  const { station } = await office(lines);
  await sql`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)
    SELECT count(*) FROM n WHERE i <> ${'Siti Aminah'}`.execute(station.db);
  const slow = lines.find(line => line.includes('slow query') && line.includes('RECURSIVE'));
  expect(slow).toContain('WITH RECURSIVE n');
  expect(slow).not.toContain('Siti Aminah');
});

test('a code that is taken already is drawn again, and one that stays taken is an error', async () => {
  const { station, journal } = await office();
  const enter = (draw: () => string) =>
    write(station, counter, async tx => {
      await tx
        .insertInto('locker')
        .values({
          id: crypto.randomUUID(),
          number: Math.trunc(Math.random() * 1e9),
          code: draw(),
          note: null,
        })
        .execute();
      await record(tx, 'place.added');
    });
  await enter(() => 'L0000001X');
  const before = await journal();
  const draws = ['L0000001X', 'L0000001X', 'L0000002V'];
  await enter(() => draws.shift()!);
  expect([draws, await journal()]).toEqual([[], before + 1]);
  await expect(enter(() => 'L0000001X')).rejects.toThrow(/locker\.code/);
});

test('where SQLite itself took a transaction back, as on a full disk, what happened is what is said', async () => {
  const { station } = await office();
  const failed = write(station, counter, async tx => {
    await sql`ROLLBACK`.execute(tx);
    throw problem.visits.unknown();
  });
  await expect(failed).rejects.toMatchObject({ body: { code: 'visits.unknown' } });
});

test('a step that need not wait for the disk is written, told and journalled, and the next commit waits again', async () => {
  const { station, calls, journal } = await office();
  const before = await journal();
  const waits = async () => (await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(station.db)).rows;
  let meanwhile: unknown;
  const hasty = (work: (tx: Tx) => Promise<unknown>) => write(station, counter, work, { durable: false });
  await hasty(async tx => {
    meanwhile = (await sql`PRAGMA synchronous`.execute(tx)).rows;
    await callFor(tx, 'Kios');
    await record(tx, 'help.called');
  });
  expect([await calls(), await journal()]).toEqual([1, before + 1]);
  expect([meanwhile, await waits()]).toEqual([[{ synchronous: 1 }], [{ synchronous: 2 }]]);
  await expect(hasty(() => Promise.reject(problem.visits.unknown()))).rejects.toMatchObject({
    body: { code: 'visits.unknown' },
  });
  expect(await waits()).toEqual([{ synchronous: 2 }]);
});

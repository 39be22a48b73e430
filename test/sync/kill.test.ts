/** F1: the station's process is killed at each named point, and started again. */
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '../../src-central/database/write.ts';
import { pruneFeed, publish } from '../../src-central/feeds/store.ts';
import { digests } from '../../src-central/intake/store.ts';
import { openForReading } from '../../src-main/database/open.ts';
import { ownDigests } from '../../src-main/sync/digests.ts';
import type { Point } from '../../src-main/sync/errand.ts';
import { Names } from '../../src-main/sync/names.ts';
import { runStation as run } from '../helpers/processes.ts';
import { ServedCentral } from '../helpers/served-central.ts';
import { temporaryDir } from '../helpers/station.ts';
import { officeTemplate } from './office-template.ts';

let central: ServedCentral;
let office = 1_400;

beforeAll(async () => {
  central = await ServedCentral.open();
}, 60_000);
afterAll(() => central.end());

async function expectWhole(dataDir: string, code: string): Promise<void> {
  const db = openForReading(join(dataDir, 'loket.sqlite'));
  const own = await ownDigests(db, await Names.of(db));
  const theirs = new Map((await digests(central.central.db, code)).tables.map(one => [one.table, one]));
  for (const [table, { rows, sum }] of own)
    expect({ table, rows: theirs.get(table)!.rows, sum: theirs.get(table)!.sum }).toEqual({
      table,
      rows,
      sum,
    });
  await db.destroy();
}

const plain: Point[] = [
  'greeted',
  'compared',
  'page-fetched',
  'sealed',
  'before-send',
  'sent',
  'acknowledged',
  'file-piece',
];

test.each(plain)('killed at “%s”, it goes on there', { timeout: 60_000 }, async point => {
  const { dataDir, code } = await enrolledOffice();
  await publishSynonyms(3);
  const doom = { dataDir, visits: 4, fileBytes: 600_000 };
  expect((await run({ ...doom, point })).signal).toBe('SIGKILL');
  expect(await run({ dataDir, visits: 1 })).toEqual({ signal: null, said: '{"problem":null,"rows":0}' });
  await expectWhole(dataDir, code);
});

const mark = 'station.mark';

test.each<[Point, string, string[]]>([
  ['forked', 'an unnoticed', ['loket.sqlite', mark]],
  ['piece-taken', 'an unnoticed', ['loket.sqlite', mark]],
  ['piece-taken', 'a noticed', ['loket.sqlite']],
])(
  'killed at “%s” after %s restore, it goes on there (F8, F9)',
  { timeout: 60_000 },
  async (point, _, restored) => {
    const { dataDir, code } = await enrolledOffice();
    const backup = `${dataDir}-backup`;
    cpSync(dataDir, backup, { recursive: true });
    expect((await run({ dataDir, visits: 5 })).said).toBe('{"problem":null,"rows":0}');
    for (const suffix of ['-wal', '-shm']) rmSync(join(dataDir, `loket.sqlite${suffix}`), { force: true });
    for (const name of restored) copyFileSync(join(backup, name), join(dataDir, name));
    expect((await run({ dataDir, visits: 3, point })).signal).toBe('SIGKILL');
    expect((await run({ dataDir, visits: 0 })).said).toBe('{"problem":null,"rows":0}');
    await expectWhole(dataDir, code);
    const visits = await central.central.db
      .selectFrom('visit')
      .select('id')
      .where('office_id', '=', code)
      .execute();
    expect(visits).toHaveLength(9);
  },
);

test.each<Point>(['snapshot-fetched', 'snapshot-taken'])(
  'killed at “%s” after headquarters pruned its feed, it goes on there',
  { timeout: 60_000 },
  async point => {
    const { dataDir, code } = await enrolledOffice();
    await publishSynonyms(6);
    const { pos } = await central.central.db
      .selectFrom('feed')
      .select('pos')
      .where('scope', '=', 'global')
      .executeTakeFirstOrThrow();
    await pruneFeed(central.central, 'global', pos);
    expect((await run({ dataDir, visits: 2, point })).signal).toBe('SIGKILL');
    expect((await run({ dataDir, visits: 1 })).said).toBe('{"problem":null,"rows":0}');
    await expectWhole(dataDir, code);
    const db = openForReading(join(dataDir, 'loket.sqlite'));
    const { synonyms } = await db
      .selectFrom('synonym')
      .select(eb => eb.fn.countAll<number>().as('synonyms'))
      .where('id', 'like', 'hq-%')
      .executeTakeFirstOrThrow();
    await db.destroy();
    expect(synonyms).toBe(published);
  },
);

let published = 0;

async function publishSynonyms(count: number): Promise<void> {
  await write(central.central, tx =>
    publish(
      tx,
      'global',
      Array.from({ length: count }, () => ({
        table: 'synonym',
        id: `hq-${++published}`,
        data: { phrases: [`kata ${published}`, `istilah ${published}`] },
      })),
    ),
  );
}

let template: Promise<string> | null = null;

/** An office with one visit that has handed in everything. */
async function enrolledOffice(): Promise<{ dataDir: string; code: string }> {
  template ??= officeTemplate(temporaryDirOfFile());
  const dataDir = join(temporaryDir(), 'office');
  cpSync(await template, dataDir, { recursive: true });
  const code = String(office++);
  const enrol = { url: central.url, code: await central.code(code) };
  expect(await run({ dataDir, visits: 1, enrol })).toEqual({
    signal: null,
    said: '{"problem":null,"rows":0}',
  });
  return { dataDir, code };
}

function temporaryDirOfFile(): string {
  return join(central.dataDir, 'template');
}

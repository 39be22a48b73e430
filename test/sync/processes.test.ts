/**
 * Faults of docs/sync-protocol.md §13 with the station as a process of its own, killed in the middle of each, over real
 * sockets: F3, F5–F7, F12, F17–F19, F22. `kill.test.ts` has its named points, `server.test.ts` headquarters as a process.
 */
import Database from 'better-sqlite3';
import { hash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openCentral } from '../../src-central/central.ts';
import { write } from '../../src-central/database/write.ts';
import { publish } from '../../src-central/feeds/store.ts';
import { digests } from '../../src-central/intake/store.ts';
import { proveOffice } from '../../src-central/proof/store.ts';
import { makeRequest, readRequest } from '../../src-central/requests/store.ts';
import { openForReading } from '../../src-main/database/open.ts';
import { ownDigests } from '../../src-main/sync/digests.ts';
import { Names } from '../../src-main/sync/names.ts';
import { enrolCodes, freshSettings, kinds } from '../helpers/central.ts';
import { CuttingProxy } from '../helpers/cutting-proxy.ts';
import { kill, runStation as run, startCentral } from '../helpers/processes.ts';
import { ServedCentral } from '../helpers/served-central.ts';
import { silentLog, temporaryDir } from '../helpers/station.ts';
import { officeTemplate } from './office-template.ts';

const well = { signal: null, said: '{"problem":null,"rows":0}' };
const killed = { signal: 'SIGKILL' };

let central: ServedCentral;
let template: string;
let offices = 1_600;

beforeAll(async () => {
  central = await ServedCentral.open();
  template = await officeTemplate(join(central.dataDir, 'template'));
}, 60_000);
afterAll(() => central.end());

/** An office that has handed in one visit. */
async function enrolled(url = central.url, code = String(offices++)) {
  const dataDir = join(temporaryDir(), 'office');
  cpSync(template, dataDir, { recursive: true });
  expect(await run({ dataDir, visits: 1, enrol: { url, code: await central.code(code) } })).toEqual(well);
  return { dataDir, code };
}

/** Both ends have the same rows, and every visit once. */
async function expectWhole(
  dataDir: string,
  code: string,
  visits: number,
  { db: there } = central.central,
): Promise<void> {
  const db = openForReading(join(dataDir, 'loket.sqlite'));
  const own = await ownDigests(db, await Names.of(db));
  await db.destroy();
  const theirs = (await digests(there, code)).tables;
  expect(new Map(theirs.map(({ table, ...digest }) => [table, digest]))).toEqual(own);
  const found = await there
    .selectFrom('visit')
    .select('submission_id')
    .where('office_id', '=', code)
    .execute();
  expect(found).toHaveLength(visits);
  expect(new Set(found.map(one => one.submission_id)).size).toBe(visits);
}

const synonyms = (rows: number) =>
  write(central.central, tx =>
    publish(
      tx,
      'global',
      Array.from({ length: rows }, () => ({
        table: 'synonym',
        id: crypto.randomUUID(),
        data: { phrases: [`kata ${crypto.randomUUID()}`, `istilah ${crypto.randomUUID()}`] },
      })),
    ),
  );

test(
  'F3 the server dies twice when it has stored a batch and not yet said so',
  { timeout: 60_000 },
  async () => {
    const settings = await freshSettings(kinds.at(-1)!);
    const [code] = await enrolCodes(settings, ['1311']);
    const deadly = ['--stop-at', 'before-answer'];
    const dataDir = join(temporaryDir(), 'office');
    cpSync(template, dataDir, { recursive: true });
    let running = await startCentral(settings, deadly);
    const { url } = running;
    const lost = { signal: null, said: expect.stringMatching(/"problem":"cut"/) };
    expect(await run({ dataDir, visits: 2, enrol: { url, code: code! } })).toEqual(lost);
    for (const [args, outcome] of [
      [deadly, lost],
      [[], well],
    ] as const) {
      await kill(running);
      running = await startCentral(settings, ['--port', new URL(url).port, ...args]);
      expect(await run({ dataDir, visits: 2 })).toEqual(outcome);
    }
    await kill(running);
    const after = await openCentral(settings, { log: silentLog });
    await expectWhole(dataDir, '1311', 6, after);
    expect(await proveOffice(after, '1311')).toMatchObject({ ok: true, parked: [] });
    await after.close();
  },
);

test(
  'F5, F6 bits flip on either way, the link cuts after n bytes, and the station is killed among it',
  { timeout: 60_000 },
  async () => {
    const proxy = new CuttingProxy(Number(new URL(central.url).port));
    onTestFinished(() => proxy.close());
    const { dataDir, code } = await enrolled(await proxy.listen());
    await synonyms(40);
    for (const [piece, way] of [
      [2, 'down'],
      [3, 'down'],
      [2, 'up'],
      [4, 'up'],
    ] as const) {
      proxy.flipIn(piece, way);
      const { signal, said } = await run({ dataDir, visits: 2 });
      // Nothing of the message is believed.
      expect([signal, said]).toEqual([null, expect.stringMatching(/"problem":"\w+"/)]);
    }
    expect(proxy.flips).toBeGreaterThanOrEqual(4);
    proxy.flipIn(0);
    const lengths = [1, 17, 300, 900, 2_000, 5_000, 9_000, 30_000, 90_000, 262_144];
    proxy.cutAfter(...lengths, 0);
    const often = { dataDir, visits: 4, fileBytes: 900_000, errands: lengths.length + 1 };
    expect(await run(often)).toEqual(well);
    // One of them may have had all that it carried by then.
    expect(proxy.cuts).toBeGreaterThanOrEqual(lengths.length - 2);
    expect(await run({ dataDir, visits: 1, point: 'sent' })).toMatchObject(killed);
    expect(await run({ dataDir, visits: 0 })).toEqual(well);
    await expectWhole(dataDir, code, 14);
  },
);

test(
  'F7 1970 in Jayapura, ten years ahead in New York, killed in both; then backwards at each answer',
  { timeout: 60_000 },
  async () => {
    const { dataDir, code } = await enrolled();
    const wrong = { dataDir, visits: 2, point: 'sent' } as const;
    expect(await run({ ...wrong, wall: '1970-01-02T00:00:00Z' }, { zone: 'Asia/Jayapura' })).toMatchObject(
      killed,
    );
    expect(await run({ ...wrong, wall: '2036-11-23T01:00:00Z' }, { zone: 'America/New_York' })).toMatchObject(
      killed,
    );
    expect(await run({ dataDir, visits: 1, setTo: '1999-12-31T23:59:59Z' })).toEqual(well);
    await expectWhole(dataDir, code, 6);
  },
);

test(
  'F12 a copied disk: both work, one is killed in the middle of the repair',
  { timeout: 60_000 },
  async () => {
    const { dataDir, code } = await enrolled();
    const copy = join(temporaryDir(), 'office');
    cpSync(dataDir, copy, { recursive: true });
    expect(await run({ dataDir, visits: 2 })).toEqual(well);
    expect(await run({ dataDir: copy, visits: 2, point: 'forked' })).toMatchObject(killed);
    expect(await run({ dataDir: copy, visits: 1 })).toEqual(well);
    expect(await run({ dataDir, visits: 1 })).toEqual(well);
    await expectWhole(dataDir, code, 7);
  },
);

test(
  'F17 killed when the new key was accepted and before that was noted: one key counts, until it is revoked',
  { timeout: 60_000 },
  async () => {
    const { dataDir, code } = await enrolled();
    expect(await run({ dataDir, visits: 1, rotate: true, answeredTo: '/key' })).toMatchObject(killed);
    expect(await run({ dataDir, visits: 1 })).toEqual(well);
    expect(await run({ dataDir, visits: 1, rotate: true })).toEqual(well);
    const keys = await central.central.db
      .selectFrom('device_key')
      .select('replaced_at')
      .where('office_id', '=', code)
      .orderBy('added_at')
      .execute();
    expect(keys.map(one => one.replaced_at === null)).toEqual([false, true]);
    const { device_id } = await central.central.db
      .selectFrom('device')
      .select('device_id')
      .where('office_id', '=', code)
      .executeTakeFirstOrThrow();
    await central.revoke(device_id, code);
    expect((await run({ dataDir, visits: 1 })).said).toMatch(/"problem":"revoked"/);
    const enrol = { url: central.url, code: await central.code(code, device_id) };
    expect(await run({ dataDir, visits: 1, enrol })).toEqual(well);
    await expectWhole(dataDir, code, 6);
  },
);

test('F18 a sealed batch is damaged on the disk while the station is down', { timeout: 60_000 }, async () => {
  const { dataDir, code } = await enrolled();
  expect(await run({ dataDir, visits: 3, point: 'before-send' })).toMatchObject(killed);
  const disk = new Database(join(dataDir, 'loket.sqlite'));
  disk.exec(`DROP TRIGGER sync_batch_is_never_changed;
    UPDATE sync_batch SET body = zeroblob(length(body)) WHERE no = (SELECT max(no) FROM sync_batch)`);
  disk.close();
  expect(await run({ dataDir, visits: 1, point: 'sealed' })).toMatchObject(killed);
  for (let errand = 0; errand < 2; errand++) expect(await run({ dataDir, visits: 0 })).toEqual(well);
  await expectWhole(dataDir, code, 5);
});

test(
  'F19 killed between the pieces of a file; then headquarters has lost its part, has it damaged, and is sent it twice',
  { timeout: 60_000 },
  async () => {
    const { dataDir, code } = await enrolled();
    const uploads = join(central.dataDir, 'uploads');
    const between = { dataDir, visits: 1, point: 'file-piece' } as const;
    expect(await run({ ...between, fileBytes: 600_000 })).toMatchObject(killed);
    rmSync(uploads, { recursive: true });
    expect(await run(between)).toMatchObject(killed);
    for (const name of readdirSync(uploads).filter(one => !one.endsWith('.json')))
      writeFileSync(join(uploads, name), Buffer.alloc(1, 0), { flag: 'r+' });
    // Thrown away when it is whole and does not fit its name, and sent once more.
    expect(await run({ dataDir, visits: 0, errands: 2 })).toEqual(well);
    const disk = new Database(join(dataDir, 'loket.sqlite'));
    const sent = disk.prepare<[], { sha256: string; state: string; tries: number }>(
      'SELECT sha256, state, tries FROM sync_file',
    );
    const [file] = sent.all();
    expect(file).toMatchObject({ state: 'done', tries: 2 });
    const kept = central.central.files.path(code, file!.sha256);
    expect(hash('sha256', readFileSync(kept))).toBe(file!.sha256);
    disk.exec(`UPDATE sync_file SET state = 'waiting'`);
    expect(await run({ dataDir, visits: 0 })).toEqual(well);
    expect(sent.all()).toMatchObject([{ state: 'done', tries: 3 }]);
    disk.close();
    expect(hash('sha256', readFileSync(kept))).toBe(file!.sha256);
    await expectWhole(dataDir, code, 3);
  },
);

test(
  'F22 a request is answered at two PCs, one of them killed when it had said so',
  { timeout: 60_000 },
  async () => {
    const first = await enrolled();
    const second = await enrolled(central.url, first.code);
    const request = crypto.randomUUID();
    const asked = { kind: 'document', title: 'Surat tugas', text: '', due: null, to: [first.code] } as const;
    await makeRequest(central.central, request, { ...asked, to: [first.code] }, 'test');
    expect(await run({ dataDir: first.dataDir, visits: 0, answer: request })).toEqual(well);
    const late = { dataDir: second.dataDir, visits: 0, answer: request, point: 'sent' as const };
    expect(await run(late)).toMatchObject(killed);
    for (const { dataDir } of [second, first]) expect(await run({ dataDir, visits: 0 })).toEqual(well);
    await expectWhole(first.dataDir, first.code, 2);
    const { state, events } = await readRequest(central.central, first.code, request);
    expect(state).toBe('answered');
    expect(events.map(one => one.superseded)).toEqual([false, true]);
  },
);

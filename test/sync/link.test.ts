/** Real sockets: F6 a link that cuts after n bytes in both directions, F13 a power cut, and whom the station believes. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, truncateSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { digests } from '../../src-central/intake/store.ts';
import { write } from '../../src-main/database/write.ts';
import { ownDigests } from '../../src-main/sync/digests.ts';
import { Link } from '../../src-main/sync/link.ts';
import { Names } from '../../src-main/sync/names.ts';
import { signGuestbook } from '../../src-main/visits/guestbook-store.ts';
import { Guestbook } from '../../src-main/visits/schema.ts';
import { CuttingProxy } from '../helpers/cutting-proxy.ts';
import { ServedCentral } from '../helpers/served-central.ts';
import { guestbook, openTestOffice, temporaryDir, type TestOffice } from '../helpers/station.ts';

let central: ServedCentral;
let offices = 1_500;

beforeAll(async () => {
  central = await ServedCentral.open();
}, 60_000);
afterAll(() => central.end());

async function openOffice(url: string, dataDir?: string): Promise<TestOffice> {
  const link = () => new Link({ url, ca: null });
  return openTestOffice({
    dataDir,
    setUp: dataDir === undefined,
    overrides: { courier: { byHand: true, random: () => 0, link } },
  });
}

async function enrolled(url: string): Promise<{ office: TestOffice; code: string }> {
  const office = await openOffice(url);
  const code = String(offices++);
  await office.station.courier.enrol({ code: await central.code(code), url, ca: '' });
  await office.station.courier.sendNow();
  return { office, code };
}

async function sign({ station }: TestOffice, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const form = Guestbook.parse(
      guestbook({}, { phone: undefined, email: `${crypto.randomUUID()}@contoh.id` }),
    );
    await write(station, { door: 'kiosk', staffId: null }, tx => signGuestbook(tx, form, null));
  }
}

async function expectWhole({ station }: TestOffice, code: string): Promise<void> {
  const own = await ownDigests(station.db, await Names.of(station.db));
  const theirs = new Map((await digests(central.central.db, code)).tables.map(one => [one.table, one]));
  for (const [table, digest] of own) expect(theirs.get(table)).toEqual({ table, ...digest });
}

test(
  'F6 a link that is cut after 1 B … 256 KB gets everything across in the end',
  { timeout: 60_000 },
  async () => {
    const proxy = new CuttingProxy(Number(new URL(central.url).port));
    onTestFinished(() => proxy.close());
    const { office, code } = await enrolled(await proxy.listen());
    for (const bytes of [1, 17, 300, 900, 2_000, 5_000, 9_000, 30_000, 90_000, 262_144]) {
      await sign(office, 12);
      proxy.cutAfter(bytes);
      for (let tries = 0; tries < 3; tries++) await office.station.courier.sendNow();
    }
    expect(proxy.cuts).toBeGreaterThan(10);
    proxy.cutAfter(0);
    await office.station.courier.sendNow();
    expect(await office.station.courier.status()).toMatchObject({ problem: null, backlog: { rows: 0 } });
    await expectWhole(office, code);
  },
);

test(
  'F13 what a power cut takes from a database without FULL is gone here, found at headquarters, and comes back',
  { timeout: 60_000 },
  async () => {
    const { office, code } = await enrolled(central.url);
    const { rows } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(office.station.db);
    expect(rows[0]!.synchronous, '2 is FULL').toBe(2);
    await sign(office, 4);
    const before = statSync(join(office.dataDir, 'loket.sqlite-wal')).size;
    await sign(office, 5);
    await office.station.courier.sendNow();
    const dataDir = temporaryDir();
    for (const name of ['loket.sqlite', 'loket.sqlite-wal', 'station.key', 'station.mark'])
      copyFileSync(join(office.dataDir, name), join(dataDir, name));
    await office.station.close();
    // With NORMAL the log is not flushed at a commit: its end never reached the disk.
    truncateSync(join(dataDir, 'loket.sqlite-wal'), before);
    const after = await openOffice(central.url, dataDir);
    const count = async () => (await after.station.db.selectFrom('visit').select('id').execute()).length;
    expect(await count()).toBe(4);
    await sign(after, 2);
    await after.station.courier.sendNow();
    await after.station.courier.sendNow();
    expect(await count()).toBe(11);
    await expectWhole(after, code);
  },
);

test('over TLS only the CA is believed that came with the enrolment', { timeout: 60_000 }, async () => {
  const dir = temporaryDir();
  const file = (name: string) => join(dir, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
  const authority = (name: string) =>
    openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '30',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
    );
  authority('ours');
  authority('other');
  openssl(
    'req',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-subj',
    '/CN=127.0.0.1',
    '-addext',
    'subjectAltName=IP:127.0.0.1',
    '-keyout',
    'server.key',
    '-out',
    'server.csr',
  );
  openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ours.pem',
    '-CAkey',
    'ours.key',
    '-CAcreateserial',
    '-copy_extensions',
    'copy',
    '-days',
    '10',
    '-out',
    'server.pem',
  );
  openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ours.pem',
    '-CAkey',
    'ours.key',
    '-CAcreateserial',
    '-copy_extensions',
    'copy',
    '-days',
    '-1',
    '-out',
    'past.pem',
  );
  const ours = readFileSync(file('ours.pem'), 'utf8');
  const served = await ServedCentral.open({ tls: { cert: file('server.pem'), key: file('server.key') } });
  onTestFinished(() => served.end());
  const office = await openTestOffice({ overrides: { courier: { byHand: true } } });
  const { courier } = office.station;
  const enrol = async (ca: string) => courier.enrol({ code: await served.code('1311'), url: served.url, ca });
  await expect(enrol('')).rejects.toThrow('certificate is not known');
  await expect(enrol(readFileSync(file('other.pem'), 'utf8'))).rejects.toThrow('certificate is not known');
  await enrol(ours);
  await courier.sendNow();
  expect(await courier.status()).toMatchObject({ problem: null, backlog: { rows: 0 } });

  const past = await ServedCentral.open({ tls: { cert: file('past.pem'), key: file('server.key') } });
  onTestFinished(() => past.end());
  const late = courier.enrol({ code: await past.code('1311'), url: past.url, ca: ours });
  await expect(late).rejects.toThrow('clock seems to be wrong');
});

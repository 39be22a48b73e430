import { describe, expect, test, vi } from 'vitest';
import { kinds, openTestCentral, type TestCentral } from '../../test/helpers/central.ts';
import { newKeys, SimpleStation, tryToEnrol, type Keys } from '../../test/helpers/simple-station.ts';
import { visitRow } from '../../test/seeds/office-rows.ts';
import { write } from '../database/write.ts';
import { isSignedBy, signed, signWith } from '../wire/rules.ts';
import type { EnrolAnswer, KeyAnswer } from '../wire/schema.ts';
import { listDevices, revokeDevice } from './store.ts';

const revoke = ({ central }: TestCentral, { office, device }: SimpleStation) =>
  write(central, tx => revokeDevice(tx, { office, device, by: 'test', reason: 'stolen' }, central.now()));

async function changeKey(station: SimpleStation, keys: Keys, nonce?: string) {
  const body = JSON.stringify({
    device: station.device,
    public_key: keys.publicKey,
    box_key: keys.boxKey,
    nonce: nonce ?? (await station.nonce()),
  });
  const headers = {
    signature: signWith(station.keys.secret, signed.key(body)),
    'signature-new': signWith(keys.secret, signed.key(body)),
  };
  return station.request<KeyAnswer>('POST', '/key', { body, headers });
}

describe.each(kinds)('enrolment on %s', kind => {
  test('gives a device of the office, a certificate of headquarters and its keys', async () => {
    const test = await openTestCentral(kind);
    const keys = newKeys();
    const { status, body } = await tryToEnrol(test.ask, await test.code('1311'), keys);
    const answer = body as EnrolAnswer;
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      office: '1311',
      office_name: 'BPS 1311',
      scopes: ['global', 'catalogue', 'office:1311'],
      adopted: false,
    });
    const { text, signature } = answer.certificate;
    expect(isSignedBy(answer.server.public_key, signed.certificate(text), signature)).toBe(true);
    expect(JSON.parse(text)).toMatchObject({
      device: answer.device,
      office: '1311',
      public_key: keys.publicKey,
    });
    expect(await listDevices(test.central.db)).toMatchObject([
      {
        office: '1311',
        device: answer.device,
        name: 'KASIR-1',
        os: 'Windows 11',
        parked: 0,
        revokedAt: null,
      },
    ]);
  });

  test('takes a code once, typed in any way, and again only from the same key', async () => {
    const test = await openTestCentral(kind);
    const code = await test.code();
    const keys = newKeys();
    const first = await tryToEnrol(test.ask, ` ${code.toLowerCase().replaceAll('-', ' ')} `, keys);
    const again = await tryToEnrol(test.ask, code, keys);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body['device']).toBe(first.body['device']);
    expect(await tryToEnrol(test.ask, code)).toMatchObject({ status: 403, body: { code: 'enrol.code' } });
    expect(await listDevices(test.central.db)).toHaveLength(1);
    const stored = await test.central.db.selectFrom('enrol_code').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(code.replaceAll('-', ''));
  });

  test('refuses a code after 48 hours, and an address that guesses', async () => {
    let now = new Date('2026-11-23T02:00:00Z');
    const test = await openTestCentral(kind, { overrides: { now: () => now } });
    const code = await test.code();
    now = new Date('2026-11-25T02:00:01Z');
    expect((await tryToEnrol(test.ask, code)).body).toMatchObject({ code: 'enrol.code' });
    for (let guess = 0; guess < 19; guess++) await tryToEnrol(test.ask, `GUESS${guess}`);
    expect(await tryToEnrol(test.ask, await test.code())).toMatchObject({
      status: 429,
      body: { code: 'enrol.wait' },
    });
  });

  test('refuses a key that the sender does not hold', async () => {
    const test = await openTestCentral(kind);
    const [own, stolen] = [newKeys(), newKeys()];
    const answer = await tryToEnrol(test.ask, await test.code(), { ...own, publicKey: stolen.publicKey });
    expect(answer).toMatchObject({ status: 403, body: { code: 'sync.signature' } });
  });
});

describe.each(kinds)('a station on %s', kind => {
  test('says hello with a nonce that is good once, signed with its key', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const nonce = await station.nonce();
    const answer = await station.greet(nonce);
    expect(answer).toMatchObject({
      status: 200,
      body: { wait_s: null, incarnation: test.central.incarnation, trial: kind === 'PGlite' },
    });
    expect(answer.body.streams).toMatchObject([{ epoch: station.epoch, cursor: 0, archived: 0 }]);
    expect(await station.greet(nonce)).toMatchObject({ status: 401, body: { code: 'sync.nonce' } });
    expect(await station.greet('1.made-up.nonce')).toMatchObject({
      status: 401,
      body: { code: 'sync.nonce' },
    });
    station.keys = { ...station.keys, secret: newKeys().secret };
    expect(await station.greet()).toMatchObject({ status: 403, body: { code: 'sync.signature' } });
  });

  test('is seen with what it says of itself, and a wrong clock is a word and no refusal (F7)', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    for (const clock of [Date.now() + 10 * 365 * 86_400_000, 0]) {
      station.about = {
        clock,
        backlog: { rows: 12, batches: 1, oldest_at: 5 },
        health: { printer: 'ok', disk_free_mb: 900 },
      };
      const answer = await station.greet();
      expect(answer.status).toBe(200);
      expect(answer.body.notices).toContain('clock');
      expect((await station.put(station.seal([{ ...visitRow(1), at: clock }]))).status).toBe(200);
    }
    const [device] = await listDevices(test.central.db);
    expect(device).toMatchObject({ backlog: { rows: 12 }, health: { printer: 'ok' }, app: '0.1.0' });
    expect(device!.lastSeenAt).toBeInstanceOf(Date);
  });

  test('may only name scopes and say what is in the message', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    station.about = { scopes: [{ scope: 'office:3171', epoch: null, pos: 0, chain: null }] };
    expect(await station.greet()).toMatchObject({ status: 403, body: { code: 'sync.scope' } });
    station.about = { health: { Name: 'Siti Aminah' } };
    const answer = await station.greet();
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(JSON.stringify(answer.body)).not.toContain('Siti');
  });

  test('that was revoked is refused at its next request, in a running session too (F17)', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const first = station.seal([visitRow(1)]);
    expect((await station.put(first)).status).toBe(200);
    await revoke(test, station);
    const refused = { status: 403, body: { code: 'sync.revoked' } };
    expect(await station.put(station.seal([visitRow(2)]))).toMatchObject(refused);
    expect(await station.get('/down/global')).toMatchObject(refused);
    expect(await station.greet()).toMatchObject(refused);
    expect(await test.central.db.selectFrom('batch').select('no').execute()).toEqual([{ no: 1 }]);
  });

  test('whose session ended says hello again and goes on (F17)', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const sealed = station.seal([visitRow(1)]);
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 16 * 60_000);
    expect(await station.put(sealed)).toMatchObject({ status: 401, body: { code: 'sync.session' } });
    vi.restoreAllMocks();
    await test.reopen();
    expect(await station.put(sealed)).toMatchObject({ status: 401 });
    await station.greet();
    expect((await station.put(sealed)).status).toBe(200);
  });

  test('changes its key: the answer may be lost, and the old one is good until the new one is used (F17)', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const keys = newKeys();
    const first = await changeKey(station, keys);
    expect(first.status).toBe(200);
    expect((await changeKey(station, keys, 'the nonce of the lost answer')).body.key).toBe(first.body.key);
    expect((await station.greet()).status).toBe(200);
    const old = station.keys;
    const sealed = station.seal([visitRow(1)]);
    station.keys = keys;
    expect((await station.greet()).status).toBe(200);
    expect((await station.put({ ...sealed, signature: station.sign(sealed.chain) })).status).toBe(200);
    station.keys = old;
    expect(await station.greet()).toMatchObject({ status: 403, body: { code: 'sync.unknown' } });
    expect((await changeKey(station, newKeys())).body).toMatchObject({ code: 'sync.signature' });
  });

  test('that lost its disk takes up its history again with a code for it; the old key ends', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const sealed = station.seal([visitRow(1)]);
    await station.put(sealed);
    const next = station.seal([visitRow(2)]);
    const keys = newKeys();
    const { body } = await tryToEnrol(test.ask, await test.code('1311', station.device), keys);
    expect(body).toMatchObject({ device: station.device, adopted: true });
    expect(await station.put(next)).toMatchObject({ status: 403, body: { code: 'sync.unknown' } });
    station.keys = keys;
    expect((await station.greet()).body.streams).toMatchObject([{ epoch: station.epoch, cursor: 1 }]);
    expect((await station.put({ ...next, signature: station.sign(next.chain) })).status).toBe(200);
    expect(await listDevices(test.central.db)).toHaveLength(1);
  });

  test('that a restored headquarters does not know any more is taken back by its certificate (F17)', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    for (const table of ['device_key', 'device', 'stream'] as const)
      await test.central.db.deleteFrom(table).execute();
    expect(await station.greet()).toMatchObject({ status: 403, body: { code: 'sync.unknown' } });
    const { text, signature } = station.enrolment.certificate;
    station.about = { certificate: { text: text.replace('1311', '3171'), signature } };
    expect(await station.greet()).toMatchObject({ status: 403, body: { code: 'sync.unknown' } });
    station.about = { certificate: { text, signature } };
    expect((await station.greet()).status).toBe(200);
    expect((await station.put(station.seal([visitRow(1)]))).status).toBe(200);
  });

  test('is told to come back when there are too many, and to slow down when it asks too often (F20)', async () => {
    const test = await openTestCentral(kind, { settings: { maxUnderWay: 2, burst: 5, ratePerSecond: 1 } });
    const station = await test.station();
    test.central.limits.underWay = 1;
    const answer = await station.greet();
    expect(answer.body.session).toBeNull();
    expect(answer.body.wait_s).toBeGreaterThan(0);
    test.central.limits.underWay = 9;
    expect(await station.greet()).toMatchObject({ status: 503, body: { code: 'sync.busy' } });
    test.central.limits.underWay = 0;
    await station.greet();
    const answers = [];
    for (let at = 0; at < 8; at++) answers.push(await station.get('/digest'));
    expect(answers.map(one => one.status)).toContain(429);
    expect(Number(answers.find(one => one.status === 429)!.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

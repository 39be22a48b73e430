import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { kinds, openTestCentral, type TestCentral } from '../../test/helpers/central.ts';
import type { Sealed, SimpleStation } from '../../test/helpers/simple-station.ts';
import { visitRow } from '../../test/seeds/office-rows.ts';
import { write } from '../database/write.ts';
import { publish } from '../feeds/store.ts';
import { openParcel, sealParcel, type ParcelRecord } from '../wire/envelope-rules.ts';
import { sha256, signed, signWith } from '../wire/rules.ts';
import { HelloAnswer, PageHeader } from '../wire/schema.ts';
import { takeParcel } from './parcels.ts';

function helloRecord(station: SimpleStation): ParcelRecord {
  const body = Buffer.from(JSON.stringify(station.hello()));
  const signature = signWith(station.keys.secret, signed.hello('parcel', body));
  return { head: { kind: 'hello', signature }, body };
}

const batchRecord = ({ epoch, no, signature, body }: Sealed): ParcelRecord => ({
  head: { kind: 'batch', epoch, no, signature },
  body,
});

const parcel = (station: SimpleStation, records: ParcelRecord[]) =>
  sealParcel(
    station.enrolment.server.box_key,
    { to: 'central', office: station.office, device: station.device },
    [helloRecord(station), ...records],
  );

async function carry(test: TestCentral, station: SimpleStation, records: ParcelRecord[]) {
  const answer = openParcel(station.keys.boxSecret, await takeParcel(test.central, parcel(station, records)));
  expect(answer.head).toMatchObject({ to: 'station', office: station.office, device: station.device });
  const json = (at: number) => JSON.parse(Buffer.from(answer.records[at]!.body).toString()) as unknown;
  return { records: answer.records, hello: HelloAnswer.parse(json(0)), json };
}

describe.each(kinds)('a parcel carried by hand to headquarters on %s', kind => {
  test('brings batches and files, and takes receipts and news back, as often as it comes', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const sibling = await test.station();
    const theirs = sibling.seal([visitRow(50)]);
    await sibling.put(theirs);
    await write(test.central, tx =>
      publish(tx, 'global', [{ table: 'announcement', id: 'a', data: { title: 'Rapat' } }]),
    );
    const sealed = [
      station.seal([visitRow(1)]),
      station.seal([visitRow(2), { ...visitRow(3), t: 'salary' }]),
    ];
    const bytes = randomBytes(2_000);
    const sha = sha256(bytes).toString('hex');
    const file: ParcelRecord = { head: { kind: 'file', sha256: sha, mime: 'application/pdf' }, body: bytes };
    for (let times = 0; times < 2; times++) {
      const { hello, records } = await carry(test, station, [...sealed.map(batchRecord), file]);
      expect(hello).toMatchObject({ session: null, streams: [{ epoch: station.epoch, cursor: 2 }] });
      expect(records.map(one => one.head.kind)).toEqual(['hello', 'page', 'page', 'batch']);
      const page = Buffer.from(records[1]!.body).toString().split('\n');
      expect(PageHeader.parse(JSON.parse(page[0]!))).toMatchObject({ scope: 'global', to: 1 });
      expect(page[1]).toContain('Rapat');
      expect(records[3]!.head).toMatchObject({ device: sibling.device, no: 1 });
      expect(records[3]!.body).toEqual(theirs.body);
    }
    expect(await test.central.db.selectFrom('visit').select('count').orderBy('count').execute()).toEqual([
      { count: 1 },
      { count: 2 },
      { count: 50 },
    ]);
    expect((await station.raw('GET', `/files/${sha}`)).status).toBe(200);
  });

  test('is answered in the middle too: what is refused is named, what is good is taken', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const [first, second, third] = [1, 2, 3].map(no => station.seal([visitRow(no)]));
    const { records, hello, json } = await carry(test, station, [
      batchRecord(third!),
      batchRecord(first!),
      batchRecord({ ...second!, signature: 'forged' }),
      { head: { kind: 'file', sha256: 'f'.repeat(64), mime: 'text/plain' }, body: Buffer.from('other') },
    ]);
    expect(hello.streams).toMatchObject([{ cursor: 1 }]);
    const refused = records.flatMap((one, at) =>
      one.head.kind === 'refused' ? [json(at) as { code: string }] : [],
    );
    expect(refused.map(one => one.code)).toEqual(['sync.gap', 'sync.signature', 'files.mismatch']);
  });

  test('from nobody we know, or changed on the way, is not opened', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const good = parcel(station, [batchRecord(station.seal([visitRow(1)]))]);
    const changed = Buffer.from(good);
    changed[good.length - 40]! ^= 1;
    await expect(takeParcel(test.central, changed)).rejects.toMatchObject({ body: { code: 'sync.corrupt' } });
    await expect(takeParcel(test.central, Buffer.from('a letter'))).rejects.toMatchObject({
      body: { code: 'sync.corrupt' },
    });
    const forger = Object.assign(Object.create(station) as SimpleStation, {
      keys: { ...station.keys, secret: (await test.station()).keys.secret },
    });
    await expect(takeParcel(test.central, parcel(forger, []))).rejects.toMatchObject({
      body: { code: 'sync.signature' },
    });
    expect(await test.central.db.selectFrom('batch').select('no').execute()).toEqual([]);
  });

  test('whose feed was pruned meanwhile takes the snapshot back', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    station.about = {
      scopes: [{ scope: 'office:1311', epoch: station.epoch, pos: 4, chain: 'a'.repeat(64) }],
    };
    const { records } = await carry(test, station, [batchRecord(station.seal([visitRow(1)]))]);
    expect(records.map(one => one.head)).toMatchObject([
      { kind: 'hello' },
      { kind: 'snapshot', scope: 'office:1311', pos: 1 },
    ]);
  });
});

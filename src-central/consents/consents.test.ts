import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../test/helpers/central.ts';
import { Headquarters } from '../../test/helpers/headquarters.ts';
import type { SimpleStation } from '../../test/helpers/simple-station.ts';
import { write } from '../database/write.ts';
import { revokeDevice } from '../stations/store.ts';
import type { ConsentPerson } from '../wire/consent-schema.ts';
import { packConsents, signed, signWith } from '../wire/rules.ts';
import { forgetOldConsents } from './list-store.ts';

const at = '2026-11-24T02:00:00.000Z';
const id = (last: number) => `a0000000-0000-4000-8000-00000000000${last}`;
const person = (last: number, change: object = {}) => ({
  id: id(last),
  name: `Siti ${last}`,
  phone: `+62812345678${last}0`,
  until: '2027-11-24',
  ...change,
});

function handIn(station: SimpleStation, no: number, people: ConsentPerson[], part = 'a') {
  const body = packConsents({ no, people });
  const signature = signWith(station.keys.secret, signed.consents('skd', part, body));
  return station.request('PUT', `/consents/skd/${part}`, { body, headers: { signature } });
}

describe.each(kinds)('a list of consents on %s', kind => {
  async function open() {
    const hq = await Headquarters.open(kind, at);
    const station = await hq.test.station('1311');
    const held = async () =>
      (await hq.central.db.selectFrom('consent').select('id').orderBy('id').execute()).map(one => one.id);
    return { hq, station, held };
  }

  test('is replaced as a whole, and who left it does not come back under the same consent', async () => {
    const { station, held } = await open();
    expect((await handIn(station, 1, [person(1), person(2)])).body).toEqual({ no: 1, ended: [] });
    expect(await held()).toEqual([id(1), id(2)]);
    expect((await handIn(station, 2, [person(1), person(3)])).status).toBe(200);
    expect(await held()).toEqual([id(1), id(3)]);
    // A station that was restored says again what it knew; of it, what ended in between stays away.
    expect((await handIn(station, 3, [person(1), person(2)])).body).toEqual({ no: 3, ended: [id(2)] });
    expect(await held()).toEqual([id(1)]);
    expect((await handIn(station, 4, [])).status).toBe(200);
    expect(await held()).toEqual([]);
  });

  test('twice is answered the same, and an older one takes nothing back', async () => {
    const { station, held } = await open();
    await handIn(station, 5, [person(1)]);
    expect((await handIn(station, 5, [person(1)])).body).toEqual({ no: 5, ended: [] });
    for (const no of [4, 5])
      expect((await handIn(station, no, [person(2)])).body).toMatchObject({
        code: 'sync.older',
        details: { no: 5 },
      });
    expect(await held()).toEqual([id(1)]);
  });

  test('that is garbled, too long, unsigned or for another part is refused, and changes nothing', async () => {
    const { station, held } = await open();
    await handIn(station, 1, [person(1)]);
    const put = async (body: Uint8Array, signature?: string, part = 'a') =>
      (
        await station.request('PUT', `/consents/skd/${part}`, {
          body: Buffer.from(body),
          headers: {
            signature: signature ?? signWith(station.keys.secret, signed.consents('skd', part, body)),
          },
        })
      ).body.code;
    expect(await put(Buffer.from('x'))).toBe('sync.corrupt');
    const good = packConsents({ no: 2, people: [] });
    expect(await put(good, 'x')).toBe('sync.signature');
    expect(await put(Buffer.alloc(256 * 1024 + 1))).toBe('sync.tooLarge');
    const many = Array.from({ length: 1_001 }, (_, n) =>
      person(1, { id: `a${String(n).padStart(7, '0')}${id(1).slice(8)}` }),
    );
    expect(await put(packConsents({ no: 2, people: many }))).toBe('sync.corrupt');
    expect(await put(packConsents({ no: 2, people: [person(1)] }), undefined, 'b')).toBe('sync.corrupt');
    expect(await put(packConsents({ no: 2, people: [person(1, { name: 'a\u0000' })] }))).toBe('sync.corrupt');
    expect((await station.request('PUT', '/consents/gift/a', { body: good })).body.code).toBe(
      'request.invalid',
    );
    expect(await held()).toEqual([id(1)]);
  });

  test('is gone when its station is revoked, has left its history, or the days are over', async () => {
    const { hq, station, held } = await open();
    await handIn(station, 1, [person(1)]);
    // The last day of one that a wrong clock put far away is within what any office may promise.
    await handIn(station, 2, [
      person(1),
      person(2, { until: '2026-11-25' }),
      person(3, { until: '2099-01-01' }),
    ]);
    await forgetOldConsents(hq.central.db, new Date('2026-11-26T00:00:00Z'));
    expect(await held()).toEqual([id(1), id(3)]);
    await forgetOldConsents(hq.central.db, new Date('2028-11-26T00:00:00Z'));
    expect(await held()).toEqual([]);

    await handIn(station, 3, [person(4)]);
    const [first] = station.hello().epochs;
    const restored = { ...first!, epoch: crypto.randomUUID(), parent: first!.epoch, parent_no: 0 };
    station.about = { epochs: [first!, { ...restored, reason: 'restored' }] };
    expect((await station.greet()).status).toBe(200);
    expect(await held()).toEqual([]);

    await handIn(station, 1, [person(5)]);
    expect(await held()).toEqual([id(5)]);
    const { office, device } = station.enrolment;
    await write(hq.central, tx =>
      revokeDevice(tx, { office, device, by: 'test', reason: 'test' }, hq.central.now()),
    );
    expect(await held()).toEqual([]);
    expect((await handIn(station, 2, [person(5)])).body.code).toBe('sync.revoked');
  });

  test('shows figures to operators; names go into a file for an administrator, who is on record', async () => {
    const { hq, station } = await open();
    const other = await hq.test.station('1312');
    await handIn(station, 1, [
      person(1, { name: '=1+1' }),
      person(2, { phone: undefined, email: 'siti@contoh.id' }),
      person(3, { until: '2026-11-24' }),
    ]);
    await handIn(other, 1, []);
    const admin = await hq.admin();
    const operator = await hq.person(admin, 'operator');
    const viewer = await hq.person(admin, 'viewer');
    expect((await viewer.ask('POST', '/consents/search', {})).body.code).toBe('accounts.role');
    const shown = await operator.ask('POST', '/consents/search', { order: 'people', down: true });
    expect(shown.body).toMatchObject({
      total: 2,
      people: 3,
      rows: [
        { office: '1311', people: 3, byPhone: 2, byEmail: 1 },
        { office: '1312', people: 0 },
      ],
    });
    expect(JSON.stringify(shown.body)).not.toMatch(/Siti|contoh\.id|\+62/);
    expect((await operator.ask('POST', '/exports/consents/csv', {})).body.code).toBe('accounts.role');
    hq.pass(24 * 60);
    admin.token = (await admin.signIn()).body.token;
    const { bytes } = await admin.ask('POST', '/exports/consents/csv', { text: '1311' });
    expect(parse(bytes, { bom: true, delimiter: ';' })).toEqual([
      ['Kode', 'Kantor', 'Nama', 'Telepon', 'Email', 'Hapus setelah'],
      ['1311', 'BPS 1311', "'=1+1", '0812-3456-7810', '', '2027-11-24'],
      ['1311', 'BPS 1311', 'Siti 2', '', 'siti@contoh.id', '2027-11-24'],
    ]);
    const audit = await hq.central.db
      .selectFrom('audit')
      .selectAll()
      .where('what', '=', 'consent.exported')
      .execute();
    expect(audit).toMatchObject([{ actor: admin.email, data: { purpose: 'skd', offices: 1, people: 2 } }]);
  });
});

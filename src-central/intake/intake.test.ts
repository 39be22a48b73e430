import { sql } from 'kysely';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { kinds, openTestCentral } from '../../test/helpers/central.ts';
import { changed, serviceRow, visitRow } from '../../test/seeds/office-rows.ts';
import { proveOffice } from '../proof/store.ts';
import { limits, rowHash, sha256 } from '../wire/rules.ts';
import type { DigestAnswer, DigestParts, DigestRows } from '../wire/schema.ts';
import { upTables, type UpTable } from '../wire/tables-schema.ts';
import { replay } from './replay.ts';

describe.each(kinds)('batches on %s', kind => {
  test('are stored as received, applied, and answered with the new cursor', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const station = await open();
    const visit = visitRow(1);
    const first = station.seal([visit, serviceRow(visit.id)]);
    const answer = await station.put(first);
    expect(answer).toMatchObject({
      status: 200,
      body: { cursor: 1, chain: first.chain.toString('hex'), archived: 0, parked: [], feed: { pos: 1 } },
    });
    const stored = await central.db.selectFrom('batch').selectAll().executeTakeFirstOrThrow();
    expect(Buffer.from(stored.body)).toEqual(first.body);
    const rows = await central.db.selectFrom('visit').selectAll().execute();
    expect(rows).toMatchObject([
      {
        office_id: '1311',
        id: visit.id,
        row_version: 1,
        row_epoch: station.epoch,
        count: 1,
        on_day: '2026-11-23',
      },
    ]);
    expect(Buffer.from(rows[0]!.row_hash).toString('hex')).toBe(rowHash('visit', visit.id, visit.d!));
    expect(await central.db.selectFrom('visit_service').select('visit_id').execute()).toEqual([
      { visit_id: visit.id },
    ]);
  });

  test('keep every sign that a word may hold', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const station = await open();
    const words = ['{a,"b"}', '\\', '\\"', `o'(n)e, two`, 'NULL', ' ', 'é…', '-'];
    const visits = words.map((purpose, at) => {
      const visit = visitRow(at + 1);
      return { ...visit, d: { ...visit.d!, purpose } };
    });
    expect(await station.put(station.seal(visits))).toMatchObject({ status: 200, body: { parked: [] } });
    const rows = await central.db.selectFrom('visit').select('purpose').orderBy('seq').execute();
    expect(rows.map(row => row.purpose)).toEqual(words);
  });

  test('keep every number, day, moment and hash that a column may hold', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const station = await open();
    const said = [
      0,
      -1,
      2 ** 31,
      -(2 ** 31) - 1,
      2 ** 32 - 1,
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
    ];
    const days = [
      '1900-01-01',
      '1969-12-31',
      '1999-12-31',
      '2000-01-01',
      '2024-02-29',
      '2026-11-29',
      '9999-12-31',
    ];
    const visits = said.map((waited_ms, at) => {
      const visit = visitRow(at + 1);
      const moment = `${days[at]}T23:59:59.${100 + at}Z`;
      return { ...visit, d: { ...visit.d!, waited_ms, on_day: days[at]!, served_at: moment } };
    });
    const copies = [0, 1].map(not_for_copying => ({
      ...visitRow(20 + not_for_copying),
      t: 'publication_copy',
      d: {
        publication_id: crypto.randomUUID(),
        code: '𝔸é'.repeat(32),
        condition: 'good',
        not_for_copying,
        added_at: '2026-11-29T00:00:00.000Z',
      },
    }));
    expect(await station.put(station.seal([...visits, ...copies]))).toMatchObject({
      status: 200,
      body: { parked: [] },
    });
    const rows = await central.db
      .selectFrom('visit')
      .select(['waited_ms', sql<string>`on_day::text`.as('on_day'), 'served_at'])
      .orderBy('seq')
      .execute();
    expect(rows).toEqual(
      visits.map(({ d }) => ({ waited_ms: d.waited_ms, on_day: d.on_day, served_at: new Date(d.served_at) })),
    );
    expect(await proveOffice(central, '1311')).toMatchObject({ ok: true });
  });

  test('of two devices at once leave no gap in the feed of their office', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const devices = [await open(), await open()];
    const all = devices.map(device => Array.from({ length: 10 }, (_, at) => device.seal([visitRow(at + 1)])));
    const answers = await Promise.all(
      devices.flatMap((device, at) => all[at]!.map(sealed => device.put(sealed))),
    );
    expect(answers.map(one => one.status)).toEqual(answers.map(() => 200));
    expect(await proveOffice(central, '1311')).toMatchObject({
      ok: true,
      batches: 20,
      feed: { pos: 20, brokenAt: null },
    });
  });

  test('that come again are answered the same and change nothing, the last thirty in any order too (F3, F4)', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const station = await open();
    const sealed = Array.from({ length: 30 }, (_, at) => station.seal([visitRow(at + 1)]));
    for (const one of sealed) expect((await station.put(one)).status).toBe(200);
    const before = await central.db.selectFrom('visit').selectAll().orderBy('id').execute();
    for (const one of sealed.toReversed())
      expect(await station.put(one)).toMatchObject({ status: 200, body: { cursor: 30, feed: null } });
    expect(await central.db.selectFrom('visit').selectAll().orderBy('id').execute()).toEqual(before);
    expect(await central.db.selectFrom('batch').select('no').execute()).toHaveLength(30);
  });

  test('of two requests at once only one is stored', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const station = await open();
    const sealed = station.seal([visitRow(1)]);
    const answers = await Promise.all([station.put(sealed), station.put(sealed), station.put(sealed)]);
    expect(answers.map(one => one.status)).toEqual([200, 200, 200]);
    expect(await central.db.selectFrom('batch').select('no').execute()).toHaveLength(1);
    expect(await central.db.selectFrom('feed_item').select('pos').execute()).toEqual([{ pos: 1 }]);
  });

  test('with a number too high are a gap, with another content a fork', async () => {
    const { station: open } = await openTestCentral(kind);
    const station = await open();
    const [first, second, third] = [1, 2, 3].map(no => station.seal([visitRow(no)]));
    expect(await station.put(second!)).toMatchObject({
      status: 409,
      body: { code: 'sync.gap', details: { cursor: 0 } },
    });
    await station.put(first!);
    await station.put(second!);
    station.no = 1;
    station.chain = first!.chain;
    const other = station.seal([visitRow(99)]);
    const fork = { code: 'sync.fork', details: { cursor: 2, chain: second!.chain.toString('hex') } };
    expect(await station.put(other)).toMatchObject({ status: 409, body: fork });
    // Turso #8129: the restored station went on until its number is the next one again.
    const overlapping = station.seal([visitRow(100)]);
    expect(overlapping.no).toBe(3);
    expect(await station.put(overlapping)).toMatchObject({ status: 409, body: fork });
    expect(await station.put(third!)).toMatchObject({ status: 200, body: { cursor: 3 } });
    expect(await station.get(`/up/${station.epoch}/chain?no=1`)).toMatchObject({
      status: 200,
      body: { no: 1, chain: first!.chain.toString('hex') },
    });
    expect((await station.get(`/up/${station.epoch}/chain?no=4`)).status).toBe(404);
  });

  test('that are damaged on the way are refused, and taken when they come whole (F5)', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const station = await open();
    const sealed = station.seal([visitRow(1), visitRow(2)]);
    for (const at of [0, 9, sealed.body.length >> 1, sealed.body.length - 1]) {
      const body = Buffer.from(sealed.body);
      body[at]! ^= 1;
      expect(await station.put({ ...sealed, body }), `byte ${at}`).toMatchObject({
        status: 422,
        body: { code: 'sync.corrupt', details: { reason: 'digest' } },
      });
      const cut = sealed.body.subarray(0, at);
      expect((await station.put({ ...sealed, body: cut, sha: sha256(cut) })).status, `cut ${at}`).toBe(422);
    }
    expect(await central.db.selectFrom('batch').select('no').execute()).toEqual([]);
    expect((await station.put(sealed)).status).toBe(200);
  });

  test('of a hostile sender cost nothing: too long, a bomb, garbage, without a session', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const station = await open();
    const sealed = station.seal([visitRow(1)]);
    const send = (body: Buffer) => station.put({ ...sealed, body, sha: sha256(body) });
    expect((await send(Buffer.alloc(limits.batchBytes + 1))).body).toMatchObject({ code: 'sync.tooLarge' });
    expect((await send(gzipSync(Buffer.alloc(50_000_000)))).body).toMatchObject({ code: 'sync.corrupt' });
    expect((await send(Buffer.from('garbage'))).body).toMatchObject({ code: 'sync.corrupt' });
    const chunked = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(40_000));
      },
    });
    const endless = await station.ask(`/sync/v1/up/${sealed.epoch}/1`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${station.session}` },
      body: chunked,
      duplex: 'half',
    } as RequestInit);
    expect(endless.status).toBe(413);
    station.session = 'nobody';
    expect(await station.put(sealed)).toMatchObject({ status: 401, body: { code: 'sync.session' } });
    expect(await central.db.selectFrom('batch').select('no').execute()).toEqual([]);
  });

  test('must be signed by the device, for its own office and under the number in their path', async () => {
    const { station: open } = await openTestCentral(kind);
    const [station, other] = [await open('1311'), await open('3171')];
    const sealed = station.seal([visitRow(1)]);
    const wrong = { ...sealed, signature: other.sign(sealed.chain) };
    expect(await station.put(wrong)).toMatchObject({ status: 403, body: { code: 'sync.signature' } });
    expect(await other.put(sealed)).toMatchObject({ status: 403, body: { code: 'sync.scope' } });
    expect(await station.put({ ...sealed, no: 2 })).toMatchObject({
      status: 422,
      body: { details: { reason: 'header' } },
    });
    expect((await station.put(sealed)).status).toBe(200);
  });

  test('with bad rows between good ones are stored whole: the good are applied, the bad wait (F16)', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const station = await open();
    const good = [visitRow(1), visitRow(2)];
    const lines = [
      JSON.stringify(good[0]),
      '{"t":"visit"',
      JSON.stringify({ ...visitRow(3), d: { ...visitRow(3).d, men: 'many' } }),
      JSON.stringify({ ...visitRow(4), d: { ...visitRow(4).d, state: 'x'.repeat(65) } }),
      JSON.stringify({ ...visitRow(5), t: 'salary' }),
      JSON.stringify({ ...visitRow(6), d: { ...visitRow(6).d, companion_name: 'Siti Aminah' } }),
      JSON.stringify(good[1]),
    ];
    const answer = await station.put(station.sealLines(lines));
    const parked = [
      { line: 2, reason: 'shape' },
      { line: 3, reason: 'type' },
      { line: 4, reason: 'type' },
      { line: 5, reason: 'table' },
      { line: 6, reason: 'column' },
    ];
    expect(answer).toMatchObject({ status: 200, body: { cursor: 1, parked } });
    const rows = await central.db.selectFrom('visit').select('id').orderBy('count').execute();
    expect(rows.map(row => row.id)).toEqual(good.map(row => row.id));
    expect((await station.put(station.seal([visitRow(7)]))).status).toBe(200);
  });

  test('whose row the database alone refuses park that row alone, and it is applied once the cause is gone', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const station = await open();
    await sql`ALTER TABLE staff ADD CONSTRAINT only_front CHECK (role = 'front')`.execute(central.db);
    const staff = (role: string) => ({
      t: 'staff',
      d: { role, active: 1, created_at: '2026-11-23T02:00:00.000Z' },
    });
    const answer = await station.put(station.seal([staff('front'), staff('admin'), staff('front')]));
    expect(answer).toMatchObject({ status: 200, body: { parked: [{ line: 2, reason: 'database' }] } });
    const roles = async () =>
      (await central.db.selectFrom('staff').select('role').orderBy('role').execute()).map(row => row.role);
    expect(await roles()).toEqual(['front', 'front']);
    expect(await replay(central, 'test')).toEqual({ applied: 0, waiting: 1 });
    await sql`ALTER TABLE staff DROP CONSTRAINT only_front`.execute(central.db);
    expect(await replay(central, 'test')).toEqual({ applied: 1, waiting: 0 });
    expect(await roles()).toEqual(['admin', 'front', 'front']);
  });

  test('may bring the versions of a row in any order: the latest stays, a deletion too', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const station = await open();
    const first = visitRow(1);
    const second = changed(first, { state: 'serving' });
    const third = changed(second, { state: 'inside' });
    await station.put(station.seal([third, first]));
    await station.put(station.seal([second]));
    const row = () => central.db.selectFrom('visit').selectAll().executeTakeFirstOrThrow();
    expect(await row()).toMatchObject({ row_version: 3, state: 'inside' });
    const { d: _, ...gone } = { ...third, v: 4, op: 'D' as const };
    await station.put(station.seal([gone]));
    await station.put(station.seal([second]));
    expect(await row()).toMatchObject({ row_version: 4, deleted: true, state: null });
  });

  test('of one row and version but another content agree on one winner, whichever comes first', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const station = await open();
    const first = visitRow(1);
    const two = { ...first, d: { ...first.d, language: 'en' } };
    await station.put(station.seal([first]));
    await station.put(station.seal([two]));
    const winner = async () =>
      (await central.db.selectFrom('visit').select('language').executeTakeFirstOrThrow()).language;
    const stayed = await winner();
    await station.put(station.seal([first]));
    await station.put(station.seal([two]));
    expect(await winner()).toBe(stayed);
    expect(
      rowHash('visit', first.id, (stayed === 'en' ? two : first).d!) >
        rowHash('visit', first.id, (stayed === 'en' ? first : two).d!),
    ).toBe(true);
  });

  test('of a newer station wait, and the next program applies them when it starts (F15)', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const known = { ...visitRow(1), s: 99 };
    const reading = { ...visitRow(2), t: 'reading', s: 99, d: { room: 'a' } };
    const answer = await station.put(station.seal([known, reading]));
    expect(answer).toMatchObject({ status: 200, body: { parked: [{ line: 2, reason: 'newer' }] } });
    // What an upgrade brings: a line in the whitelist, and a migration.
    const newer: Record<string, UpTable> = { reading: { id: 'own', columns: { room: { type: 'word' } } } };
    Object.assign(upTables, newer);
    onTestFinished(() => {
      delete (upTables as Record<string, UpTable>)['reading'];
    });
    await sql`
      CREATE TABLE reading (office_id text, id uuid, row_version bigint, row_epoch uuid, row_hash bytea, deleted boolean,
        received_at timestamptz, room text, PRIMARY KEY (office_id, id))`.execute(test.central.db);
    await test.reopen();
    const { rows } = await sql`SELECT id, room, row_version FROM reading`.execute(test.central.db);
    expect(rows).toEqual([{ id: reading.id, room: 'a', row_version: 1 }]);
    const waiting = await test.central.db
      .selectFrom('parked')
      .select('line')
      .where('settled_at', 'is', null)
      .execute();
    expect(waiting).toEqual([]);
  });

  test('beyond what an office may send in a day wait for the next one', async () => {
    const { station: open } = await openTestCentral(kind, { settings: { dailyBytes: 2_000 } });
    const station = await open();
    let answer = await station.put(station.seal([visitRow(1)]));
    for (let at = 2; answer.status === 200 && at < 20; at++)
      answer = await station.put(station.seal([visitRow(at)]));
    expect(answer).toMatchObject({ status: 429, body: { code: 'sync.quota' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('answer digests that are those of the rows, down to the row', async () => {
    const { station: open } = await openTestCentral(kind);
    const station = await open();
    const rows = [1, 2, 3].map(count => visitRow(count));
    await station.put(station.seal(rows));
    const other = await (await open('3171')).get<DigestAnswer>('/digest');
    expect(other.body.tables.every(one => one.rows === 0 && one.sum === '0'.repeat(16))).toBe(true);
    const { body } = await station.get<DigestAnswer>('/digest');
    const hashes = rows.map(row => rowHash('visit', row.id, row.d!));
    const sum = BigInt.asUintN(
      64,
      hashes.reduce((sum, hash) => sum + BigInt(`0x${hash.slice(0, 16)}`), 0n),
    );
    const digest = { rows: 3, sum: sum.toString(16).padStart(16, '0') };
    expect(body.tables.find(one => one.table === 'visit')).toEqual({ table: 'visit', ...digest });
    const prefix = rows[0]!.id.slice(0, 6);
    const parts = await station.get<DigestParts>(`/digest?table=visit&prefix=${prefix}`);
    expect(parts.body.parts).toEqual([{ prefix: rows[0]!.id.slice(0, 7), ...digest }]);
    const found = await station.get<DigestRows>(`/digest/rows?table=visit&prefix=${prefix}`);
    expect(found.body.rows.map(one => one.hash).sort()).toEqual(hashes.toSorted());
    expect((await station.get('/digest?table=account&prefix=')).status).toBe(400);
  });
});

import { sql } from 'kysely';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kinds, openTestCentral, type TestCentral } from '../../test/helpers/central.ts';
import { changed, serviceRow, visitRow } from '../../test/seeds/office-rows.ts';
import { journalId, type RowData } from '../wire/tables-schema.ts';
import { write } from '../database/write.ts';
import { publish } from '../feeds/store.ts';
import { sha256 } from '../wire/rules.ts';
import { proveOffice } from './store.ts';

const at = '2026-11-23T02:00:00.000Z';

/** A chain of journal rows, as an office's own. */
function journal(from: number, to: number, before = 'genesis') {
  const rows = [];
  let previous = before;
  for (let seq = from; seq <= to; seq++) {
    const hash = sha256(`${previous}${seq}`).toString('hex');
    const d: RowData = { seq, at, door: 'kiosk', what: 'visit.opened', previous, hash };
    rows.push({ t: 'journal', id: journalId(at, hash), v: 1, at: Date.parse(at), tx: seq, d });
    previous = hash;
  }
  return rows;
}

/** Twelve batches of a morning, one with a row that waits. */
async function morning(test: TestCentral) {
  const station = await test.station();
  const visits = Array.from({ length: 30 }, (_, at) => visitRow(at + 1));
  for (let batch = 0; batch < 10; batch++)
    await station.put(
      station.seal(visits.slice(batch * 3, batch * 3 + 3).flatMap(one => [one, serviceRow(one.id)])),
    );
  await station.put(
    station.seal([changed(visits[0]!, { state: 'serving' }), { ...visitRow(99), t: 'unheard-of' }]),
  );
  await station.put(station.seal(journal(1, 20)));
  await write(test.central, tx =>
    publish(tx, 'office:1311', [{ table: 'announcement', id: 'a', data: { text: 'mesin baru' } }]),
  );
  const file = Buffer.from('jawaban');
  const name = sha256(file).toString('hex');
  const path = test.central.files.path('1311', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file);
  await test.central.files.note('1311', name, 'text/plain');
  return { station, visits, path };
}

describe.each(kinds)('the proof of an office on %s', kind => {
  test('finds a morning whole: every batch, row, signature, the feed, the journal', async () => {
    const test = await openTestCentral(kind);
    const { station } = await morning(test);
    const proof = await proveOffice(test.central, '1311');
    expect(proof).toMatchObject({
      ok: true,
      batches: 12,
      streams: [{ device: station.device, whole: 12, cursor: 12, broken: null }],
      feed: { pos: 13, brokenAt: null },
      files: { whole: 1, wrong: [] },
      journal: { entries: 20, last: 20, missing: [], forks: [], broken: [] },
      parked: [{ reason: 'table', rows: 1 }],
    });
    const { body } = await station.get<{ tables: { table: string; rows: number; sum: string }[] }>('/digest');
    for (const { table, rows, sum } of body.tables)
      expect(proof.tables.find(one => one.table === table)).toEqual({ table, rows, sum, wrong: [] });
  });

  test('finds one changed byte in any batch, chain, signature, row, version, line of the feed or file', async () => {
    const test = await openTestCentral(kind);
    const { path } = await morning(test);
    const flip = (column: string, at: number) =>
      `${column} = set_byte(${column}, ${at}, get_byte(${column}, ${at}) # 1)`;
    const changes: [what: string, change: string][] = [
      ['the first byte of a body', `UPDATE batch SET ${flip('body', 0)} WHERE no = 5`],
      ['a byte in the middle of a body', `UPDATE batch SET ${flip('body', 200)} WHERE no = 7`],
      ['the sha', `UPDATE batch SET ${flip('sha', 31)} WHERE no = 5`],
      ['the chain', `UPDATE batch SET ${flip('chain', 0)} WHERE no = 5`],
      ['the signature', `UPDATE batch SET signature = overlay(signature placing 'AAAA' from 1) WHERE no = 5`],
      ['the key', `UPDATE batch SET key_id = 'another' WHERE no = 5`],
      ['how many rows', `UPDATE batch SET rows = rows + 1 WHERE no = 5`],
      ['a batch taken out', `DELETE FROM batch WHERE no = 5`],
      ['the last batch taken out', `DELETE FROM batch WHERE no = 12`],
      ['the cursor', `UPDATE stream SET cursor = 11`],
      ['the head of the chain', `UPDATE stream SET ${flip('chain', 3)}`],
      ['a column of a row', `UPDATE visit SET men = 1 WHERE count = 9`],
      ['a column made empty', `UPDATE visit SET promise_ms = NULL WHERE count = 9`],
      [
        'a millisecond of an instant',
        `UPDATE visit SET state_at = state_at + interval '1 millisecond' WHERE count = 9`,
      ],
      ['a day', `UPDATE visit SET on_day = on_day + 1 WHERE count = 9`],
      ['a version', `UPDATE visit SET row_version = 2 WHERE count = 9`],
      ['an epoch', `UPDATE visit SET row_epoch = id WHERE count = 9`],
      ['the hash of a row', `UPDATE visit SET ${flip('row_hash', 15)} WHERE count = 9`],
      ['a row deleted', `UPDATE visit SET deleted = true WHERE count = 9`],
      [
        'a row taken out',
        `DELETE FROM visit_service WHERE visit_id = (SELECT id FROM visit WHERE count = 9)`,
      ],
      [
        'a row from nowhere',
        `INSERT INTO locker (office_id, id, row_version, row_epoch, row_hash, deleted, received_at)
         SELECT office_id, id, 1, row_epoch, row_hash, false, now() FROM visit WHERE count = 9`,
      ],
      ['a note of a row that waits taken out', `DELETE FROM parked`],
      ['which row waits', `UPDATE parked SET line = line - 1`],
      ['the content of a row of the feed', `UPDATE feed_row SET line = replace(line, 'mesin', 'masin')`],
      ['a row of the feed taken out', `DELETE FROM feed_row WHERE scope = 'office:1311'`],
      ['the size of a file', `UPDATE file SET size = size + 1`],
      ['a line of the feed', `UPDATE feed_item SET line = line || ' ' WHERE pos = 4`],
      ['a chain of the feed', `UPDATE feed_item SET ${flip('chain', 8)} WHERE pos = 4`],
      ['a line taken out', `DELETE FROM feed_item WHERE pos = 4`],
      ['the head of the feed', `UPDATE feed SET pos = 14 WHERE scope = 'office:1311'`],
    ];
    for (const [what, change] of changes) {
      // Looked at inside a transaction that is thrown away, so that one morning serves every change.
      const found = await test.central.db
        .transaction()
        .execute(async tx => {
          const { numAffectedRows } = await sql.raw(change).execute(tx);
          expect(Number(numAffectedRows), what).toBeGreaterThan(0);
          const proof = await proveOffice({ ...test.central, db: tx }, '1311');
          throw Object.assign(new Error('looked'), { ok: proof.ok });
        })
        .catch((error: Error & { ok?: boolean }) => {
          if (error.message !== 'looked') throw error;
          return error.ok;
        });
      expect(found, what).toBe(false);
    }
    expect((await proveOffice(test.central, '1311')).ok).toBe(true);
    writeFileSync(path, 'jawabam');
    expect(await proveOffice(test.central, '1311')).toMatchObject({ ok: false, files: { whole: 0 } });
  });

  test('is of one moment, although the office hands in meanwhile', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    let handingIn = true;
    const proofs: boolean[] = [];
    const proving = (async () => {
      while (handingIn) proofs.push((await proveOffice(test.central, '1311')).ok);
    })();
    for (let batch = 1; batch <= 15 || proofs.length < 3; batch++)
      await station.put(station.seal([visitRow(batch), { ...visitRow(batch), t: 'unheard-of' }]));
    handingIn = false;
    await proving;
    expect(proofs.length).toBeGreaterThan(1);
    expect(proofs).toEqual(proofs.map(() => true));
  });

  test('tells a journal with a gap, and one that forked because the office was restored', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const whole = journal(1, 6);
    const fork = journal(5, 6, whole[3]!.d['hash'] as string).map(row => {
      const hash = sha256(`other ${String(row.d['hash'])}`).toString('hex');
      return { ...row, id: journalId(at, hash), d: { ...row.d, hash } };
    });
    await station.put(station.seal(whole));
    await station.put(station.seal([fork[0]!]));
    expect((await proveOffice(test.central, '1311')).journal).toEqual({
      entries: 7,
      last: 6,
      missing: [],
      forks: [5],
      broken: [],
    });
    await station.put(station.seal(journal(9, 10)));
    expect((await proveOffice(test.central, '1311')).journal).toMatchObject({
      last: 10,
      missing: [7, 8],
      broken: [],
    });
    const loose = journal(7, 7, 'f'.repeat(64));
    await station.put(station.seal(loose));
    expect((await proveOffice(test.central, '1311')).journal).toMatchObject({ missing: [8], broken: [7] });
  });
});

import { expect, test } from 'vitest';
import { beforeStep } from '../../test/helpers/migrations.ts';

const at = '2026-11-23T01:30:00.000Z';
const before = `
  INSERT INTO visit (seq, id, code, submission_id, kind, on_day, letter, count, language, entry, state, state_at,
    submitted_at, boot, submitted_mono_ms, served_at, promise_ms)
  VALUES (1, 'siti', 'V1', 's1', 'single', '2026-11-23', 'P', 1, 'id', 'kiosk', 'inside', '${at}', '${at}', 'boot', 0,
    '${at}', 300000);
  INSERT INTO journal (seq, at, door, what, data, previous, hash)
  VALUES (1, '${at}', 'staff', 'publication.added', '{"publicationId":"pub"}', 'genesis', 'hash-1')`;

async function taken() {
  const { sqlite, take } = await beforeStep('0009-softcopies');
  sqlite.exec(before);
  await take();
  return sqlite;
}

test('0009 finds what happened to a publication without reading the journal through', async () => {
  const sqlite = await taken();
  const question = `SELECT seq FROM journal WHERE json_extract(data, '$.publicationId') = 'pub' ORDER BY seq DESC`;
  expect(sqlite.prepare(question).pluck().all()).toEqual([1]);
  const plan = sqlite.prepare(`EXPLAIN QUERY PLAN ${question}`).all() as { detail: string }[];
  expect(plan.map(row => row.detail).join()).toContain('journal_publication');
});

test('0009 keeps no address of a delivery that has ended, and never changes what has ended', async () => {
  const sqlite = await taken();
  sqlite.exec(`INSERT INTO softcopy (id, visit_id, source, state, opened_at, ready_at, pages, bytes, sha256)
    VALUES ('s', 'siti', 'scan', 'ready', '${at}', '${at}', 3, 900, '${'a'.repeat(64)}')`);
  sqlite.exec(`INSERT INTO delivery (id, softcopy_id, way, state, address, next_try_at, made_at)
    VALUES ('d', 's', 'email', 'queued', 'siti@contoh.id', '${at}', '${at}')`);
  const ended = `state = 'delivered', ended_at = '${at}'`;
  expect(() => sqlite.exec(`UPDATE delivery SET ${ended}`)).toThrow('CHECK');
  sqlite.exec(`UPDATE delivery SET ${ended}, address = NULL`);
  expect(() => sqlite.exec("UPDATE delivery SET tries = 9, address = 'x'")).toThrow('never changed');
  sqlite.exec(`UPDATE softcopy SET state = 'wiped', ended_at = '${at}'`);
  expect(() => sqlite.exec("UPDATE softcopy SET state = 'ready', ended_at = NULL")).toThrow('never changed');
});

test('0009 takes a quality only for data that was obtained', async () => {
  const sqlite = await taken();
  const need = (id: string, obtained: string, quality: string) =>
    sqlite.exec(`INSERT INTO data_need (id, visit_id, wanted, obtained, quality, noted_at)
      VALUES ('${id}', 'siti', 'IPM', '${obtained}', ${quality}, '${at}')`);
  need('a', 'yes', '10');
  need('b', 'no', 'NULL');
  expect(() => need('c', 'no', '7')).toThrow('CHECK');
  expect(() => need('d', 'yes', '11')).toThrow('CHECK');
});

import { expect, test } from 'vitest';
import { beforeStep } from '../../test/helpers/migrations.ts';
import { firstSynonyms } from './first-synonyms.ts';

test('0007 begins with no publication and the synonyms of an office, and keeps what was there', async () => {
  const { sqlite, take } = await beforeStep('0007-catalogue');
  sqlite.exec(`INSERT INTO staff (id, name, role, pin_hash, created_at)
    VALUES ('rina', 'Rina Marlina', 'librarian', 'x', '2026-11-23T01:30:00.000Z')`);
  await take();
  expect(sqlite.prepare('SELECT name FROM staff').pluck().all()).toEqual(['Rina Marlina']);
  expect(sqlite.prepare('SELECT count(*) FROM publication').pluck().get()).toBe(0);
  expect(sqlite.prepare('SELECT count(*) FROM synonym').pluck().get()).toBe(firstSynonyms.length);
});

test('0007 never loses a copy, and runs one import at a time', async () => {
  const { sqlite, take } = await beforeStep('0007-catalogue');
  await take();
  sqlite.exec(
    `INSERT INTO publication (seq, id, key, source, title) VALUES (1, 'p', 'k', 'office', 'Padang')`,
  );
  sqlite.exec(
    `INSERT INTO publication_copy (id, publication_id, code, added_at) VALUES ('c', 'p', 'B1', 'now')`,
  );
  expect(() => sqlite.exec('DELETE FROM publication_copy')).toThrow('retired, never deleted');
  expect(() => sqlite.exec('DELETE FROM publication')).toThrow('FOREIGN KEY');
  sqlite.exec(`INSERT INTO publication_abstract (seq, abstract) VALUES (1, 'Tentang Padang')`);
  sqlite.exec('UPDATE publication SET seq = 7');
  expect(sqlite.prepare('SELECT seq FROM publication_abstract').pluck().all()).toEqual([7]);
  const run = (id: string) =>
    sqlite.exec(`INSERT INTO import_run (id, kind, name, settings, state, started_at)
      VALUES ('${id}', 'csv', 'x.csv', '{}', 'running', 'now')`);
  run('one');
  expect(() => run('two')).toThrow('UNIQUE');
});

test('0011 puts the titles that are there into their order', async () => {
  const { sqlite, take } = await beforeStep('0011-titles');
  const add = sqlite.prepare(
    "INSERT INTO publication (seq, id, key, source, title) VALUES (?, ?, ?, 'office', ?)",
  );
  for (const [at, title] of ['statistik daerah', 'Dalam Angka', 'Statistik Air'].entries())
    add.run(at, `p${at}`, `k${at}`, title);
  await take();
  const inOrder = 'SELECT title FROM publication ORDER BY title COLLATE NOCASE, seq';
  expect(
    sqlite
      .prepare(inOrder)
      .all()
      .map(row => (row as { title: string }).title),
  ).toEqual(['Dalam Angka', 'Statistik Air', 'statistik daerah']);
  const plan = sqlite.prepare(`EXPLAIN QUERY PLAN ${inOrder}`).all() as { detail: string }[];
  expect(plan.map(step => step.detail).join()).toContain('publication_by_title');
});

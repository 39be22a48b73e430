import { expect, test } from 'vitest';
import { beforeStep } from '../../test/helpers/migrations.ts';

const at = '2026-11-23T01:30:00.000Z';

const before = `
  INSERT INTO staff (id, name, role, pin_hash, created_at) VALUES ('rina', 'Rina Marlina', 'front', 'x', '${at}');
  INSERT INTO visit (seq, id, code, submission_id, kind, on_day, letter, count, language, entry, state, state_at,
    submitted_at, boot, submitted_mono_ms, served_at, promise_ms)
  VALUES (1, 'siti', 'V1', 's1', 'single', '2026-11-23', 'P', 1, 'id', 'kiosk', 'inside', '${at}', '${at}', 'boot', 0,
    '${at}', 300000);
  INSERT INTO publication (seq, id, key, source, title) VALUES (1, 'pub', 'k', 'office', 'Padang Dalam Angka');
  INSERT INTO publication_copy (id, publication_id, code, added_at) VALUES ('copy', 'pub', 'B1', '${at}');
  INSERT INTO slip (id, code, kind, visit_id, content, made_at) VALUES ('s', 'V1', 'ticket', 'siti', '{}', '${at}');
  INSERT INTO print_job (id, slip_id, copy_no, state, queued_at) VALUES ('j', 's', 0, 'queued', '${at}')`;

test('0008 keeps every slip with its prints, and takes slips of photocopies beside them', async () => {
  const { sqlite, take } = await beforeStep('0008-reading');
  sqlite.exec(before);
  await take();
  expect(
    sqlite
      .prepare('SELECT slip.code, photocopy_id, print_job.id FROM slip JOIN print_job ON slip_id = slip.id')
      .get(),
  ).toEqual({ code: 'V1', photocopy_id: null, id: 'j' });
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(() => sqlite.exec("DELETE FROM slip WHERE id = 's'")).toThrow('FOREIGN KEY');
  const slip = (photocopy: string) =>
    sqlite.exec(`INSERT INTO slip (id, code, kind, visit_id, photocopy_id, content, made_at)
      VALUES ('p', 'S1', 'photocopy', 'siti', ${photocopy}, '{}', '${at}')`);
  expect(() => slip('NULL')).toThrow('CHECK');
  expect(() => slip("'nowhere'")).toThrow('FOREIGN KEY');
});

test('0008 begins with every copy on its shelf, and lets the visits that are open read', async () => {
  const { sqlite, take } = await beforeStep('0008-reading');
  sqlite.exec(before);
  await take();
  expect(sqlite.prepare('SELECT count(*) FROM copy_away').pluck().get()).toBe(0);
  const give = (id: string) =>
    sqlite.exec(
      `INSERT INTO copy_away (id, copy_id, visit_id, taken_at) VALUES ('${id}', 'copy', 'siti', '${at}')`,
    );
  give('one');
  expect(() => give('two')).toThrow('UNIQUE');
  const close = `UPDATE visit SET state = 'closed', ended_at = '${at}'`;
  expect(() => sqlite.exec(close)).toThrow('over an open publication');
  sqlite.exec(`UPDATE copy_away SET ended_at = '${at}', ending = 'shelf'`);
  sqlite.exec(close);
});

/** Each migration, taken from the version before it with that version's rows in it. */
import { expect, test } from 'vitest';
import { beforeStep } from '../../test/helpers/migrations.ts';

const at = '2026-11-23T01:30:00.000Z';

const staff = (id: string, name: string) =>
  `INSERT INTO staff (id, name, role, pin_hash, created_at) VALUES ('${id}', '${name}', 'front', 'x', '${at}')`;

/** A visit in the columns that every version of the table has needed. */
const visit = (id: string, count: number, state: string) => `
  INSERT INTO visit (id, code, submission_id, kind, on_day, letter, count, language, entry, state, state_at,
    submitted_at, boot, submitted_mono_ms, served_at, promise_ms)
  VALUES ('${id}', 'V${id}', 's-${id}', 'single', '2026-11-23', 'P', ${count}, 'id', 'kiosk', '${state}', '${at}',
    '${at}', 'boot', 0, ${state === 'waiting' ? 'NULL' : `'${at}'`}, 300000)`;

test('0001 begins with an empty journal that takes rows only in their chain', async () => {
  const { sqlite, take, tables } = await beforeStep('0001-journal');
  expect(tables()).toEqual([]);
  await take();
  const row = (seq: number, previous: string) =>
    sqlite.exec(`INSERT INTO journal (seq, at, door, what, data, previous, hash)
      VALUES (${seq}, '${at}', 'station', 'profile.notice', '{}', '${previous}', 'hash-${seq}')`);
  row(1, 'genesis');
  row(2, 'hash-1');
  expect(() => row(3, 'hash-1')).toThrow('continues the chain');
  expect(() => sqlite.exec("UPDATE journal SET what = 'x'")).toThrow('never edited');
});

test('0002 leaves the journal as it was and gives the office its staff, one of a name', async () => {
  const { sqlite, take } = await beforeStep('0002-office');
  sqlite.exec(`INSERT INTO journal (seq, at, door, what, data, previous, hash)
    VALUES (1, '${at}', 'station', 'profile.notice', '{}', 'genesis', 'hash-1')`);
  await take();
  expect(sqlite.prepare('SELECT seq, hash FROM journal').all()).toEqual([{ seq: 1, hash: 'hash-1' }]);
  sqlite.exec(staff('rina', 'Rina Marlina'));
  expect(() => sqlite.exec(staff('rina2', 'Rina Marlina'))).toThrow('UNIQUE');
  sqlite.exec("UPDATE staff SET active = 0 WHERE id = 'rina'");
  sqlite.exec(staff('rina2', 'Rina Marlina'));
});

test('0003 lets visits name the staff and the notice that were there before', async () => {
  const { sqlite, take } = await beforeStep('0003-visits');
  sqlite.exec(staff('rina', 'Rina Marlina'));
  sqlite.exec(`INSERT INTO notice (body, made_at) VALUES ('{}', '${at}')`);
  await take();
  sqlite.exec(visit('siti', 1, 'serving'));
  sqlite.exec("UPDATE visit SET served_by = 'rina', notice_version = 1, notice_choice = 'accepted'");
  expect(() => sqlite.exec("UPDATE visit SET served_by = 'nobody'")).toThrow('FOREIGN KEY');
  expect(() => sqlite.exec(visit('ali', 1, 'waiting'))).toThrow('UNIQUE');
});

test('0004 takes cards for the visits that were open, and guards their end', async () => {
  const { sqlite, take } = await beforeStep('0004-custody');
  sqlite.exec(staff('rina', 'Rina Marlina'));
  sqlite.exec(visit('siti', 1, 'serving'));
  await take();
  sqlite.exec("INSERT INTO locker (id, number, code) VALUES ('l1', 1, 'L1')");
  sqlite.exec("INSERT INTO pocket (id, number, code) VALUES ('p1', 1, 'P1')");
  sqlite.exec(`INSERT INTO custody (id, visit_id, card_kind, pocket_id, locker_id, taken_at, taken_by)
    VALUES ('c1', 'siti', 'ktp', 'p1', 'l1', '${at}', 'rina')`);
  const close = `UPDATE visit SET state = 'closed', ended_at = '${at}' WHERE id = 'siti'`;
  expect(() => sqlite.exec(close)).toThrow('cannot close over an open custody');
  sqlite.exec(`UPDATE custody SET released_at = '${at}', released_by = 'rina', release = 'slip'`);
  sqlite.exec(close);
});

test('0005 gives a custody that was open before its one slip in force', async () => {
  const { sqlite, take } = await beforeStep('0005-printing');
  sqlite.exec(staff('rina', 'Rina Marlina'));
  sqlite.exec(visit('siti', 1, 'serving'));
  sqlite.exec("INSERT INTO locker (id, number, code) VALUES ('l1', 1, 'L1')");
  sqlite.exec(`INSERT INTO custody (id, visit_id, no_card_reason, locker_id, taken_at, taken_by)
    VALUES ('c1', 'siti', 'ikd', 'l1', '${at}', 'rina')`);
  await take();
  const slip = (id: string) =>
    sqlite.exec(`INSERT INTO slip (id, code, kind, visit_id, custody_id, content, made_at)
      VALUES ('${id}', 'S${id}', 'locker', 'siti', 'c1', '{}', '${at}')`);
  slip('1');
  expect(() => slip('2')).toThrow('UNIQUE');
  sqlite.exec(`UPDATE slip SET voided_at = '${at}', void_reason = 'lost'`);
  slip('2');
  const job =
    "INSERT INTO print_job (id, slip_id, copy_no, state, queued_at) VALUES (?, '2', 0, 'queued', ?)";
  sqlite.prepare(job).run('j1', at);
  expect(() => sqlite.prepare(job).run('j2', at)).toThrow('UNIQUE');
});

test('0006 does not close a day over the visits that were open before it', async () => {
  const { sqlite, take } = await beforeStep('0006-closing');
  sqlite.exec(staff('rina', 'Rina Marlina'));
  sqlite.exec(visit('siti', 1, 'serving'));
  await take();
  const close = `INSERT INTO closing (on_day, closed_at, closed_by, left_open)
    VALUES ('2026-11-23', '${at}', 'rina', 1)`;
  expect(() => sqlite.exec(close)).toThrow('cannot close unseen');
  sqlite.exec("UPDATE visit SET left_open_reason = 'Kartu tertinggal'");
  sqlite.exec(close);
});

test('0012 lets only headquarters change a form that ended, and keeps what was needed', async () => {
  const { sqlite, take } = await beforeStep('0012-reading-goes-up');
  sqlite.exec(visit('siti', 1, 'serving'));
  sqlite.exec(`INSERT INTO data_need (id, visit_id, wanted, obtained, noted_at)
    VALUES ('n1', 'siti', 'Inflasi', 'no', '${at}')`);
  sqlite.exec(`INSERT INTO photocopy (id, visit_id, on_day, count, copies, paper, duplex, state, requested_at, ended_at)
    VALUES ('p1', 'siti', '2026-11-23', 1, 1, 'a4', 0, 'cancelled', '${at}', '${at}')`);
  await take();
  expect(sqlite.prepare('SELECT wanted, removed_at FROM data_need').all()).toEqual([
    { wanted: 'Inflasi', removed_at: null },
  ]);
  const change = "UPDATE photocopy SET state = 'lost', out_at = requested_at";
  expect(() => sqlite.exec(change)).toThrow('never changed');
  sqlite.exec('UPDATE sync_guard SET applying = 1');
  sqlite.exec(change);
});

test('0013 keeps the names that were found, lets new ones in together, and forgets one that waits', async () => {
  const { sqlite, take } = await beforeStep('0013-names-in-bulk');
  const named = (id: string, count: number) => {
    sqlite.exec(`INSERT INTO visitor (id, code, name, name_key, created_at)
      VALUES ('${id}', 'C${id}', 'Siti', 'siti', '${at}')`);
    sqlite.exec(
      visit(id, count, 'waiting')
        .replace('(id,', '(visitor_id, id,')
        .replace('VALUES (', `VALUES ('${id}', `),
    );
  };
  const found = () =>
    sqlite.prepare("SELECT count(*) FROM visit_name WHERE visit_name MATCH 'sit*'").pluck().get();
  named('before', 1);
  expect(found()).toBe(1);
  await take();
  for (let count = 2; count < 129; count++) named(`v${count}`, count);
  expect(found()).toBe(1);
  sqlite.exec("UPDATE visitor SET name = NULL, name_key = NULL WHERE id IN ('before', 'v2')");
  expect(found()).toBe(0);
  sqlite.exec("UPDATE visitor SET name_key = 'sitti' WHERE id = 'v3'");
  named('last', 129);
  expect(found()).toBe(127);
  expect(sqlite.prepare('SELECT count(*) FROM visit_name_later').pluck().get()).toBe(0);
});

test('0014 gives a visit from paper a boot that headquarters takes, and the clock is guarded as before', async () => {
  const { sqlite, take } = await beforeStep('0014-late-visits');
  sqlite.exec(visit('paper', 1, 'waiting').replace("'boot'", "'late'"));
  sqlite.exec(visit('siti', 2, 'waiting'));
  await take();
  const boots = sqlite.prepare('SELECT boot FROM visit ORDER BY count').pluck().all();
  expect(boots).toEqual(['00000000-0000-0000-0000-000000000000', 'boot']);
  expect(() => sqlite.exec("UPDATE visit SET boot = 'later'")).toThrow('cannot be turned back');
});

test('0015 ends a consent once and never makes it longer, counts what changed, and ends it with its visitor', async () => {
  const { sqlite, take } = await beforeStep('0015-consents');
  sqlite.exec(`INSERT INTO notice (body, made_at) VALUES ('{}', '${at}')`);
  const visitor = (id: string, phone: string) =>
    sqlite.exec(`INSERT INTO visitor (id, code, name, name_key, phone, created_at)
      VALUES ('${id}', 'C${id}', 'Siti', 'siti', '${phone}', '${at}')`);
  visitor('siti', '+62812');
  await take();
  visitor('again', '+62812');
  visitor('sister', '+62813');
  const consent = (id: string, visitorId: string) =>
    sqlite.exec(`INSERT INTO consent (id, purpose, visitor_id, notice_version, given_at, given_on, until_on)
      VALUES ('${id}', 'skd', '${visitorId}', 1, '${at}', '2026-11-23', '2027-11-23')`);
  consent('a1', 'again');
  consent('b1', 'sister');
  expect(() => consent('a2', 'again')).toThrow('UNIQUE');
  expect(() => sqlite.exec("UPDATE consent SET until_on = '2028-01-01'")).toThrow('no more days');
  sqlite.exec("UPDATE visitor SET name_key = NULL, phone = NULL, erased_at = 'now' WHERE id = 'siti'");
  expect(sqlite.prepare('SELECT id, ended_why FROM consent ORDER BY id').raw().all()).toEqual([
    ['a1', 'erased'],
    ['b1', null],
  ]);
  expect(() => sqlite.exec("UPDATE consent SET ended_why = 'off'")).toThrow('never changed');
  expect(sqlite.prepare('SELECT part, no, sent FROM sync_consent_part ORDER BY part').raw().all()).toEqual([
    ['a', 2, 0],
    ['b', 1, 0],
  ]);
});

/** What must always be true is refused by SQLite itself: every attempt here goes around the code, straight to SQL. */
import { CompiledQuery } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Station } from '../src-main/station.ts';
import { codesOf, servedVisit, takeIn } from './helpers/counter.ts';
import { openTestOffice } from './helpers/station.ts';

/** An officer's morning: Siti's card is in pocket 1, her bag in locker 1; Ali is served; Dewi waits; Eko has gone. */
let station: Station;
let names: Record<string, string | number>;

beforeEach(async () => {
  const office = await openTestOffice();
  station = office.station;
  const front = await office.as('front');
  const supervisor = await office.as('supervisor');
  const siti = await servedVisit(office, front, 'Siti Aminah');
  const held = (await takeIn(front, siti)).body;
  const ali = await servedVisit(office, front, 'Muh. Ali');
  const eko = await servedVisit(office, front, 'Eko Prasetyo');
  const gone = (await takeIn(front, eko)).body;
  await front.post(`/custodies/${gone.custodyId}/give-back`, await codesOf(front, eko, gone));
  const dewi = await servedVisit(office, front, 'Dewi Lestari');
  await front.post(`/visits/${dewi}/undo`);
  const place = async (kind: 'locker' | 'pocket', number: number) =>
    (await station.db.selectFrom(kind).select('id').where('number', '=', number).executeTakeFirstOrThrow())
      .id;
  names = {
    siti,
    ali,
    eko,
    dewi,
    held: held.custodyId,
    gone: gone.custodyId,
    front: front.staffId,
    supervisor: supervisor.staffId,
    locker1: await place('locker', 1),
    locker2: await place('locker', 2),
    pocket1: await place('pocket', 1),
    pocket2: await place('pocket', 2),
    at: new Date().toISOString(),
  };
});

/** Runs SQL on the station's own connection; `:name` stands for a row of the morning. */
function attempt(sql: string): Promise<unknown> {
  const values: unknown[] = [];
  const text = sql.replaceAll(/:(\w+)/g, (_, name: string) => {
    values.push(names[name]);
    return '?';
  });
  return station.db.executeQuery(CompiledQuery.raw(text, values));
}

const custody = (visit: string, pocket: string, locker: string, or = '') => `
  INSERT ${or} INTO custody (id, visit_id, card_kind, pocket_id, locker_id, taken_at, taken_by)
  VALUES ('new', ${visit}, ${pocket === 'NULL' ? 'NULL' : "'ktp'"}, ${pocket}, ${locker}, :at, :front)`;

const journalRow = (seq: string, previous: string, or = '') => `
  INSERT ${or} INTO journal (seq, at, door, what, data, previous, hash)
  VALUES (${seq}, :at, 'staff', 'visit.closed', '{}', ${previous}, 'made-up')`;
const lastHash = '(SELECT hash FROM journal ORDER BY seq DESC LIMIT 1)';
const nextSeq = '(SELECT max(seq) + 1 FROM journal)';

/** Each group is one invariant of the product; each line an attempt to break it, and who stops it. */
const attempts: Record<string, [how: string, sql: string, stoppedBy: RegExp][]> = {
  'a locker, a pocket and a visit have one open custody at most': [
    ['a second visit in a used locker', custody(':ali', ':pocket2', ':locker1'), /UNIQUE.*locker_id/],
    ['a second card in a used pocket', custody(':ali', ':pocket1', ':locker2'), /UNIQUE.*pocket_id/],
    ['a second custody of one visit', custody(':siti', ':pocket2', ':locker2'), /UNIQUE.*visit_id/],
    [
      'pushing the first visit out of its locker',
      custody(':ali', ':pocket2', ':locker1', 'OR REPLACE'),
      /never deleted/,
    ],
    [
      'moving into a used locker',
      `UPDATE custody SET locker_id = :locker1 WHERE id = :gone`,
      /never changed/,
    ],
    ['a locker that does not exist', custody(':ali', ':pocket2', "'nowhere'"), /FOREIGN KEY/],
    ['neither card nor locker', custody(':ali', 'NULL', 'NULL'), /CHECK/],
    [
      'a card without a pocket',
      `INSERT INTO custody (id, visit_id, card_kind, locker_id, taken_at, taken_by)
       VALUES ('new', :ali, 'ktp', :locker2, :at, :front)`,
      /CHECK/,
    ],
  ],
  'only a usable place takes a bag or a card': [
    [
      'a broken locker',
      `UPDATE locker SET condition = 'broken' WHERE id = :locker2; ${custody(':ali', ':pocket2', ':locker2')}`,
      /not usable/,
    ],
    [
      'a pocket that is being cleaned',
      `UPDATE pocket SET condition = 'cleaning' WHERE id = :pocket2; ${custody(':ali', ':pocket2', ':locker2')}`,
      /not usable/,
    ],
  ],
  'a card is taken from somebody who is being served, and only then': [
    ['a visitor still waiting', custody(':dewi', ':pocket2', ':locker2'), /being served/],
    ['a visit that is closed', custody(':eko', ':pocket2', ':locker2'), /being served/],
  ],
  'a card goes back once, by the slip or with a second officer': [
    [
      'a lost slip without a second officer',
      `UPDATE custody SET released_at = :at, released_by = :front, release = 'lost-slip' WHERE id = :held`,
      /CHECK/,
    ],
    [
      'a lost slip where the second officer is the first',
      `UPDATE custody SET released_at = :at, released_by = :front, release = 'lost-slip', second_staff_id = :front
       WHERE id = :held`,
      /CHECK/,
    ],
    ['a return that says nothing', `UPDATE custody SET released_at = :at WHERE id = :held`, /CHECK/],
    ['a return taken back', `UPDATE custody SET released_at = NULL WHERE id = :gone`, /never changed/],
    ['a return that never was', `DELETE FROM custody WHERE id = :gone`, /never deleted/],
    [
      'a second slip in force',
      `INSERT INTO slip (id, code, kind, visit_id, custody_id, content, made_at)
       VALUES ('new', 'new', 'locker', :siti, :held, '{}', :at)`,
      /UNIQUE/,
    ],
  ],
  'a visit never closes over an open custody, and is never unmade': [
    [
      'closed while the card is here',
      `UPDATE visit SET state = 'closed', ended_at = :at WHERE id = :siti`,
      /cannot close over an open custody/,
    ],
    [
      'left while the card is here',
      `UPDATE visit SET state = 'left', left_reason = 'no-time', ended_at = :at WHERE id = :siti`,
      /cannot close over an open custody/,
    ],
    ['closed without an end', `UPDATE visit SET state = 'closed' WHERE id = :ali`, /CHECK/],
    ['left without a reason', `UPDATE visit SET state = 'left', ended_at = :at WHERE id = :dewi`, /CHECK/],
    [
      'inside without ever being served',
      `UPDATE visit SET state = 'inside', served_at = NULL WHERE id = :ali`,
      /CHECK/,
    ],
    ['deleted', `DELETE FROM visit WHERE id = :eko`, /never deleted/],
    [
      'a number given twice on one day',
      `UPDATE visit SET count = (SELECT count FROM visit WHERE id = :ali) WHERE id = :dewi`,
      /UNIQUE/,
    ],
  ],
  'the promise clock is not turned back': [
    ['a later arrival', `UPDATE visit SET submitted_at = :at WHERE id = :dewi`, /turned back/],
    [
      'a later start',
      `UPDATE visit SET submitted_mono_ms = submitted_mono_ms + 60000 WHERE id = :dewi`,
      /turned back/,
    ],
    ['another run of the station', `UPDATE visit SET boot = 'another' WHERE id = :dewi`, /turned back/],
    ['a longer promise', `UPDATE visit SET promise_ms = promise_ms * 2 WHERE id = :dewi`, /turned back/],
    ['a shorter wait', `UPDATE visit SET waited_ms = waited_ms - 1 WHERE id = :eko`, /turned back/],
    ['no wait at all', `UPDATE visit SET waited_ms = NULL WHERE id = :eko`, /turned back/],
    [
      'a duration over night',
      `UPDATE visit SET left_open_reason = 'Kartu tertinggal' WHERE id = :eko;
       UPDATE visit SET duration_ms = 3600000 WHERE id = :eko`,
      /no duration/,
    ],
  ],
  'a day does not close unseen': [
    [
      'over open visits',
      `INSERT INTO closing (on_day, closed_at, closed_by, left_open)
       SELECT max(on_day), :at, :front, 0 FROM visit`,
      /cannot close unseen/,
    ],
    [
      'a hand-over whose count differs, without a word',
      `INSERT INTO handover (id, at, from_staff_id, to_staff_id, counted_cards, expected_cards, counts)
       VALUES ('new', :at, :front, :supervisor, 0, 1, '{}')`,
      /CHECK/,
    ],
  ],
  'the journal is only ever added to, each row to the last': [
    ['a word changed', `UPDATE journal SET what = 'visit.left' WHERE seq = 3`, /never edited/],
    ['a row deleted', `DELETE FROM journal WHERE seq = 3`, /never deleted/],
    ['everything deleted', `DELETE FROM journal`, /never deleted/],
    ['a row that continues nothing', journalRow(nextSeq, "'nothing'"), /continues the chain/],
    [
      'a row that continues an older one',
      journalRow(nextSeq, '(SELECT hash FROM journal WHERE seq = 2)'),
      /continues the chain/,
    ],
    ['a number left out', journalRow('(SELECT max(seq) + 2 FROM journal)', lastHash), /continues the chain/],
    ['a row put over an older one', journalRow('3', lastHash, 'OR REPLACE'), /continues the chain/],
    [
      'a notice that was shown, worded anew',
      `UPDATE notice SET body = '{}' WHERE version = 1`,
      /never edited/,
    ],
  ],
};

test.each(Object.entries(attempts))('%s', async (_invariant, breaks) => {
  for (const [how, sql, stoppedBy] of breaks) {
    const statements = sql.split(';');
    await attempt('SAVEPOINT before');
    for (const first of statements.slice(0, -1)) await attempt(first);
    const before = await picture();
    await expect(attempt(statements.at(-1)!), how).rejects.toThrow(stoppedBy);
    expect(await picture(), how).toEqual(before);
    await attempt('ROLLBACK TO before');
    await attempt('RELEASE before');
  }
});

/** Whatever is refused leaves nothing changed. */
async function picture(): Promise<unknown> {
  const tables = ['visit', 'custody', 'journal', 'slip', 'closing', 'handover', 'notice'] as const;
  return Promise.all(tables.map(table => station.db.selectFrom(table).selectAll().execute()));
}

test('the morning that is attacked is what it claims to be', async () => {
  const states = await station.db.selectFrom('visit').select(['id', 'state']).execute();
  const stateOf = (name: string) => states.find(row => row.id === names[name])?.state;
  expect(['siti', 'ali', 'eko', 'dewi'].map(stateOf)).toEqual(['inside', 'serving', 'closed', 'waiting']);
});

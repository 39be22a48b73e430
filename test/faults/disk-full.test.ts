import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Ticket } from '../../src-main/visits/schema.ts';
import { verifyJournal } from '../../src-main/journal/store.ts';
import { guestbook, openTestOffice } from '../helpers/station.ts';

interface Refusal {
  code: string;
  message: { id: string; en: string };
}

/** A disk on which SQLite gets no further page. */
async function fillDisk(station: Awaited<ReturnType<typeof openTestOffice>>['station']) {
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(station.db);
  await sql.raw(`PRAGMA max_page_count = ${rows[0]!.page_count}`).execute(station.db);
  return () => sql.raw('PRAGMA max_page_count = 1000000').execute(station.db);
}

test('on a full disk the visitor is told calmly, nothing half is stored, and the same form is one visit later', async () => {
  const { station, kiosk, as } = await openTestOffice();
  const front = await as('front');
  const freeDisk = await fillDisk(station);

  let refused: { form: object; answer: { status: number; body: Ticket & Refusal } } | undefined;
  let taken = 0;
  for (let at = 0; at < 400 && !refused; at++) {
    const form = guestbook(
      {},
      { name: `Pengunjung ${'ABCDEFGHIJ'[at % 10]}`, phone: `0812${10_000_000 + at}` },
    );
    const answer = await kiosk.post<Ticket & Refusal>('/visits', form);
    if (answer.status === 200) taken += 1;
    else refused = { form, answer };
  }
  expect(refused!.answer.status).toBe(507);
  expect(refused!.answer.body.code).toBe('request.storageFull');
  expect(refused!.answer.body.message.id).toMatch(/belum tersimpan/);

  const count = async () => (await station.db.selectFrom('visit').select('id').execute()).length;
  expect(await count()).toBe(taken);
  expect((await front.get('/board')).status).toBe(200);
  expect((await kiosk.post('/visits', refused!.form)).status).toBe(507);

  await freeDisk();
  const stored = await kiosk.post<Ticket>('/visits', refused!.form);
  const again = await kiosk.post<Ticket>('/visits', refused!.form);
  expect(stored.body).toMatchObject({ already: false });
  expect(again.body).toMatchObject({ already: true, number: stored.body.number });
  expect(await count()).toBe(taken + 1);
  expect(await verifyJournal(station.db)).toMatchObject({ brokenAt: null });
});

import { expect, test } from 'vitest';
import { testClock } from '../../test/helpers/clock.ts';
import { servedVisit } from '../../test/helpers/counter.ts';
import { decodeWithZxing } from '../../test/helpers/decode.ts';
import { FakePrinter } from '../../test/helpers/fake-printer.ts';
import { addPrinted, stillOut } from '../../test/helpers/reading.ts';
import { openTestOffice, type Asker } from '../../test/helpers/station.ts';
import { defaultProfile } from '../profile/defaults.ts';
import type { OfficeProfile } from '../profile/schema.ts';
import type { Requested } from './store.ts';

/** Prints nothing but photocopy forms. */
const printingOn = (port: number): Partial<OfficeProfile> => ({
  kiosk: { ...defaultProfile.kiosk, printTicket: false },
  printer: { kind: 'tcp', host: '127.0.0.1', port, widthMm: 58, codePage: 'pc858', supportsStatus: true },
});

interface Form {
  id: string;
  number: string;
  state: string;
  slip: { id: string; code: string } | null;
  sheets: number;
  copiedBy: string | null;
  titles: { pages: string; pageCount: number; copy: { ending: string | null } | null }[];
}

async function copyRoom(profile: Partial<OfficeProfile> = {}) {
  const clock = testClock();
  const office = await openTestOffice({ overrides: { clock }, profile });
  const front = await office.as('front');
  const librarian = await office.as('librarian');
  const visitId = await servedVisit(office, front);
  const book = await addPrinted(librarian, 'Kabupaten Dharmasraya Dalam Angka 2024');
  const request = (titles: object[] = [{ publicationId: book.publicationId, pages: '1-5, 8' }], more = {}) =>
    front.post<Requested>('/photocopies', {
      visitId,
      titles,
      copies: 1,
      paper: 'a4',
      duplex: false,
      ...more,
    });
  const formOf = async (id: string) => (await front.get<Form>(`/photocopies/${id}`)).body;
  const step = (id: string, name: string, code?: string, asker: Asker = front) =>
    asker.post<{ code?: string }>(`/photocopies/${id}/${name}`, code ? { code } : {});
  return { ...office, clock, front, librarian, visitId, book, request, formOf, step };
}

test('a form goes out with its publication and is closed by the stub and the publication', async () => {
  const { book, request, formOf, step, front, visitId } = await copyRoom();
  const { body: form } = await request(undefined, { copies: 2, duplex: true });
  expect(form).toMatchObject({ number: 'FC-001', slip: 'screen' });
  expect(await formOf(form.id)).toMatchObject({
    state: 'requested',
    sheets: 6,
    titles: [{ pages: '1-5, 8', pageCount: 6, copy: null }],
  });
  await step(form.id, 'out', book.codes[0]);
  expect(await formOf(form.id)).toMatchObject({ state: 'out' });
  expect(await stillOut(front)).toMatchObject([{ visitId, photocopyNumber: 'FC-001' }]);
  expect((await front.post(`/visits/${visitId}/close`)).body).toMatchObject({ code: 'visits.copiesOpen' });
  await step(form.id, 'stub');
  expect(await formOf(form.id)).toMatchObject({ state: 'copied', copiedBy: 'slip' });
  await step(form.id, 'back', book.codes[0]);
  expect(await formOf(form.id)).toMatchObject({
    state: 'closed',
    slip: null,
    titles: [{ copy: { ending: 'shelf' } }],
  });
  expect(await stillOut(front)).toEqual([]);
  expect((await front.post(`/visits/${visitId}/close`)).status).toBe(200);
});

test('the service of the visit begins when the form goes out and ends with its last form, by whom and how', async () => {
  const { book, clock, request, step, front, librarian, station, visitId } = await copyRoom();
  const service = () =>
    station.db
      .selectFrom('visit_service')
      .select(['started_at', 'ended_at', 'staff_id', 'outcome'])
      .where('visit_id', '=', visitId)
      .where('service', '=', 'photocopy')
      .executeTakeFirst();
  const { body: first } = await request();
  expect((await service())?.started_at ?? null).toBeNull();
  clock.pass(60_000);
  const began = clock.now().toISOString();
  await step(first.id, 'out', book.codes[0], librarian);
  const underWay = { started_at: began, ended_at: null, staff_id: librarian.staffId, outcome: null };
  expect(await service()).toEqual(underWay);
  const { body: unused } = await request([{ publicationId: book.publicationId, pages: '9' }]);
  await step(unused.id, 'cancel');
  expect(await service()).toEqual(underWay);
  clock.pass(10 * 60_000);
  await step(first.id, 'stub');
  await step(first.id, 'back', book.codes[0]);
  expect(await service()).toEqual({ ...underWay, ended_at: clock.now().toISOString(), outcome: 'given' });

  clock.pass(60_000);
  const { body: second } = await request();
  await step(second.id, 'out', book.codes[0]);
  expect(await service()).toMatchObject({ ended_at: null, outcome: null, staff_id: front.staffId });
  await step(second.id, 'back', book.codes[0]);
  await step(second.id, 'cancel');
  expect(await service()).toMatchObject({ ended_at: clock.now().toISOString(), outcome: 'cancelled' });
});

test('a publication that comes back before its stub waits for it, or is closed without', async () => {
  const { book, request, formOf, step } = await copyRoom();
  for (const [end, state] of [
    ['stub', 'closed'],
    ['close', 'closed'],
    ['cancel', 'cancelled'],
  ] as const) {
    const { body: form } = await request();
    await step(form.id, 'out', book.codes[0]);
    await step(form.id, 'back', book.codes[0]);
    expect(await formOf(form.id)).toMatchObject({ state: 'back' });
    await step(form.id, end);
    expect(await formOf(form.id)).toMatchObject({ state });
  }
});

test('what a visitor reads goes out from their hands, and only from theirs', async () => {
  const { book, request, step, front, visitId, ...office } = await copyRoom();
  const other = await servedVisit(office, front, 'Budi Santoso');
  await front.post('/readings/scan', { code: book.codes[0], visitId: other });
  const { body: form } = await request();
  expect((await step(form.id, 'out', book.codes[0])).body).toMatchObject({ code: 'reading.withOther' });
  await front.post('/readings/scan', { code: book.codes[0] });
  await front.post('/readings/scan', { code: book.codes[0], visitId });
  expect((await step(form.id, 'out', book.codes[0])).status).toBe(200);
  expect((await front.post('/readings/scan', { code: book.codes[0], visitId: other })).body).toMatchObject({
    did: 'at-co-op',
    photocopyId: form.id,
  });
  expect(await stillOut(front)).toMatchObject([{ visitId, photocopyNumber: 'FC-001' }]);
});

test('a form names its titles: another publication, or a second copy, does not leave with it', async () => {
  const { book, librarian, request, step } = await copyRoom();
  const foreign = await addPrinted(librarian, 'Statistik Daerah 2023');
  const two = await addPrinted(librarian, 'Sumatera Barat Dalam Angka 2024', { copies: 2 });
  const { body: form } = await request([
    { publicationId: book.publicationId, pages: '3' },
    { publicationId: two.publicationId, pages: '4-6' },
  ]);
  expect((await step(form.id, 'out', foreign.codes[0])).body).toMatchObject({
    code: 'photocopies.notOnForm',
  });
  await step(form.id, 'out', two.codes[0]);
  expect((await step(form.id, 'out', two.codes[1])).body).toMatchObject({ code: 'reading.outAlready' });
  await step(form.id, 'out', book.codes[0]);
  await step(form.id, 'stub');
  await step(form.id, 'back', two.codes[0]);
  expect((await step(form.id, 'back', two.codes[0])).body).toMatchObject({ code: 'photocopies.notOut' });
  await step(form.id, 'back', book.codes[0]);
});

test('pages are checked against the publication, and its copies against "not for copying"', async () => {
  const { book, librarian, request } = await copyRoom();
  const ask = async (pages: string, publicationId = book.publicationId) =>
    (await request([{ publicationId, pages }])).body as object;
  expect(await ask('118-121')).toMatchObject({
    code: 'photocopies.pagesUnclear',
    details: { why: 'beyond', part: '118-121' },
  });
  expect(await ask('semua')).toMatchObject({ details: { why: 'unclear' } });
  const guarded = await addPrinted(librarian, 'Peta Wilayah Kerja', { notForCopying: true });
  expect(await ask('1', guarded.publicationId)).toMatchObject({ code: 'photocopies.notForCopying' });
  const unread = await addPrinted(librarian, 'Tanpa jumlah halaman', { pages: null });
  expect(await ask('900', unread.publicationId)).toMatchObject({ number: 'FC-001' });
});

test('a form that was never used ends with the visit; one that is lost leaves its copy missing', async () => {
  const { book, librarian, request, formOf, step, front, visitId } = await copyRoom();
  const unused = (await request()).body;
  const used = (await request()).body;
  await step(used.id, 'out', book.codes[0]);
  expect((await step(used.id, 'cancel')).body).toMatchObject({ code: 'photocopies.wrongState' });
  expect((await step(used.id, 'lose')).status).toBe(403);
  await step(used.id, 'lose', undefined, librarian);
  expect(await formOf(used.id)).toMatchObject({ state: 'lost', titles: [{ copy: { ending: 'lost' } }] });
  const detail = await librarian.get<{ copies: { condition: string }[] }>(
    `/publications/${book.publicationId}`,
  );
  expect(detail.body.copies).toMatchObject([{ condition: 'missing' }]);
  expect((await front.post(`/visits/${visitId}/close`)).status).toBe(200);
  expect(await formOf(unused.id)).toMatchObject({ state: 'cancelled', slip: null });
});

test('at the kiosk a slip opens the titles that were read with it, and no name', async () => {
  const { book, kiosk, front, visitId, station } = await copyRoom();
  await front.post('/readings/scan', { code: book.codes[0], visitId });
  const { code } = await station.db.selectFrom('visit').select('code').executeTakeFirstOrThrow();
  const begun = await kiosk.post<{ titles: object[] }>('/photocopies/begin', { code });
  expect(begun.body).toEqual({
    titles: [
      {
        id: book.publicationId,
        title: 'Kabupaten Dharmasraya Dalam Angka 2024',
        year: 2024,
        pages: 120,
        copyable: true,
      },
    ],
  });
  const titles = [{ publicationId: book.publicationId, pages: 'hal. 7 s.d. 9' }];
  const form = { code, titles, copies: 1, paper: 'f4', duplex: true };
  expect((await kiosk.post('/photocopies/request', form)).body).toMatchObject({ number: 'FC-001' });
  expect((await kiosk.post('/photocopies/request', { ...form, paper: 'a3' })).status).toBe(200);
  expect((await kiosk.post('/photocopies/begin', { code: book.codes[0] })).body).toMatchObject({
    code: 'photocopies.notASlip',
  });
  await front.post('/readings/scan', { code: book.codes[0] });
  await front.post(`/visits/${visitId}/close`);
  expect((await kiosk.post('/photocopies/begin', { code })).body).toMatchObject({
    code: 'photocopies.notHere',
  });
});

test('what comes out of the printer opens the form again when it is scanned', async () => {
  const printer = await FakePrinter.start();
  const { request, front, visitId } = await copyRoom(printingOn(printer.port));
  const { body: form } = await request();
  await expect.poll(() => printer.sheets.length, { timeout: 8_000 }).toBe(1);
  expect(printer.garbage).toEqual([]);
  const read = await decodeWithZxing(printer.sheets[0]!.toPng());
  expect(read).toEqual({ code128: [form.code, form.code], qr: [form.code, form.code] });
  for (const code of [...read.code128, ...read.qr])
    expect((await front.post('/scan', { code })).body).toMatchObject({
      action: 'photocopy',
      photocopyId: form.id,
      visitId,
    });
  await printer.stop();
});

test('a visitor who leaves the kiosk takes their waiting form along; an officer can print it', async () => {
  const { request, kiosk, front, station } = await copyRoom(printingOn(9));
  const { body: form } = await request();
  const job = () => station.db.selectFrom('print_job').select(['state', 'reason']).executeTakeFirstOrThrow();
  await expect.poll(job).toEqual({ state: 'queued', reason: 'unreachable' });
  await kiosk.post('/photocopies/forget', { photocopyId: form.id });
  expect(await job()).toEqual({ state: 'cancelled', reason: 'wiped' });
  await front.post(`/slips/${form.slipId}/again`);
  expect(await job()).toMatchObject({ state: 'queued' });
});

test('the journal tells what happened to a form without a word about a person', async () => {
  const { book, request, step, station } = await copyRoom();
  const { body: form } = await request();
  await step(form.id, 'out', book.codes[0]);
  await step(form.id, 'stub');
  await step(form.id, 'back', book.codes[0]);
  const rows = await station.db.selectFrom('journal').select(['what', 'data']).orderBy('seq').execute();
  const told = rows.filter(row => /^(reading|photocopy)\./.test(row.what));
  expect(told.map(row => row.what)).toEqual([
    'photocopy.requested',
    'reading.sent',
    'photocopy.out',
    'photocopy.copied',
    'reading.shelved',
    'photocopy.closed',
  ]);
  expect(told.map(row => row.data).join(' ')).not.toMatch(/Siti|Dharmasraya/);
});

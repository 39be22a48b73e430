import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { faxTiffScan, jpegScan, pdfScan } from '../../test/helpers/scans.ts';
import { openSoftcopyOffice } from '../../test/helpers/softcopy-office.ts';
import { openTestOffice } from '../../test/helpers/station.ts';
import { answerPhone } from '../doors/phone.ts';
import { readSoftcopy } from './store.ts';
import { sha256Of } from './volumes.ts';

interface Scan {
  name: string;
  state: string;
  pages: number | null;
}

test('scans are joined in the order chosen, leave the scanner’s folder, and are a service of the visit', async () => {
  const office = await openSoftcopyOffice();
  const { librarian } = office;
  const id = await office.begin();
  await office.scan('1.pdf', await pdfScan(2));
  await office.scan('2.jpg', jpegScan());
  await office.scan('3.tif', faxTiffScan());
  const scans = await librarian.get<Scan[]>('/softcopies/scans');
  expect(scans.body.map(({ name, state, pages }) => `${name} ${state} ${pages}`).toSorted()).toEqual([
    '1.pdf ready 2',
    '2.jpg ready 1',
    '3.tif ready 2',
  ]);
  const taken = await librarian.post(`/softcopies/${id}/files`, { names: ['3.tif', '1.pdf'] });
  expect(taken.status).toBe(200);
  expect(await office.look(id)).toMatchObject({ state: 'ready', pages: 4 });
  expect(office.waiting()).toEqual(['2.jpg']);
  const visit = await librarian.get<{ services: { service: string; endedAt: string | null }[] }>(
    `/visits/${office.visitId}`,
  );
  expect(visit.body.services.find(one => one.service === 'softcopy')).toMatchObject({ endedAt: null });
  expect((await librarian.post(`/softcopies/${id}/files`, { names: ['2.jpg'] })).status).toBe(409);
});

test('a file that the scanner is still writing is never taken', async () => {
  const office = await openSoftcopyOffice();
  const { librarian, clock } = office;
  const id = await office.begin();
  const whole = await pdfScan(3);
  const path = join(office.watchFolder, 'scan.pdf');
  const states: string[] = [];
  const look = async () => {
    const { body } = await librarian.get<Scan[]>('/softcopies/scans');
    states.push(body[0]!.state);
  };
  for (const share of [0.3, 0.6, 0.9]) {
    writeFileSync(path, whole.subarray(0, Math.floor(whole.length * share)));
    await look();
    clock.pass(1_000);
    await look();
    clock.pass(1_000);
  }
  const early = await librarian.post<{ code: string }>(`/softcopies/${id}/files`, { names: ['scan.pdf'] });
  expect(early.body.code).toBe('softcopies.scanNotWhole');
  // The scanner pauses for longer than ever: the part cannot be read through, so it is not taken for a scan either.
  clock.pass(20_000);
  await look();
  writeFileSync(path, whole);
  await look();
  clock.pass(3_000);
  await look();
  expect(states).toEqual([...Array.from({ length: 6 }, () => 'arriving'), 'unreadable', 'arriving', 'ready']);
  expect((await librarian.post(`/softcopies/${id}/files`, { names: ['scan.pdf'] })).status).toBe(200);
});

test('two sessions that pick the same scan: one has it, the other is told; names out of the folder are refused', async () => {
  const office = await openSoftcopyOffice();
  const [one, two] = [await office.begin(), await office.begin()];
  await office.scan('1.pdf', await pdfScan());
  const take = (id: string, names: string[]) =>
    office.librarian.post<{ code?: string }>(`/softcopies/${id}/files`, { names });
  const answers = await Promise.all([take(one, ['1.pdf']), take(two, ['1.pdf'])]);
  expect(answers.map(answer => String(answer.status)).toSorted()).toEqual(['200', '409']);
  writeFileSync(join(office.watchFolder, '..', 'secret.pdf'), await pdfScan());
  expect((await take(await office.begin(), ['../secret.pdf'])).body.code).toBe('softcopies.scanGone');
});

test('a USB stick gets a copy that was read back; a full or missing one is said so and nothing half stays', async () => {
  const office = await openSoftcopyOffice();
  const id = await office.begin();
  await office.scan('1.pdf', await pdfScan());
  await office.librarian.post(`/softcopies/${id}/files`, { names: ['1.pdf'] });
  const order = { way: 'usb', volumeId: office.stick };
  expect((await office.deliver(id, order)).body.fileName).toBe('Dharmasraya-Dalam-Angka-2023.pdf');
  expect((await office.deliver(id, order)).body.fileName).toBe('Dharmasraya-Dalam-Angka-2023-2.pdf');
  const [first, second] = readdirSync(office.stick).map(name => join(office.stick, name));
  expect(await sha256Of(first!)).toBe(await sha256Of(second!));
  office.volumes[0]!.freeBytes = 10;
  expect((await office.deliver(id, order)).body.code).toBe('softcopies.stickFull');
  expect((await office.deliver(id, { way: 'usb', volumeId: '/nowhere' })).body.code).toBe(
    'softcopies.stickGone',
  );
  expect(readdirSync(office.stick)).toHaveLength(2);
  const { deliveries } = await office.look(id);
  expect(deliveries.map(one => one.state).toSorted()).toEqual(['delivered', 'delivered', 'failed']);
  const journal = await office.station.db.selectFrom('journal').select('what').execute();
  expect(journal.map(row => row.what)).toEqual(
    expect.arrayContaining([
      'softcopy.ready',
      'delivery.delivered',
      'delivery.failed',
      'visit.service-ended',
    ]),
  );
});

test('a download opens once, on the office’s network only, and not for ever', async () => {
  const office = await openSoftcopyOffice();
  const { station, app, clock } = office;
  const id = await office.begin();
  await office.scan('1.pdf', await pdfScan());
  await office.librarian.post(`/softcopies/${id}/files`, { names: ['1.pdf'] });
  expect((await office.deliver(id, { way: 'download' })).body.code).toBe('softcopies.noNetwork');

  station.phoneUrl = 'http://192.168.1.10:4320';
  const { url } = (await office.deliver(id, { way: 'download' })).body;
  const phone = (address: string) => answerPhone(app, new Request(address));
  const page = await (await phone(url!)).text();
  expect(page).toContain('Dharmasraya Dalam Angka 2023');
  const file = await phone(`${url}/file`);
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(file.headers.get('content-disposition')).toContain('Dharmasraya-Dalam-Angka-2023.pdf');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await phone(`${url}/file`)).status).toBe(410);
  expect((await phone(url!)).status).toBe(410);

  const late = (await office.deliver(id, { way: 'download' })).body.url!;
  clock.pass(61 * 60_000);
  expect((await phone(late)).status).toBe(410);
  await station.softcopies.tidy();
  expect((await office.look(id)).deliveries.map(one => one.state)).toEqual(['expired', 'delivered']);
  expect((await office.kiosk.get('/downloads/00000000000000000000000000000000')).status).toBe(403);
});

test('a download that broke off can be begun again', async () => {
  const office = await openSoftcopyOffice();
  office.station.phoneUrl = 'http://192.168.1.10:4320';
  const id = await office.begin();
  await office.scan('1.jpg', jpegScan(1_200, 1_600));
  await office.librarian.post(`/softcopies/${id}/files`, { names: ['1.jpg'] });
  const { url } = (await office.deliver(id, { way: 'download' })).body;
  const broken = await answerPhone(office.app, new Request(`${url}/file`));
  const reader = broken.body!.getReader();
  await reader.read();
  await reader.cancel();
  const again = await answerPhone(office.app, new Request(`${url}/file`));
  expect((await again.arrayBuffer()).byteLength).toBe((await office.look(id)).bytes);
});

test('after the hours of the profile the file is gone; what was delivered stays on record', async () => {
  const office = await openSoftcopyOffice();
  const { clock, station } = office;
  const id = await office.begin();
  const forgotten = await office.begin();
  await office.scan('1.pdf', await pdfScan());
  await office.librarian.post(`/softcopies/${id}/files`, { names: ['1.pdf'] });
  await office.deliver(id, { way: 'usb', volumeId: office.stick });
  const folder = join(office.dataDir, 'softcopies', id);
  clock.pass(23 * 60 * 60_000);
  await station.softcopies.tidy();
  expect(existsSync(folder)).toBe(true);
  clock.pass(61 * 60_000);
  await station.softcopies.tidy();
  expect(existsSync(folder)).toBe(false);
  expect(await readSoftcopy(station.db, id)).toMatchObject({
    state: 'wiped',
    deliveries: [{ state: 'delivered' }],
  });
  expect(await readSoftcopy(station.db, forgotten)).toMatchObject({ state: 'cancelled' });
  expect(await station.db.selectFrom('softcopy_file').selectAll().execute()).toEqual([]);
});

test('when the station stops while scans are joined, they go back to the scanner', async () => {
  const office = await openSoftcopyOffice();
  const id = await office.begin();
  await office.scan('1.pdf', await pdfScan());
  await office.librarian.post(`/softcopies/${id}/files`, { names: ['1.pdf'] });
  const other = await office.begin();
  await office.station.close();
  const dir = join(office.dataDir, 'softcopies', other);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, '001-2.pdf'), await pdfScan());
  await openTestOffice({ dataDir: office.dataDir, setUp: false });
  expect(office.waiting()).toEqual(['2.pdf']);
});

test('a visitor alone at the scanner sees only scans that came since, and only where the office allows it', async () => {
  const closed = await openSoftcopyOffice();
  const code = await ticketOf(closed);
  const order = { code, titles: [{ title: 'Padang Dalam Angka' }] };
  expect((await closed.kiosk.post('/self-scans', order)).status).toBe(403);
  const publicationId = randomUUID();
  expect((await closed.kiosk.post('/self-scans/published', { code, publicationId })).status).toBe(403);

  const office = await openSoftcopyOffice({ softcopy: { selfService: true } });
  await office.scan('orang-lain.pdf', await pdfScan());
  const old = join(office.watchFolder, 'orang-lain.pdf');
  utimesSync(old, new Date('2026-11-01'), new Date('2026-11-01'));
  const begun = await office.kiosk.post<{ id: string }>('/self-scans', {
    ...order,
    code: await ticketOf(office),
  });
  const path = `/self-scans/${begun.body.id}`;
  await office.scan('milik-saya.pdf', await pdfScan());
  type Self = { scans: Scan[]; visitId?: string };
  await office.kiosk.get<Self>(path);
  office.clock.pass(3_000);
  const seen = (await office.kiosk.get<Self>(path)).body;
  expect(seen.scans.map(one => [one.name, one.state])).toEqual([['milik-saya.pdf', 'ready']]);
  expect(seen.visitId).toBeUndefined();
  expect((await office.kiosk.post(`${path}/files`, { names: ['orang-lain.pdf'] })).status).toBe(409);
  expect((await office.kiosk.post(`${path}/files`, { names: ['milik-saya.pdf'] })).status).toBe(200);
  expect((await office.kiosk.post(`${path}/deliveries`, { way: 'usb', volumeId: office.stick })).status).toBe(
    200,
  );
  const staffs = await office.begin();
  expect((await office.kiosk.get(`/self-scans/${staffs}`)).status).toBe(404);
  expect((await office.kiosk.get('/softcopies/scans')).status).toBe(403);
});

/** The service of the visit that scanning, or giving, a softcopy is. */
async function serviceOf(office: Awaited<ReturnType<typeof openSoftcopyOffice>>) {
  return office.station.db
    .selectFrom('visit_service')
    .select(['started_at', 'ended_at', 'staff_id', 'outcome'])
    .where('visit_id', '=', office.visitId)
    .where('service', '=', 'softcopy')
    .executeTakeFirstOrThrow();
}

test('a published PDF is given without scanning, as it is, and counts for its title', async () => {
  const whole = await pdfScan(3);
  const asked: string[] = [];
  const library = createServer((request, response) => {
    asked.push(request.url!);
    response.end(request.url === '/buku.pdf' ? whole : '<html>403 Forbidden</html>');
  });
  library.listen(0, '127.0.0.1');
  await once(library, 'listening');
  onTestFinished(() => void library.close());
  const url = `http://127.0.0.1:${(library.address() as AddressInfo).port}`;
  const office = await openSoftcopyOffice({ softcopy: { selfService: true } });
  const { librarian, visitId } = office;
  const add = async (title: string, pdf: string | null) =>
    (await librarian.post<{ id: string }>('/publications', { title, year: 2024, pdf })).body.id;
  const publicationId = await add('Dharmasraya Dalam Angka 2024', `${url}/buku.pdf`);
  const give = (id: string) =>
    librarian.post<{ id: string; code?: string }>('/softcopies/published', { visitId, publicationId: id });
  for (const other of [await add('Tanpa PDF', null), await add('Di balik tembok', `${url}/page`)])
    expect((await give(other)).body.code).toBe('publications.fileMissing');
  expect(await librarian.get('/softcopies')).toMatchObject({ body: [] });

  const { id } = (await give(publicationId)).body;
  expect(await readSoftcopy(office.station.db, id)).toMatchObject({
    source: 'published',
    state: 'ready',
    pages: 3,
    bytes: whole.length,
    titles: [{ publicationId, title: 'Dharmasraya Dalam Angka 2024', year: 2024, pages: null }],
  });
  expect(await serviceOf(office)).toMatchObject({ ended_at: null, outcome: null });
  const use = async () => (await librarian.get<{ titles: object[] }>('/readings/use')).body.titles;
  expect(await use()).toEqual([]);
  office.clock.pass(2 * 60_000);
  await office.deliver(id, { way: 'usb', volumeId: office.stick });
  await office.deliver(id, { way: 'usb', volumeId: office.stick });
  expect(readFileSync(join(office.stick, 'Dharmasraya-Dalam-Angka-2024.pdf'))).toEqual(whole);
  expect(await serviceOf(office)).toEqual({
    started_at: expect.any(String),
    ended_at: office.clock.now().toISOString(),
    staff_id: librarian.staffId,
    outcome: 'given',
  });
  expect(await use()).toMatchObject([{ publicationId, given: 1, read: 0, copied: 0 }]);
  expect(asked.filter(path => path === '/buku.pdf')).toHaveLength(1);

  // The same for a visitor alone, who needs no scanner for it.
  const alone = { code: await ticketOf(office), publicationId };
  const taken = (await office.kiosk.post<{ id: string }>('/self-scans/published', alone)).body.id;
  const path = `/self-scans/${taken}`;
  expect((await office.kiosk.get(path)).body).toMatchObject({ state: 'ready', pages: 3, scans: [] });
  const order = { way: 'usb', volumeId: office.stick };
  expect((await office.kiosk.post(`${path}/deliveries`, order)).status).toBe(200);
  expect(await use()).toMatchObject([{ publicationId, given: 2 }]);
});

test('a softcopy that is given up ends its service without it; one that arrives later was given', async () => {
  const office = await openSoftcopyOffice();
  const { librarian } = office;
  await librarian.post(`/softcopies/${await office.begin()}/cancel`);
  expect(await serviceOf(office)).toMatchObject({
    ended_at: office.clock.now().toISOString(),
    staff_id: librarian.staffId,
    outcome: 'cancelled',
  });
  office.clock.pass(60_000);
  const id = await office.begin();
  expect(await serviceOf(office)).toMatchObject({ ended_at: null, outcome: null });
  await office.scan('1.pdf', await pdfScan());
  await librarian.post(`/softcopies/${id}/files`, { names: ['1.pdf'] });
  expect((await office.deliver(id, { way: 'usb', volumeId: '/nowhere' })).status).toBe(409);
  expect(await serviceOf(office)).toMatchObject({ ended_at: null });
  await office.deliver(id, { way: 'usb', volumeId: office.stick });
  expect(await serviceOf(office)).toMatchObject({ ended_at: expect.any(String), outcome: 'given' });
});

async function ticketOf(office: Awaited<ReturnType<typeof openSoftcopyOffice>>): Promise<string> {
  const row = await office.station.db
    .selectFrom('visit')
    .select('code')
    .where('id', '=', office.visitId)
    .executeTakeFirstOrThrow();
  return row.code;
}

test('without a scanner’s folder, or with one that is gone, the console says what to do', async () => {
  const none = await openSoftcopyOffice({ softcopy: { watchFolder: null } });
  expect((await none.librarian.get<{ code: string }>('/softcopies/scans')).body.code).toBe(
    'softcopies.noFolder',
  );
  const gone = await openSoftcopyOffice({ softcopy: { watchFolder: join(none.dataDir, 'tidak-ada') } });
  expect((await gone.librarian.get<{ code: string }>('/softcopies/scans')).body.code).toBe(
    'softcopies.folderGone',
  );
});

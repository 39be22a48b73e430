import { pdf } from 'pdf-to-img';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { codesOf, servedVisit, takeIn, type Place } from '../../test/helpers/counter.ts';
import { decodeWithZbar, decodeWithZxing, hasZbar } from '../../test/helpers/decode.ts';
import { guestbook, openTestOffice, type TestOffice } from '../../test/helpers/station.ts';
import { makeCode, type CodeKind } from '../codes/rules.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { countPages, sheetFor, type Box } from './rules.ts';
import { labelKinds, paperNames, type LabelKind, type PaperName } from './schema.ts';
import { labelSheets } from './sheets.ts';
import type { Label } from './store.ts';

const { office } = defaultProfile;
const carries: Record<LabelKind, CodeKind> = {
  locker: 'locker',
  key: 'locker',
  pocket: 'pocket',
  visitor: 'visitor',
  copy: 'copy',
};
const madeAt = new Date('2026-11-23T03:35:00Z');

function someLabels(kind: LabelKind, count: number): Label[] {
  return Array.from({ length: count }, (_, i) => ({
    code: makeCode(carries[kind]),
    number: kind === 'visitor' || kind === 'copy' ? null : i + 95,
    ...(kind === 'copy' && {
      title: 'Produk Domestik Regional Bruto Kabupaten Dharmasraya Menurut Lapangan Usaha 2019–2023',
      shelf: 'R-02',
    }),
  }));
}

async function drawn(file: Uint8Array, dotsPerInch: number): Promise<Buffer[]> {
  const pages: Buffer[] = [];
  for await (const page of await pdf(Buffer.from(file), { scale: dotsPerInch / 72 })) pages.push(page);
  return pages;
}

/** A label of a page drawn with the printer's own dots, cut out; its dots are black or white as on paper. */
function printedLabel(page: PNG, box: Box, dotMm: number): Buffer {
  const [x, y] = [Math.round(box.x / dotMm), Math.round(box.y / dotMm)];
  const width = Math.min(Math.round(box.width / dotMm), page.width - x);
  const height = Math.min(Math.round(box.height / dotMm), page.height - y);
  const part = new PNG({ width, height });
  PNG.bitblt(page, part, x, y, width, height, 0, 0);
  for (let i = 0; i < part.data.length; i += 4) {
    const grey = (part.data[i]! + part.data[i + 1]! + part.data[i + 2]!) / 3;
    part.data.fill(grey < 128 ? 0 : 255, i, i + 3);
  }
  return PNG.sync.write(part);
}

const decoders = hasZbar ? [decodeWithZxing, decodeWithZbar] : [decodeWithZxing];
const sheets = paperNames.filter(paper => paper.startsWith('a4'));
const rolls = paperNames.filter(paper => paper.startsWith('roll'));
const each = (papers: PaperName[]) => labelKinds.flatMap(kind => papers.map(paper => [kind, paper] as const));

test.each(each(rolls))('a %s label on %s is read dot by dot as its printer burns it', async (kind, paper) => {
  const sheet = sheetFor(kind, paper);
  const labels = someLabels(kind, 2);
  for (const demo of [true, false]) {
    const file = await labelSheets(labels, { paper, skip: 1 }, { kind, office, demo, madeAt });
    const pages = await drawn(file, 25.4 / sheet.dot);
    expect(pages).toHaveLength(2);
    for (const [i, { code }] of labels.entries()) {
      const picture = printedLabel(PNG.sync.read(pages[i]!), sheet.boxes[0]!, sheet.dot);
      for (const decode of decoders) expect(await decode(picture)).toEqual({ code128: [code], qr: [code] });
    }
  }
});

test.each(each(sheets))(
  '%s labels on %s carry their code twice, for both kinds of scanner',
  async (kind, paper) => {
    const labels = someLabels(kind, 2);
    const file = await labelSheets(labels, { paper, skip: 1 }, { kind, office, demo: true, madeAt });
    const [page] = await drawn(file, 200);
    const codes = labels.map(label => label.code).sort();
    for (const decode of decoders) {
      const { code128, qr } = await decode(page!);
      expect({ code128: code128.sort(), qr: qr.sort() }).toEqual({ code128: codes, qr: codes });
    }
  },
);

test.each([
  ['key', 'a4', 33],
  ['locker', 'a4', 8],
  ['pocket', 'a4-3x8', 24],
] as const)(
  'a whole sheet of %s labels on %s has %i labels and no other symbol',
  async (kind, paper, count) => {
    const labels = someLabels(kind, count);
    const file = await labelSheets(labels, { paper, skip: 0 }, { kind, office, demo: false, madeAt });
    const pages = await drawn(file, 200);
    expect(pages).toHaveLength(1);
    const codes = labels.map(label => label.code).sort();
    const found = await decodeWithZxing(pages[0]!);
    expect(found.code128.sort()).toEqual(codes);
    expect(found.qr.sort()).toEqual(codes);
  },
);

test('an office with a long name and three-digit lockers still gets labels that scan', async () => {
  const long = {
    ...office,
    name: `${office.name} dan Perpustakaan Statistik`,
    shortName: 'BPS Kab. Kepulauan Mentawai Raya',
  };
  for (const kind of labelKinds) {
    for (const paper of rolls) {
      const label = { code: makeCode(carries[kind]), number: kind === 'visitor' ? null : 388 };
      const sheet = sheetFor(kind, paper);
      const file = await labelSheets([label], { paper, skip: 0 }, { kind, office: long, demo: true, madeAt });
      const [page] = await drawn(file, 25.4 / sheet.dot);
      const picture = printedLabel(PNG.sync.read(page!), sheet.boxes[0]!, sheet.dot);
      expect(await decodeWithZxing(picture)).toEqual({ code128: [label.code], qr: [label.code] });
    }
  }
});

interface Asking {
  token: string;
}

async function askFor(office: TestOffice, asking: Asking, path: string) {
  const answer = await office.app.fetch(
    new Request(`http://station/api/labels/${path}`, {
      headers: { authorization: `Bearer ${asking.token}` },
    }),
    { door: 'staff' },
  );
  return { answer, bytes: answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null };
}

async function codesOn(bytes: Uint8Array | null): Promise<string[]> {
  const pages = await drawn(bytes!, 200);
  const found = await Promise.all(pages.map(page => decodeWithZxing(page)));
  return found.flatMap(one => one.qr).sort();
}

const lastJournal = (office: TestOffice) =>
  office.station.db
    .selectFrom('journal')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();

test('the labels of the asked numbers are made, and the journal says how many', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const lockers = (await front.get<Place[]>('/places/locker')).body;
  const { answer, bytes } = await askFor(office, front, 'locker?paper=a4&from=3&to=5');
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await codesOn(bytes)).toEqual(
    lockers
      .slice(2, 5)
      .map(one => one.code)
      .sort(),
  );
  const line = await lastJournal(office);
  expect(line).toMatchObject({ what: 'labels.printed', staff_id: front.staffId });
  expect(JSON.parse(line.data)).toEqual({ kind: 'locker', paper: 'a4', count: 3 });
});

test('without numbers all there are, and the sheet already begun is used up first', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const pockets = (await front.get<Place[]>('/places/pocket')).body;
  const { bytes } = await askFor(office, front, 'pocket?paper=a4-3x7&skip=15');
  expect(await codesOn(bytes)).toEqual(pockets.map(one => one.code).sort());
  expect((await pdf(Buffer.from(bytes!))).length).toBe(2);
  const pages = countPages(sheetFor('pocket', 'a4-3x7'), pockets.length, 15);
  expect(pages).toBe(2);
});

test('a key carries the code of its locker, so that scanning it opens the right custody', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const visitId = await servedVisit(office, front);
  const taken = (await takeIn(front, visitId)).body;
  const { bytes } = await askFor(office, front, 'key?paper=roll-62&from=1&to=1');
  const [code] = await codesOn(bytes);
  expect(code).toBe((await codesOf(front, visitId, taken)).lockerCode);
  expect((await front.post('/scan', { code })).body).toMatchObject({ action: 'give-back', visitId });
});

async function signed(
  office: TestOffice,
  change: Record<string, unknown>,
  person: Record<string, unknown> = {},
) {
  const ticket = await office.kiosk.post<{ code: string }>('/visits', guestbook(change, person));
  const visit = await office.station.db
    .selectFrom('visit')
    .select(['id', 'visitor_id'])
    .where('code', '=', ticket.body.code)
    .executeTakeFirstOrThrow();
  return { visitId: visit.id, visitorId: visit.visitor_id };
}

test('a card for a visitor who asked to be remembered is known to the kiosk at the next visit', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const { visitId, visitorId } = await signed(office, { remember: true });
  for (const path of [`visitor?visit=${visitId}`, `visitor?visitor=${visitorId}&paper=roll-50x30`]) {
    const [code] = await codesOn((await askFor(office, front, path)).bytes);
    expect((await office.kiosk.post('/visitors/recognise', { code })).body).toMatchObject({
      step: 'welcome',
    });
  }
  const lines = await office.station.db
    .selectFrom('journal')
    .select(['visit_id', 'data'])
    .where('what', '=', 'labels.printed')
    .execute();
  expect(lines.map(line => line.visit_id)).toEqual([visitId, null]);
  expect(JSON.parse(lines[0]!.data)).toEqual({ kind: 'visitor', paper: 'a4', count: 1, visitorId });
});

test('a visitor card shows nothing but its code and the office', async () => {
  const testOffice = await openTestOffice();
  const front = await testOffice.as('front');
  const { visitId } = await signed(testOffice, { remember: true });
  const { bytes } = await askFor(testOffice, front, `visitor?visit=${visitId}`);
  const [code] = await codesOn(bytes);
  const bare = await labelSheets(
    [{ code: code!, number: null }],
    { paper: 'a4', skip: 0 },
    { kind: 'visitor', office, demo: false, madeAt },
  );
  expect((await drawn(bytes!, 100))[0]!.equals((await drawn(bare, 100))[0]!)).toBe(true);
});

test('nobody who did not ask to be remembered gets a card', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const refusal = async (path: string) =>
    (await (await askFor(office, front, path)).answer.json()) as unknown;
  const passing = await signed(office, { remember: false });
  expect(await refusal(`visitor?visit=${passing.visitId}`)).toMatchObject({ code: 'labels.notRemembered' });
  expect(await refusal(`visitor?visitor=${passing.visitorId}`)).toMatchObject({
    code: 'labels.notRemembered',
  });
  const nobody = await signed(office, { notice: { version: 1, choice: 'refused' }, person: undefined });
  expect(await refusal(`visitor?visit=${nobody.visitId}`)).toMatchObject({ code: 'labels.notRemembered' });
  expect(await refusal(`visitor?visitor=${crypto.randomUUID()}`)).toMatchObject({ code: 'visitors.unknown' });
  expect(await refusal(`visitor?visit=${crypto.randomUUID()}`)).toMatchObject({ code: 'visits.unknown' });
  expect(await refusal('visitor')).toMatchObject({ code: 'request.invalid' });
  expect((await lastJournal(office)).what).not.toBe('labels.printed');
});

test('what cannot be printed is said in a sentence', async () => {
  const office = await openTestOffice();
  const front = await office.as('front');
  const refusal = async (path: string) => {
    const { answer } = await askFor(office, front, path);
    return { status: answer.status, ...((await answer.json()) as { code: string }) };
  };
  expect(await refusal('locker?from=40')).toMatchObject({ status: 404, code: 'labels.nothing' });
  expect(await refusal('locker?from=5&to=3')).toMatchObject({ status: 400, code: 'request.invalid' });
  expect(await refusal('locker?paper=a3')).toMatchObject({ status: 400, code: 'request.invalid' });
  expect(await refusal('drawer')).toMatchObject({ status: 404, code: 'request.notFound' });
});

test('labels are made for the front desk, not for the kiosk, the library or a guest', async () => {
  const office = await openTestOffice();
  for (const [role, status] of [
    ['front', 200],
    ['supervisor', 200],
    ['admin', 200],
    ['librarian', 403],
    ['viewer', 403],
  ] as const) {
    const asking = await office.as(role);
    expect((await askFor(office, asking, 'locker?from=1&to=1&paper=roll-29')).answer.status).toBe(status);
  }
  expect((await office.kiosk.get('/labels/locker')).status).toBe(403);
  expect((await office.guest.get('/labels/locker')).status).toBe(401);
});

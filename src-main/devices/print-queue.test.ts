import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { servedVisit, takeIn } from '../../test/helpers/counter.ts';
import { decodeWithZxing } from '../../test/helpers/decode.ts';
import { FakePrinter, type Fault } from '../../test/helpers/fake-printer.ts';
import {
  guestbook,
  openTestOffice,
  temporaryDir,
  type Asker,
  type TestOffice,
} from '../../test/helpers/station.ts';
import { systemClock, type Clock } from '../clock.ts';
import { defaultProfile } from '../profile/defaults.ts';
import type { Ticket } from '../visits/schema.ts';
import type { Print } from './queue-store.ts';
import { TcpPrinter, type TcpPrinterSettings } from './tcp-printer.ts';

const impatience = { connectMs: 300, answerMs: 150, lookMs: 80, hangUpMs: 100, closeMs: 300 };

/** A clock that can be put forward. */
function shiftableClock(): Clock & { shiftMs: number } {
  const real = systemClock();
  const clock = { ...real, shiftMs: 0, now: () => new Date(real.now().getTime() + clock.shiftMs) };
  return clock;
}

interface Printing {
  paper: FakePrinter;
  office: TestOffice;
  front: Asker;
  clock: ReturnType<typeof shiftableClock>;
  reopen(): Promise<void>;
}

async function openPrintingOffice(fault: Fault = {}, supportsStatus = true): Promise<Printing> {
  const paper = await FakePrinter.start(fault, 80);
  onTestFinished(async () => {
    await paper.stop();
    expect(paper.garbage).toEqual([]);
  });
  const clock = shiftableClock();
  const dataDir = temporaryDir();
  const open = (setUp: boolean) =>
    openTestOffice({
      dataDir,
      setUp,
      profile: setUp
        ? {
            ...defaultProfile,
            kiosk: { ...defaultProfile.kiosk, printTicket: true },
            printer: {
              kind: 'tcp',
              host: '127.0.0.1',
              port: paper.port,
              widthMm: 80,
              supportsStatus,
              codePage: 'pc858',
            },
          }
        : undefined,
      overrides: { clock, transports: printer => new TcpPrinter(printer as TcpPrinterSettings, impatience) },
    });
  const office = await open(true);
  const printing: Printing = {
    paper,
    office,
    front: await office.as('front'),
    clock,
    reopen: async () => {
      await printing.office.station.close().catch(() => undefined);
      printing.office = await open(false);
      printing.front = await printing.office.as('front');
    },
  };
  return printing;
}

async function sign({ office }: Printing, name = 'Siti Aminah') {
  const form = guestbook(
    {},
    { name, phone: undefined, email: `${name.replaceAll(' ', '.').toLowerCase()}@contoh.id` },
  );
  const { body } = await office.kiosk.post<Ticket>('/visits', form);
  return { ...body, submissionId: form.submissionId };
}

const prints = async ({ front }: Printing) => (await front.get<Print[]>('/prints')).body;

/** The newest print, as soon as it is in one of these states. */
function printIn(printing: Printing, ...states: Print['state'][]): Promise<Print> {
  return vi.waitFor(
    async () => {
      const [newest] = await prints(printing);
      if (!newest || !states.includes(newest.state))
        throw new Error(`the newest print is ${newest?.state} (${newest?.reason})`);
      return newest;
    },
    { timeout: 8_000, interval: 20 },
  );
}

async function journalOf({ office }: Printing): Promise<string[]> {
  const rows = await office.station.db.selectFrom('journal').select('what').orderBy('seq').execute();
  return rows.map(row => row.what).filter(what => what.startsWith('print.'));
}

test('the ticket of a visitor is printed, and scanning what came out opens their visit', async () => {
  const printing = await openPrintingOffice();
  const ticket = await sign(printing);
  expect(ticket.slip).toBe('printing');
  expect(await printIn(printing, 'printed')).toMatchObject({
    kind: 'ticket',
    number: ticket.number,
    copyNo: 0,
  });
  expect(printing.paper.sheets).toHaveLength(1);
  const { code128, qr } = await decodeWithZxing(printing.paper.sheets[0]!.toPng());
  expect(code128).toEqual(qr);
  const scanned = await printing.front.post<{ visitId: string }>('/scan', { code: qr[0] });
  const visit = await printing.front.get<{ number: string }>(`/visits/${scanned.body.visitId}`);
  expect(visit.body.number).toBe(ticket.number);
  expect(await journalOf(printing)).toEqual(['print.queued', 'print.started', 'print.printed']);
});

test('the locker slip that came out is the one that gives the card back', async () => {
  const printing = await openPrintingOffice();
  const visitId = await servedVisit(printing.office, printing.front);
  await printIn(printing, 'printed');
  const taken = (await takeIn(printing.front, visitId)).body;
  await vi.waitFor(() => expect(printing.paper.sheets).toHaveLength(2));
  const { qr } = await decodeWithZxing(printing.paper.sheets[1]!.toPng());
  const scanned = await printing.front.post('/scan', { code: qr[0] });
  expect(scanned.body).toMatchObject({ action: 'give-back', visitId, custodyId: taken.custodyId });
});

test('slips asked for at once come out one after the other, in order, each once', async () => {
  const printing = await openPrintingOffice();
  const names = ['Siti Aminah', 'Budi Santoso', 'Rina Wati', 'Joko Susilo', 'Dewi Lestari', 'Agus Salim'];
  for (const name of names) await sign(printing, name);
  await vi.waitFor(
    async () => expect((await prints(printing)).every(print => print.state === 'printed')).toBe(true),
    { timeout: 8_000 },
  );
  expect(printing.paper.sheets).toHaveLength(names.length);
  const codes = await Promise.all(
    printing.paper.sheets.map(async sheet => (await decodeWithZxing(sheet.toPng())).qr[0]),
  );
  const visits = await printing.office.station.db.selectFrom('visit').select('code').orderBy('id').execute();
  expect(codes).toEqual(visits.map(visit => visit.code));
});

test('with the printer off the visitor is served on screen at once, and the slip comes out when it is on again', async () => {
  const printing = await openPrintingOffice();
  await printing.paper.turnOff();
  const began = performance.now();
  const ticket = await sign(printing);
  expect(performance.now() - began).toBeLessThan(1_000);
  await vi.waitFor(
    async () => expect(await prints(printing)).toMatchObject([{ state: 'queued', reason: 'unreachable' }]),
    { timeout: 3_000 },
  );
  const [{ slipId } = { slipId: '' }] = await prints(printing);
  const picture = await printing.office.app.fetch(
    new Request(`http://station/api/slips/${slipId}/image`, {
      headers: { authorization: `Bearer ${(await printing.office.as('front')).token}` },
    }),
    { door: 'staff' },
  );
  expect((await decodeWithZxing(Buffer.from(await picture.arrayBuffer()))).qr).toEqual([ticket.code]);
  await printing.paper.turnOn();
  expect(await printIn(printing, 'printed')).toMatchObject({ copyNo: 0 });
  expect(printing.paper.sheets).toHaveLength(1);
  expect(await journalOf(printing)).toEqual([
    'print.queued',
    'print.started',
    'print.waiting',
    'print.started',
    'print.printed',
  ]);
}, 30_000);

test('a slip whose visitor has long gone is not printed when the printer comes back, and can be asked for', async () => {
  const printing = await openPrintingOffice({ paperOut: true });
  await sign(printing);
  await vi.waitFor(async () => expect(await prints(printing)).toMatchObject([{ reason: 'paper-out' }]));
  printing.clock.shiftMs = 3 * 60_000;
  const print = await printIn(printing, 'not-printed');
  printing.paper.repair();
  expect(printing.paper.sheets).toHaveLength(0);
  const again = await printing.front.post<{ jobId: string }>(`/slips/${print.slipId}/again`);
  expect(again.body.jobId).toBe(print.id);
  expect(await printIn(printing, 'printed')).toMatchObject({ copyNo: 0, reason: null });
  expect(printing.paper.sheets).toHaveLength(1);
}, 30_000);

test('the waiting ticket of a visitor whose screen was wiped is dropped', async () => {
  const printing = await openPrintingOffice({ coverOpen: true });
  const { submissionId } = await sign(printing);
  await vi.waitFor(async () => expect(await prints(printing)).toMatchObject([{ reason: 'cover-open' }]));
  await printing.office.kiosk.post('/visits/forget', { submissionId });
  expect(await prints(printing)).toMatchObject([{ state: 'cancelled', reason: 'wiped' }]);
  printing.paper.repair();
  await sign(printing, 'Budi Santoso');
  await printIn(printing, 'printed');
  expect(printing.paper.sheets).toHaveLength(1);
}, 30_000);

test('a print in doubt is never repeated by itself; an officer says how it ended, and the next one is a copy', async () => {
  const printing = await openPrintingOffice({ paperOut: { afterRows: 720 } });
  await sign(printing);
  const doubt = await printIn(printing, 'maybe');
  expect(doubt.reason).toBe('paper-out');
  printing.paper.repair();
  await printing.reopen();
  expect(await prints(printing)).toMatchObject([{ id: doubt.id, state: 'maybe', tries: 1 }]);

  const settle = (cameOut: boolean) => printing.front.post(`/prints/${doubt.id}/settle`, { cameOut });
  expect((await settle(false)).status).toBe(200);
  expect(await settle(true)).toMatchObject({ status: 409, body: { code: 'prints.notUnsure' } });
  const before = printing.paper.sheets.length;
  await printing.front.post(`/slips/${doubt.slipId}/again`);
  expect(await printIn(printing, 'printed')).toMatchObject({ copyNo: 1 });
  expect(printing.paper.sheets).toHaveLength(before + 1);
}, 30_000);

test('a slip after one that broke off in the middle of a picture is whole, and apart from the torn piece', async () => {
  const printing = await openPrintingOffice({ resetsAfter: 14_000 });
  await sign(printing);
  expect((await printIn(printing, 'maybe')).reason).toBe('connection-lost');
  printing.paper.fault = {};
  const ticket = await sign(printing, 'Budi Santoso');
  expect(await printIn(printing, 'printed')).toMatchObject({ number: ticket.number });
  const [torn, whole] = printing.paper.sheets.map(sheet => decodeWithZxing(sheet.toPng()));
  expect(printing.paper.sheets).toHaveLength(2);
  expect((await torn)?.code128).toEqual([]);
  expect(await whole).toEqual({ code128: [ticket.code], qr: [ticket.code] });
});

test('a slip that came out is printed again as a copy, and a void one not at all', async () => {
  const printing = await openPrintingOffice();
  const visitId = await servedVisit(printing.office, printing.front);
  const taken = (await takeIn(printing.front, visitId)).body;
  await printIn(printing, 'printed');
  const again = () => printing.front.post<{ jobId: string }>(`/slips/${taken.slipId}/again`);
  const { jobId } = (await again()).body;
  await vi.waitFor(async () =>
    expect((await prints(printing)).find(print => print.id === jobId)).toMatchObject({
      state: 'printed',
      copyNo: 1,
    }),
  );
  expect(printing.paper.sheets.length).toBe(3);
  await printing.front.post(`/custodies/${taken.custodyId}/undo`);
  expect(await again()).toMatchObject({ status: 409, body: { code: 'prints.notReprintable' } });
  const unknown = await printing.front.post('/slips/0190a3b0-0000-7000-8000-000000000000/again');
  expect(unknown).toMatchObject({ status: 404, body: { code: 'prints.unknown' } });
});

test('a station killed while printing leaves that slip in doubt and goes on with the others', async () => {
  const printing = await openPrintingOffice({ offline: true });
  await sign(printing);
  await sign(printing, 'Budi Santoso');
  await vi.waitFor(async () =>
    expect(await prints(printing)).toMatchObject([{ reason: 'offline' }, { reason: 'offline' }]),
  );
  await printing.office.station.close();

  printing.paper.fault = { bytesPerSecond: 4_000 };
  const { dataDir } = printing.office;
  const station = JSON.stringify(new URL('../station.ts', import.meta.url).href);
  const program = `const { openStation } = await import(${station}); await openStation({ dataDir: ${JSON.stringify(dataDir)} });`;
  const killed = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
  await vi.waitFor(() => expect(printing.paper.received).toBeGreaterThan(2_000), { timeout: 15_000 });
  killed.kill('SIGKILL');
  await once(killed, 'exit');

  printing.paper.fault = {};
  await printing.reopen();
  await vi.waitFor(
    async () =>
      expect(await prints(printing)).toMatchObject([
        { state: 'printed', copyNo: 0, tries: 2 },
        { state: 'maybe', reason: 'interrupted' },
      ]),
    { timeout: 8_000 },
  );
  const codes = await Promise.all(
    printing.paper.sheets.map(async sheet => (await decodeWithZxing(sheet.toPng())).qr.join()),
  );
  expect(codes.filter(code => code !== '')).toEqual([...new Set(codes.filter(code => code !== ''))]);
  expect(codes.at(-1)).not.toBe('');
}, 40_000);

test('closing the station in the middle of a slip leaves it in doubt at once', async () => {
  const printing = await openPrintingOffice({ bytesPerSecond: 2_000 });
  await sign(printing);
  await vi.waitFor(() => expect(printing.paper.received).toBeGreaterThan(1_000));
  const began = performance.now();
  await printing.reopen();
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(await prints(printing)).toMatchObject([{ state: 'maybe', reason: 'interrupted' }]);
});

test('a printer that cannot be asked leaves each slip to the officer’s eye', async () => {
  const printing = await openPrintingOffice({ mute: true }, false);
  await sign(printing);
  expect(await printIn(printing, 'maybe')).toMatchObject({ reason: 'unconfirmed' });
  expect(printing.paper.sheets).toHaveLength(1);
});

test('a test page says at once that the printer is off; settings without a printer print nothing', async () => {
  const printing = await openPrintingOffice();
  const lead = await printing.office.as('supervisor');
  expect((await lead.get('/printer')).body).toEqual({ state: 'ready', paperNearEnd: false });
  const { body } = await lead.post<{ jobId: string }>('/prints/test');
  expect(await printIn(printing, 'printed')).toMatchObject({ id: body.jobId, kind: 'test' });
  const code = (await decodeWithZxing(printing.paper.sheets[0]!.toPng())).qr[0];
  expect((await lead.post('/scan', { code })).body).toMatchObject({ action: 'test-slip', visitId: null });
  await printing.paper.turnOff();
  expect((await lead.get('/printer')).body).toMatchObject({ state: 'unreachable' });
  await lead.post('/prints/test');
  expect(await printIn(printing, 'not-printed')).toMatchObject({ reason: 'unreachable' });

  const admin = await printing.office.as('admin');
  await admin.send('PUT', '/profile', defaultProfile);
  expect((await lead.get('/printer')).body).toBeNull();
  expect(await lead.post('/prints/test')).toMatchObject({ status: 409, body: { code: 'prints.noPrinter' } });
});

test('what waits is given up when the profile loses its printer, and goes to a new one when it gets another', async () => {
  const printing = await openPrintingOffice({ jammed: true });
  const admin = await printing.office.as('admin');
  const { body } = await admin.get<{ profile: typeof defaultProfile }>('/profile');
  await sign(printing);
  await vi.waitFor(async () => expect(await prints(printing)).toMatchObject([{ reason: 'fault' }]));
  const other = await FakePrinter.start({}, 58);
  onTestFinished(() => other.stop());
  const printer = { ...body.profile.printer, port: other.port, widthMm: 58 };
  await admin.send('PUT', '/profile', { ...body.profile, printer });
  await printIn(printing, 'printed');
  expect(other.sheets[0]?.width).toBe(384);

  other.fault = { jammed: true };
  await sign(printing, 'Budi Santoso');
  await vi.waitFor(async () => expect((await prints(printing))[0]).toMatchObject({ reason: 'fault' }));
  await admin.send('PUT', '/profile', { ...body.profile, printer: { kind: 'none' } });
  expect(await printIn(printing, 'not-printed')).toMatchObject({ reason: 'no-printer' });
}, 30_000);

test('a visitor, a guest and a viewer cannot print, and a visitor sees no slip', async () => {
  const printing = await openPrintingOffice();
  await sign(printing);
  const { slipId, id } = await printIn(printing, 'printed');
  const viewer = await printing.office.as('viewer');
  for (const asker of [printing.office.kiosk, printing.office.guest, viewer]) {
    expect((await asker.post(`/slips/${slipId}/again`)).status).toBeGreaterThanOrEqual(401);
    expect((await asker.post(`/prints/${id}/settle`, { cameOut: true })).status).toBeGreaterThanOrEqual(401);
    expect((await asker.post('/prints/test')).status).toBeGreaterThanOrEqual(401);
  }
  expect((await printing.office.kiosk.get(`/slips/${slipId}/image`)).status).toBe(403);
  expect((await printing.office.kiosk.get('/prints')).status).toBe(403);
});

test('the first bytes leave soon after asking for a slip', async () => {
  const printing = await openPrintingOffice();
  await sign(printing);
  const { slipId } = await printIn(printing, 'printed');
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    printing.paper.watch();
    const began = performance.now();
    await printing.front.post(`/slips/${slipId}/again`);
    await printIn(printing, 'printed');
    times.push(printing.paper.slipBeganAt! - began);
  }
  // The target is 50 ms on a quiet machine; here other tests are at work on the same cores.
  expect(Math.min(...times)).toBeLessThan(250);
});

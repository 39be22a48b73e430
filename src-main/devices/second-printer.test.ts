import { expect, onTestFinished, test, vi } from 'vitest';
import { decodeWithZxing } from '../../test/helpers/decode.ts';
import { FakePrinter, type Fault } from '../../test/helpers/fake-printer.ts';
import { guestbook, openTestOffice, temporaryDir } from '../../test/helpers/station.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { OfficeProfile } from '../profile/schema.ts';
import type { Ticket } from '../visits/schema.ts';
import type { Print } from './queue-store.ts';
import type { PrinterSeen } from './print-queue.ts';
import { TcpPrinter, type TcpPrinterSettings } from './tcp-printer.ts';

const impatience = { connectMs: 300, answerMs: 200, lookMs: 80, hangUpMs: 100, closeMs: 300 };

async function openOfficeWithTwo(first: Fault, second: Fault = {}) {
  const [one, other] = [await FakePrinter.start(first, 80), await FakePrinter.start(second, 58)];
  onTestFinished(async () => {
    for (const paper of [one, other]) {
      await paper.stop();
      expect(paper.garbage).toEqual([]);
    }
  });
  const tcp = (paper: FakePrinter) => ({
    kind: 'tcp' as const,
    host: '127.0.0.1',
    port: paper.port,
    widthMm: paper.widthMm,
    supportsStatus: true,
    codePage: 'pc858' as const,
  });
  const office = await openTestOffice({
    dataDir: temporaryDir(),
    profile: {
      ...defaultProfile,
      kiosk: { ...defaultProfile.kiosk, printTicket: true },
      printer: tcp(one),
      fallbackPrinter: tcp(other),
    },
    overrides: { transports: printer => new TcpPrinter(printer as TcpPrinterSettings, impatience) },
  });
  const front = await office.as('front');
  const newest = async () => (await front.get<Print[]>('/prints')).body[0];
  const printIn = (state: Print['state']) =>
    vi.waitFor(
      async () => {
        const print = await newest();
        if (print?.state !== state) throw new Error(`${print?.state} (${print?.reason})`);
        return print;
      },
      { timeout: 8_000, interval: 20 },
    );
  const sign = async () => (await office.kiosk.post<Ticket>('/visits', guestbook())).body;
  return { one, other, office, front, printIn, sign };
}

test('a slip that the first printer surely did not print comes out of the second, laid out for it', async () => {
  const { one, other, office, sign, printIn } = await openOfficeWithTwo({ paperOut: true });
  const ticket = await sign();
  expect(await printIn('printed')).toMatchObject({ copyNo: 0, tries: 1 });
  expect(one.sheets).toHaveLength(0);
  expect(other.sheets.map(sheet => sheet.width)).toEqual([384]);
  expect((await decodeWithZxing(other.sheets[0]!.toPng())).qr).toEqual([ticket.code]);
  const { data } = await office.station.db
    .selectFrom('journal')
    .select('data')
    .where('what', '=', 'print.printed')
    .executeTakeFirstOrThrow();
  expect(JSON.stringify(data)).toContain('fallback');
});

test('a slip that the first printer may have printed never goes to the second', async () => {
  const { one, other, sign, printIn } = await openOfficeWithTwo({ resetsAfter: 9_000 });
  await sign();
  expect(await printIn('maybe')).toMatchObject({ reason: 'connection-lost' });
  one.fault = {};
  await new Promise(resolve => setTimeout(resolve, 200));
  expect(one.sheets.length + other.sheets.length).toBe(0);
});

test('with both printers out of paper the slip waits for whichever is first', async () => {
  const { other, one, sign, printIn } = await openOfficeWithTwo({ paperOut: true }, { coverOpen: true });
  await sign();
  await vi.waitFor(async () => expect(await printIn('queued')).toMatchObject({ reason: 'paper-out' }));
  other.repair();
  await printIn('printed');
  expect([one.sheets.length, other.sheets.length]).toEqual([0, 1]);
}, 20_000);

test('after a slip broke off, the next is not held up by what the printer still waits for', async () => {
  const { one, other, sign, printIn, front } = await openOfficeWithTwo(
    { resetsAfter: 14_000 },
    { jammed: true },
  );
  await sign();
  await printIn('maybe');
  one.fault = { coverOpen: true };
  const { slipId } = (await front.get<Print[]>('/prints')).body[0]!;
  await front.post(`/slips/${slipId}/again`);
  await vi.waitFor(async () => expect(await printIn('queued')).toMatchObject({ reason: 'cover-open' }));
  one.fault = {};
  expect(await printIn('printed')).toMatchObject({ copyNo: 1 });
  expect(other.sheets).toHaveLength(0);
  expect(one.sheets).toHaveLength(2);
}, 20_000);

test('a test page goes to the printer it is for, and shows what is set', async () => {
  const { one, other, office, printIn } = await openOfficeWithTwo({});
  const lead = await office.as('supervisor');
  await lead.post('/prints/test');
  await printIn('printed');
  await lead.post('/prints/test?on=fallback');
  await vi.waitFor(() => expect(other.sheets).toHaveLength(1), { timeout: 4_000 });
  expect(one.sheets.map(sheet => sheet.width)).toEqual([576]);
  for (const sheet of [one.sheets[0]!, other.sheets[0]!]) {
    const { qr, code128 } = await decodeWithZxing(sheet.toPng());
    expect(qr).toEqual(code128);
    expect(qr).toHaveLength(1);
  }
});

test('the console knows of paper that ends, without asking the printer', async () => {
  const { one, office, front, sign, printIn } = await openOfficeWithTwo({ paperNearEnd: true });
  expect((await front.get('/printer/seen')).body).toBeNull();
  await sign();
  await printIn('printed');
  const { connections } = one;
  expect((await front.get<PrinterSeen>('/printer/seen')).body).toMatchObject({
    state: 'ready',
    paperNearEnd: true,
  });
  expect(one.connections).toBe(connections);
  expect((await office.kiosk.get('/printer/seen')).status).toBe(403);
});

test('a printer can be tried before it is in the profile, also one said not to answer', async () => {
  const { other, office } = await openOfficeWithTwo({});
  const admin = await office.as('admin');
  const printer = { kind: 'tcp', host: '127.0.0.1', port: other.port, supportsStatus: false };
  const tried = () => admin.post('/printers/try', { printer });
  expect((await tried()).body).toEqual({ state: 'ready', paperNearEnd: false });
  other.fault = { mute: true };
  expect((await tried()).body).toEqual({ state: 'silent', paperNearEnd: false });
  expect(await admin.post('/printers/try', { printer: { kind: 'none' } })).toMatchObject({ status: 400 });
  const lead = await office.as('supervisor');
  expect((await lead.post('/printers/try', { printer })).status).toBe(403);
  expect((await lead.get<unknown[]>('/printers/found')).body).toContainEqual(
    expect.objectContaining({ printer: expect.objectContaining({ port: other.port }) }),
  );
});

test('a profile saved before there were other printers is still a profile', () => {
  const printer = {
    kind: 'tcp',
    host: 'printer.local',
    port: 9_100,
    widthMm: 80,
    supportsStatus: false,
    codePage: 'ascii',
  } as const;
  const old = { ...defaultProfile, printer };
  expect(OfficeProfile.parse(JSON.parse(JSON.stringify(old)))).toEqual(old);
});

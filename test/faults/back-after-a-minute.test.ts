/** A printer that is back after a minute: the visitor still waits, so the slip comes out once; longer, and it does not. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../src-main/clock.ts';
import { TcpPrinter, type TcpPrinterSettings } from '../../src-main/devices/tcp-printer.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import type { Ticket, TicketPrint } from '../../src-main/visits/schema.ts';
import { decodeWithZxing } from '../helpers/decode.ts';
import { FakePrinter, type Fault } from '../helpers/fake-printer.ts';
import { guestbook, openTestOffice, temporaryDir } from '../helpers/station.ts';
import { impatience } from './printers.ts';

async function openOffice(fault: Fault) {
  const paper = await FakePrinter.start(fault);
  onTestFinished(async () => {
    await paper.stop();
    expect(paper.garbage).toEqual([]);
  });
  const real = systemClock();
  const clock = { ...real, laterMs: 0, now: () => new Date(real.now().getTime() + clock.laterMs) };
  const office = await openTestOffice({
    dataDir: temporaryDir(),
    profile: {
      kiosk: { ...defaultProfile.kiosk, printTicket: true },
      printer: {
        kind: 'tcp',
        host: '127.0.0.1',
        port: paper.port,
        widthMm: 58,
        supportsStatus: true,
        codePage: 'pc858',
      },
    },
    overrides: { clock, transports: printer => new TcpPrinter(printer as TcpPrinterSettings, impatience) },
  });
  const form = guestbook();
  const sign = async () => (await office.kiosk.post<Ticket>('/visits', form)).body;
  const print = async () =>
    (await office.kiosk.get<{ print: TicketPrint }>(`/visits/tickets/${form.submissionId}`)).body.print;
  const waitFor = (state: TicketPrint, timeout: number) =>
    vi.waitFor(async () => expect(await print()).toBe(state), { timeout, interval: 30 });
  return { paper, clock, sign, print, waitFor };
}

const away: [
  what: string,
  fault: Fault,
  leave: (paper: FakePrinter) => unknown,
  back: (paper: FakePrinter) => unknown,
][] = [
  ['was switched off', {}, paper => paper.turnOff(), paper => paper.turnOn()],
  ['had no paper', { paperOut: true }, () => {}, paper => paper.repair()],
  ['had its cover open', { coverOpen: true }, () => {}, paper => paper.repair()],
  ['took the connection and did not read', { stalls: true }, () => {}, paper => paper.repair()],
  ['read and did not answer', { mute: true }, () => {}, paper => paper.repair()],
  ['broke every connection', { resetsAfter: 1 }, () => {}, paper => paper.repair()],
];

for (const [what, fault, leave, back] of away) {
  test(`a printer that ${what} and is back after a minute prints the slip, once`, async () => {
    const { paper, clock, sign, print, waitFor } = await openOffice(fault);
    await leave(paper);
    const { code } = await sign();
    clock.laterMs = 60_000;
    await new Promise(resolve => setTimeout(resolve, 700));
    expect(await print()).toBe('printing');
    await back(paper);
    await waitFor('printed', 20_000);
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(paper.sheets).toHaveLength(1);
    expect((await decodeWithZxing(paper.sheets[0]!.toPng())).qr).toEqual([code]);
  }, 40_000);
}

test('a printer that is back after the visitor has gone prints nothing', async () => {
  const { paper, clock, sign, waitFor } = await openOffice({ paperOut: true });
  await sign();
  clock.laterMs = 3 * 60_000;
  await waitFor('failed', 20_000);
  paper.repair();
  await new Promise(resolve => setTimeout(resolve, 500));
  expect(paper.sheets).toHaveLength(0);
}, 40_000);

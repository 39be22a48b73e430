/** What every way to a printer must keep, whatever the printer does: no slip lost, doubled or late, no false *printed*. */
import { afterEach, describe, expect, test } from 'vitest';
import { makeCode } from '../../src-main/codes/rules.ts';
import { printOnPaper } from '../../src-main/devices/paper.ts';
import { clearingBytes, receiptBytes } from '../../src-main/devices/receipt.ts';
import { slipContent } from '../../src-main/devices/slip.ts';
import type { PrintOutcome, Transport } from '../../src-main/devices/transport.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import type { RealPrinter } from '../../src-main/profile/schema.ts';
import { decodeWithZxing } from '../helpers/decode.ts';
import type { FakePrinter, Fault } from '../helpers/fake-printer.ts';
import { backAfterAMinute } from './back-after-a-minute.ts';

export interface Plugged {
  paper: FakePrinter;
  printer: Transport;
  /** From now on nobody is there; what the printer had in its buffer is gone. */
  unplug(): Promise<void>;
  plugBack(): Promise<void>;
  stop(): Promise<void>;
}

export interface WayToPrinter {
  name: string;
  /** How the profile of an office with such a printer names it. */
  inProfile: RealPrinter;
  /** The printer's answers are heard. */
  asks: boolean;
  /** Said of a printer that is unplugged before anything is sent; a spooler hears of it too late. */
  unplugged: 'no' | 'maybe';
  /** Long enough for a ready printer, and the length of a minute for one that is not. */
  deadlineMs: number;
  /** In which a late slip would show. */
  afterwardsMs: number;
  plugIn(fault: Fault): Promise<Plugged>;
  /**
   * A sound printer behind a dead switch: connecting is neither accepted nor refused until it is plugged back. Only
   * where there is an address; a wire without a printer has no device to open, which is `unplug`.
   */
  unanswered?: { printed: 'no' | 'maybe'; plugIn(): Promise<Plugged> };
}

export const impatience = {
  connectMs: 300,
  answerMs: 250,
  lookMs: 80,
  catchUpMs: 400,
  quietMs: 100,
  hangUpMs: 100,
  closeMs: 300,
};

function newSlip(): { bytes: Buffer; code: string } {
  const code = makeCode('visit');
  const at = new Date('2026-11-23T03:30:00Z');
  const content = slipContent({ kind: 'ticket', bigNumber: 'P-007', code }, defaultProfile, at, false);
  return { bytes: receiptBytes(content, { widthMm: 58, codePage: 'pc858', copyNo: 0 }), code };
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

export function printerFaults(way: WayToPrinter): void {
  describe(`${way.name}, whatever it does`, () => {
    let here: Plugged | undefined;
    const plugIn = async (fault: Fault = {}) => (here = await way.plugIn(fault));

    afterEach(async () => {
      await here?.printer.close();
      await here?.stop();
      const garbage = here?.paper.garbage ?? [];
      here = undefined;
      expect(garbage).toEqual([]);
    });

    /** Every slip that lies cut in the tray, by its code. */
    const codesOf = (paper: FakePrinter) =>
      Promise.all(paper.sheets.map(async sheet => (await decodeWithZxing(sheet.toPng())).qr[0] ?? 'torn'));
    const wholeCodes = async (paper: FakePrinter) => (await codesOf(paper)).filter(code => code !== 'torn');

    const printed: PrintOutcome = way.asks
      ? { printed: 'yes', paperNearEnd: false }
      : { printed: 'maybe', reason: 'unconfirmed' };

    /** The printer is well again, for as long as a late slip would need. */
    async function recover({ paper, unplug, plugBack }: Plugged): Promise<void> {
      paper.repair();
      await pause(way.afterwardsMs);
      await unplug();
      await plugBack();
      await pause(way.afterwardsMs);
    }

    /** After trouble: the first slip came out as often as its outcome allows, and the next comes out once. */
    async function expectNoneLostDoubledOrLate(here: Plugged, first: string, outcome: PrintOutcome) {
      await recover(here);
      const before = (await wholeCodes(here.paper)).filter(code => code === first).length;
      expect(before).toBeLessThanOrEqual(outcome.printed === 'no' ? 0 : 1);
      if (outcome.printed === 'yes') expect(before).toBe(1);
      const next = newSlip();
      const clearing = outcome.printed === 'maybe' ? clearingBytes() : undefined;
      expect(await here.printer.send(next.bytes, way.deadlineMs, clearing)).toMatchObject(printed);
      await pause(100);
      const codes = await wholeCodes(here.paper);
      expect(codes.filter(code => code === next.code)).toHaveLength(1);
      expect(codes.filter(code => code === first)).toHaveLength(before);
    }

    test('a ready printer prints three slips, each once, in order, readable', async () => {
      const { paper, printer } = await plugIn();
      const slips = [newSlip(), newSlip(), newSlip()];
      const outcomes = await Promise.all(slips.map(slip => printer.send(slip.bytes, way.deadlineMs)));
      for (const outcome of outcomes) expect(outcome).toMatchObject(printed);
      await pause(50);
      expect(await codesOf(paper)).toEqual(slips.map(slip => slip.code));
    }, 30_000);

    test('a printer that pushes status reports loses nothing and confuses nobody', async () => {
      const here = await plugIn({ pushesReports: true });
      const slip = newSlip();
      expect(await here.printer.send(slip.bytes, way.deadlineMs)).toMatchObject(printed);
      await expectNoneLostDoubledOrLate(here, slip.code, printed);
    }, 30_000);

    const gone = ['connection-lost', 'silent'];
    const before: [what: string, fault: Fault, reasons: string[]][] = [
      ['without paper', { paperOut: true }, ['paper-out']],
      ['with its cover open', { coverOpen: true }, ['cover-open']],
      ['that takes the connection and never reads', { stalls: true }, ['silent']],
      ['that reads and never answers', { mute: true }, ['silent']],
      ['that breaks the connection at once', { resetsAfter: 1 }, gone],
      ['that hangs up at once', { hangsUpAfter: 1 }, gone],
    ];
    for (const [what, fault, reasons] of before) {
      test(`a printer ${what} is ${way.asks ? 'not given the slip' : 'never said to have printed'}`, async () => {
        const here = await plugIn(fault);
        const slip = newSlip();
        const outcome = await here.printer.send(slip.bytes, way.deadlineMs);
        expect(outcome.printed).not.toBe('yes');
        if (way.asks) expect(outcome).toEqual({ printed: 'no', reason: expect.toBeOneOf(reasons) });
        await expectNoneLostDoubledOrLate(here, slip.code, outcome);
      }, 30_000);
    }

    const during: [what: string, fault: Fault][] = [
      ['runs out of paper in the middle', { paperOut: { afterRows: 300 } }],
      ['breaks the connection in the middle', { resetsAfter: 6_000 }],
      ['hangs up in the middle', { hangsUpAfter: 6_000 }],
      ['loses its power in the middle', { diesAfter: 6_000 }],
    ];
    for (const [what, fault] of during) {
      test(`a printer that ${what} leaves doubt`, async () => {
        const here = await plugIn(fault);
        const slip = newSlip();
        const outcome = await here.printer.send(slip.bytes, way.deadlineMs);
        expect(outcome.printed).toBe('maybe');
        await expectNoneLostDoubledOrLate(here, slip.code, outcome);
      }, 30_000);
    }

    test('a printer that is unplugged prints nothing late when it is back after a long time', async () => {
      const here = await plugIn();
      await here.unplug();
      const slip = newSlip();
      const outcome = await here.printer.send(slip.bytes, way.deadlineMs);
      expect(outcome.printed).toBe(way.unplugged);
      await here.plugBack();
      await pause(way.afterwardsMs);
      expect(here.paper.sheets).toHaveLength(0);
      expect(here.paper.unfinishedRows).toBe(0);
      await expectNoneLostDoubledOrLate(here, slip.code, { printed: 'no' });
    }, 30_000);

    const { unanswered } = way;
    if (unanswered)
      test('a printer whose address never answers prints nothing, not even when it is back', async () => {
        here = await unanswered.plugIn();
        const slip = newSlip();
        const outcome = await here.printer.send(slip.bytes, way.deadlineMs);
        expect(outcome.printed).toBe(unanswered.printed);
        await here.plugBack();
        await pause(way.afterwardsMs);
        expect(here.paper.sheets).toHaveLength(0);
        expect(here.paper.unfinishedRows).toBe(0);
        await expectNoneLostDoubledOrLate(here, slip.code, outcome);
      }, 30_000);

    test('a printer that is unplugged in the middle of a slip leaves doubt', async () => {
      const here = await plugIn({ bytesPerSecond: 4_000 });
      const slip = newSlip();
      const sent = here.printer.send(slip.bytes, way.deadlineMs);
      await expect.poll(() => here.paper.unfinishedRows, { timeout: 5_000 }).toBeGreaterThan(0);
      await here.unplug();
      const outcome = await sent;
      expect(outcome.printed).toBe('maybe');
      await here.plugBack();
      await expectNoneLostDoubledOrLate(here, slip.code, outcome);
    }, 30_000);

    test('stopping in the middle ends soon and says that the outcome is open', async () => {
      const here = await plugIn({ bytesPerSecond: 1_000 });
      const sent = here.printer.send(newSlip().bytes, 60_000);
      const next = here.printer.send(newSlip().bytes, 60_000);
      await expect.poll(() => here.paper.received, { timeout: 5_000 }).toBeGreaterThan(100);
      await here.printer.close();
      expect((await sent).printed).toBe('maybe');
      // A printer that cannot be asked may have taken in the first one already.
      const { printed } = await next;
      expect(printed).toBeOneOf(way.asks ? ['no'] : ['no', 'maybe']);
    }, 30_000);

    if (way.asks)
      test('a slip is not believed because the one before it came out at last', async () => {
        const earlier = newSlip();
        const [{ height } = { height: 0 }] = printOnPaper(earlier.bytes, 58);
        const { paper, printer } = await plugIn({ paperOut: { afterRows: height - 150 } });
        const first = await printer.send(earlier.bytes, way.deadlineMs);
        expect(first).toMatchObject({ printed: 'maybe', reason: 'paper-out' });
        paper.repair();
        paper.fault = { bytesPerSecond: 400 };
        const slip = newSlip();
        const second = await printer.send(slip.bytes, way.deadlineMs);
        const codes = await wholeCodes(paper);
        expect(codes.includes(slip.code)).toBe(second.printed === 'yes');
        expect(second.printed).not.toBe('yes');
      }, 30_000);
  });
  backAfterAMinute(way);
}

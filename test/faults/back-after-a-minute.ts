/** A printer that is back after a minute: the visitor still waits, so the slip comes out once; longer, and it does not. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../src-main/clock.ts';
import type { SlipPrint } from '../../src-main/devices/schema.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import type { Ticket } from '../../src-main/visits/schema.ts';
import { decodeWithZxing } from '../helpers/decode.ts';
import type { Fault } from '../helpers/fake-printer.ts';
import { guestbook, openTestOffice } from '../helpers/station.ts';
import type { Plugged, WayToPrinter } from './printers.ts';

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** The system's clock, both of whose times can be put forward. */
function hurriedClock() {
  const real = systemClock();
  const clock = {
    boot: real.boot,
    passedMs: 0,
    now: () => new Date(real.now().getTime() + clock.passedMs),
    monoMs: () => real.monoMs() + clock.passedMs,
  };
  return clock;
}

/** An office with this printer, whose print queue has the patience of the tests. */
async function openOffice(way: WayToPrinter, fault: Fault) {
  const here = await way.plugIn(fault);
  onTestFinished(async () => {
    await here.printer.close();
    await here.stop();
    expect(here.paper.garbage).toEqual([]);
  });
  const clock = hurriedClock();
  const { station, kiosk } = await openTestOffice({
    profile: { kiosk: { ...defaultProfile.kiosk, printTicket: true }, printer: way.inProfile },
    overrides: {
      clock,
      transports: () => ({
        send: (bytes, _deadlineMs, before) => here.printer.send(bytes, way.deadlineMs, before),
        status: () => here.printer.status(),
        close: () => here.printer.close(),
      }),
    },
  });
  const form = guestbook();
  const read = async () =>
    (await kiosk.get<{ print: SlipPrint }>(`/visits/tickets/${form.submissionId}`)).body.print;
  return {
    here,
    sign: async () => (await kiosk.post<Ticket>('/visits', form)).body.code,
    /** The queue has tried, and knows how it went. */
    tried: () =>
      vi.waitFor(
        async () => {
          const { state, reason } = await station.db
            .selectFrom('print_job')
            .select(['state', 'reason'])
            .executeTakeFirstOrThrow();
          expect(state === 'maybe' || reason !== null).toBe(true);
        },
        { timeout: 10_000, interval: 20 },
      ),
    /** Time goes by, and the queue looks at what waits. */
    pass: (ms: number) => {
      clock.passedMs += ms;
      station.changes.publish([{ seq: 0, what: 'print.awaited' }]);
    },
    expectPrint: (print: SlipPrint) =>
      vi.waitFor(async () => expect(await read()).toBe(print), { timeout: 20_000, interval: 20 }),
  };
}

/** The slips in the tray, by their codes. */
const codesOf = ({ paper }: Plugged) =>
  Promise.all(paper.sheets.map(async sheet => (await decodeWithZxing(sheet.toPng())).qr[0]));

interface Absence {
  what: string;
  fault: Fault;
  leave: (here: Plugged) => unknown;
  back: (here: Plugged) => unknown;
}
const unplugged: Absence = {
  what: 'was unplugged',
  fault: {},
  leave: here => here.unplug(),
  back: here => here.plugBack(),
};
const troubled = (what: string, fault: Fault): Absence => ({
  what,
  fault,
  leave: () => {},
  back: ({ paper }) => paper.repair(),
});
const noPaper = troubled('had no paper', { paperOut: true });

export function backAfterAMinute(way: WayToPrinter): void {
  /** Not one byte of a slip left the station, so the queue may try again by itself. */
  const surelyNot = [
    ...(way.unplugged === 'no' ? [unplugged] : []),
    ...(way.asks
      ? [
          noPaper,
          troubled('had its cover open', { coverOpen: true }),
          troubled('took the connection and did not read', { stalls: true }),
          troubled('read and did not answer', { mute: true }),
          {
            ...troubled('broke every connection', { resetsAfter: 1 }),
            // A wire that broke is plugged in again.
            back: async (here: Plugged) => {
              here.paper.repair();
              await here.unplug();
              await here.plugBack();
            },
          },
        ]
      : []),
  ];
  const inDoubt = [...(way.unplugged === 'no' ? [] : [unplugged]), ...(way.asks ? [] : [noPaper])];

  describe(`${way.name}, away for a minute`, () => {
    for (const { what, fault, leave, back } of surelyNot)
      test(`when it ${what}, the slip comes out once, when it is back`, async () => {
        const { here, sign, tried, pass, expectPrint } = await openOffice(way, fault);
        await leave(here);
        const code = await sign();
        await tried();
        pass(60_000);
        await pause(way.afterwardsMs);
        await expectPrint('printing');
        await back(here);
        pass(15_000);
        await expectPrint(way.asks ? 'printed' : 'unsure');
        pass(15_000);
        await pause(way.afterwardsMs);
        expect(await codesOf(here)).toEqual([code]);
      }, 40_000);

    for (const { what, fault, leave, back } of inDoubt)
      test(`when it ${what}, the slip is never sent a second time`, async () => {
        const { here, sign, tried, pass, expectPrint } = await openOffice(way, fault);
        await leave(here);
        const code = await sign();
        await tried();
        await expectPrint('unsure');
        await back(here);
        pass(60_000);
        await pause(way.afterwardsMs);
        await expectPrint('unsure');
        // A printer that took it in without paper goes on by itself; the spooler's job for one that was away is gone.
        expect(await codesOf(here)).toEqual(fault.paperOut ? [code] : []);
      }, 40_000);

    test('back after the visitor has gone, it prints nothing', async () => {
      const { here, sign, tried, pass, expectPrint } = await openOffice(way, {});
      await here.unplug();
      await sign();
      await tried();
      pass(3 * 60_000);
      await expectPrint(way.unplugged === 'no' ? 'failed' : 'unsure');
      await here.plugBack();
      pass(15_000);
      await pause(way.afterwardsMs);
      expect(here.paper.sheets).toHaveLength(0);
      expect(here.paper.unfinishedRows).toBe(0);
    }, 40_000);
  });
}

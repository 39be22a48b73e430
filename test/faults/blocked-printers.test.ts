/** Printers that hang must cost their own slips only: everything else that the station does goes on. */
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DevicePrinter } from '../../src-main/devices/device-printer.ts';
import { SerialPrinter } from '../../src-main/devices/serial-printer.ts';
import { TcpPrinter } from '../../src-main/devices/tcp-printer.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import { FakePrinter, silentAddress } from '../helpers/fake-printer.ts';
import { plugPty } from '../helpers/pty.ts';
import { guestbook, openTestOffice, temporaryDir } from '../helpers/station.ts';

const visitor = (n: number) =>
  guestbook({}, { name: `Siti ${'ABCDEFGHIJ'[n]}minah`, phone: undefined, email: `siti${n}@contoh.id` });

describe.runIf(process.platform === 'linux')('while four printers hang', () => {
  test('visitors sign in, officers serve them, PINs are checked and files are written', async () => {
    const dir = temporaryDir();
    const stalled = await FakePrinter.start({ stalls: true });
    const silent = await silentAddress();
    onTestFinished(async () => {
      await stalled.stop();
    });
    const [device, serial] = ['lp0', 'ttyUSB0'].map(name => join(dir, name)) as [string, string];
    for (const path of [device, serial]) onTestFinished(plugPty(path).unplug);
    const longPatience = { connectMs: 60_000, answerMs: 60_000, closeMs: 60_000 };
    const host = '127.0.0.1';
    const hanging = [
      new DevicePrinter({ path: device, supportsStatus: true }, longPatience),
      new SerialPrinter({ path: serial, baud: 9_600, flow: 'none', supportsStatus: true }, longPatience),
      new TcpPrinter({ host, port: silent.port, supportsStatus: true }, longPatience),
      new TcpPrinter({ host, port: stalled.port, supportsStatus: true }, longPatience),
    ];
    const [first, ...others] = hanging as [DevicePrinter, ...DevicePrinter[]];
    let ended = 0;
    const sent = others.map(async printer => {
      await printer.send(Buffer.alloc(60_000, 'x'), 60_000);
      ended += 1;
    });
    const office = await openTestOffice({
      profile: {
        kiosk: { ...defaultProfile.kiosk, printTicket: true },
        printer: {
          kind: 'device',
          path: '/dev/usb/lp0',
          widthMm: 58,
          supportsStatus: true,
          codePage: 'pc858',
        },
      },
      overrides: { transports: () => first },
    });
    const front = await office.as('front');
    for (let i = 0; i < 10; i++) {
      expect((await office.kiosk.post('/visits', visitor(i))).status).toBe(200);
      expect((await front.get('/board')).status).toBe(200);
      expect((await office.as('supervisor')).token).toBeTruthy();
    }
    const prints = (await front.get<{ state: string }[]>('/prints')).body.map(print => print.state);
    expect(prints).toHaveLength(10);
    expect(prints.filter(state => state !== 'queued' && state !== 'printing')).toEqual([]);
    expect(ended).toBe(0);
    await silent.close();
    await office.station.close();
    await Promise.all(hanging.map(printer => printer.close()));
    await Promise.all(sent);
  }, 60_000);
});

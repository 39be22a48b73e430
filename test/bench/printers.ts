/** What four printers that hang cost everything else: the kiosk and the counter go on as if they were not there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../src-main/app.ts';
import { DevicePrinter } from '../../src-main/devices/device-printer.ts';
import { SerialPrinter } from '../../src-main/devices/serial-printer.ts';
import { TcpPrinter } from '../../src-main/devices/tcp-printer.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import { openStation } from '../../src-main/station.ts';
import { FakePrinter, silentAddress } from '../helpers/fake-printer.ts';
import { plugPty } from '../helpers/pty.ts';
import { people, testPin } from '../seeds/office.ts';
import { form, ms } from './requests.ts';
import { timesOf } from './served.ts';
import { percentile, type Bench, type BenchSettings } from './table.ts';

const requests = 200;
const goalMs = 50;

export async function printers({ say }: BenchSettings): Promise<Bench> {
  const dir = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  const stalled = await FakePrinter.start({ stalls: true });
  const silent = await silentAddress();
  const [device, serial] = ['lp0', 'ttyUSB0'].map(name => join(dir, name)) as [string, string];
  const wires = [device, serial].map(plugPty);
  const longPatience = { connectMs: 600_000, answerMs: 600_000, closeMs: 600_000 };
  const host = '127.0.0.1';
  const first = new DevicePrinter({ path: device, supportsStatus: true }, longPatience);
  const others = [
    new SerialPrinter({ path: serial, baud: 9_600, flow: 'none', supportsStatus: true }, longPatience),
    new TcpPrinter({ host, port: silent.port, supportsStatus: true }, longPatience),
    new TcpPrinter({ host, port: stalled.port, supportsStatus: true }, longPatience),
  ];
  const station = await openStation(
    { dataDir: join(dir, 'data') },
    { log: pino({ level: 'silent' }), transports: () => first },
  );
  const app = createApp(station);
  const ask = async (door: 'kiosk' | 'staff', path: string, token: string | null, body?: unknown) => {
    const init = {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    };
    const response = await app.fetch(new Request(`http://station/api${path}`, init), { door });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { token: string; id: string }[] & { token: string };
  };
  await ask('staff', '/setup', null, {
    office: defaultProfile.office,
    head: { name: people.admin, pin: testPin },
    lockers: 12,
    pockets: 12,
    printer: { kind: 'device', path: '/dev/usb/lp0', supportsStatus: true },
  });
  const [head] = await ask('staff', '/staff/names', null);
  const { token } = await ask('staff', '/sessions', null, { staffId: head!.id, pin: testPin });

  const rows = [];
  for (const hang of [false, true]) {
    if (hang) {
      say('four printers are given slips that they never take');
      for (const printer of others) void printer.send(Buffer.alloc(60_000, 'x'), 600_000);
      await ask('staff', '/prints/test', token, {});
    }
    const times = [
      ...(await timesOf(requests, () => ask('kiosk', '/visits', null, form()))),
      ...(await timesOf(requests, () => ask('staff', '/board', token))),
      ...(await timesOf(requests, () => ask('staff', '/prints', token))),
    ];
    const which = hang ? 'hang' : 'none';
    const words = hang ? 'while four printers hang' : 'with no printer at work';
    const row = (id: string, what: string, value: number) => ({
      ...ms(`${which}-${id}`, `a request ${words}: ${what}`, value, goalMs),
      // For comparison only.
      ...(!hang && { goal: null }),
    });
    rows.push(row('p95', 'p95', percentile(times, 0.95)), row('longest', 'longest', Math.max(...times)));
  }
  const closing = [first, ...others].map(printer => printer.close());
  await silent.close();
  await station.close();
  for (const wire of wires) wire.unplug();
  await Promise.all(closing);
  await stalled.stop();
  rmSync(dir, { recursive: true, force: true });
  return { dataset: `${requests * 3} requests: signing in, board, prints; the plain door`, rows };
}

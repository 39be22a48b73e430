import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { noCups, startCups } from '../../test/helpers/cups.ts';
import { temporaryDir } from '../../test/helpers/station.ts';
import { readJob, readQueueState } from './cups-commands.ts';
import { stopReason } from './cups-printer.ts';
import { findPrinters, modelOf } from './found.ts';

test('device files and serial ports are found, each with what it says of itself', async () => {
  const dir = temporaryDir();
  mkdirSync(join(dir, 'dev/usb'), { recursive: true });
  mkdirSync(join(dir, 'sys/class/usbmisc/lp0/device'), { recursive: true });
  symlinkSync('/dev/null', join(dir, 'dev/usb/lp0'));
  symlinkSync('/dev/null', join(dir, 'dev/ttyUSB0'));
  symlinkSync('/dev/null', join(dir, 'dev/tty1'));
  writeFileSync(
    join(dir, 'sys/class/usbmisc/lp0/device/ieee1284_id'),
    'MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;\n',
  );
  const machine = { dev: join(dir, 'dev'), sys: join(dir, 'sys'), cupsServer: join(dir, 'nobody') };
  const found = await findPrinters([], { platform: 'linux', ...machine });
  expect(found).toEqual([
    expect.objectContaining({ what: 'EPSON TM-T20II', forbidden: false }),
    expect.objectContaining({ what: null }),
  ]);
  expect(found.map(one => one.printer)).toMatchObject([
    { kind: 'device', path: join(dir, 'dev/usb/lp0') },
    { kind: 'serial', path: join(dir, 'dev/ttyUSB0'), baud: 9_600 },
  ]);
});

test('printers of the profile are among them once', async () => {
  const dir = temporaryDir();
  const machine = { platform: 'linux', dev: dir, sys: dir, cupsServer: join(dir, 'nobody') } as const;
  const tcp = {
    kind: 'tcp',
    host: '192.168.1.50',
    port: 9_100,
    widthMm: 80,
    supportsStatus: true,
    codePage: 'ascii',
  } as const;
  const found = await findPrinters([tcp, { ...tcp, widthMm: 58 }, { kind: 'none' }], machine);
  expect(found.map(one => one.printer)).toEqual([tcp]);
});

test.skipIf(noCups)('a queue of CUPS is found, and the network printer behind it too', async () => {
  const dir = temporaryDir();
  const cups = await startCups();
  onTestFinished(() => cups.stop());
  cups.addQueue('kasir', 9_155);
  const machine = { platform: 'linux', dev: dir, sys: dir, cupsServer: cups.server } as const;
  expect((await findPrinters([], machine)).map(one => one.printer)).toMatchObject([
    { kind: 'tcp', host: '127.0.0.1', port: 9_155 },
    { kind: 'cups', queue: 'kasir', supportsStatus: false },
  ]);
});

test('a model is read from what printers write about themselves, in their several ways', () => {
  expect(modelOf('MANUFACTURER:Xprinter ;COMMAND SET:ESC;MODEL:XP-58;')).toBe('Xprinter XP-58');
  expect(modelOf('')).toBeNull();
});

test('the state of a queue and of a job are read from the words of lpstat', () => {
  const queue = [
    'printer slip disabled since Mon Nov 23 21:37:33 2026 -',
    '\tOut of paper',
    '\tAlerts: media-empty-error paused',
    '\tLocation: ',
  ];
  expect(readQueueState(queue.join('\n'))).toEqual({
    disabled: true,
    reasons: ['media-empty-error', 'paused'],
  });
  expect(stopReason(['media-empty-error'])).toBe('paper-out');
  expect(stopReason(['cover-open'])).toBe('cover-open');
  expect(stopReason(['media-jam-error'])).toBe('fault');
  expect(stopReason(['offline-report', 'media-low-warning'])).toBeNull();
  const jobs = [
    'slip-1    root   1024   Mon Nov 23 21:37:34 2026',
    '\tStatus: Connected to printer.',
    '\tAlerts: job-printing',
    '\tqueued for slip',
    'slip-11   root   1024   Mon Nov 23 21:37:34 2026',
    '\tStatus: ',
    '\tAlerts: job-canceled-by-user',
  ];
  expect(readJob(jobs.join('\n'), 'slip-1')).toEqual({
    status: 'Connected to printer.',
    reasons: ['job-printing'],
  });
  expect(readJob(jobs.join('\n'), 'slip-11')).toEqual({ status: '', reasons: ['job-canceled-by-user'] });
  expect(readJob(jobs.join('\n'), 'slip-2')).toBeNull();
});

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { plugPty } from '../../test/helpers/pty.ts';
import { temporaryDir } from '../../test/helpers/station.ts';
import { Printer } from '../profile/schema.ts';
import { DevicePrinter } from './device-printer.ts';

const slip = Buffer.alloc(60_000, 'x');
const unreachable = { printed: 'no', reason: 'unreachable' };

test('only a device of a printer can be set', () => {
  const may = (path: string) => Printer.safeParse({ kind: 'device', path }).success;
  expect(['/dev/usb/lp0', '/dev/lp1', '/dev/loket-slip'].every(may)).toBe(true);
  expect(['/dev/sda', '/dev/mem', '/dev/usb/../sda', '/tmp/lp0', 'lp0', '/dev/usb/lp0\n'].some(may)).toBe(
    false,
  );
});

describe.runIf(process.platform === 'linux')('on Linux', () => {
  test('a printer that is not plugged in never becomes a file', async () => {
    const path = join(temporaryDir(), 'lp0');
    const printer = new DevicePrinter({ path, supportsStatus: false });
    expect(await printer.send(slip, 300)).toEqual(unreachable);
    expect(existsSync(path)).toBe(false);
  });

  test('a file where the printer should be is left as it is', async () => {
    const path = join(temporaryDir(), 'lp0');
    writeFileSync(path, 'not a printer');
    for (const supportsStatus of [true, false])
      expect(await new DevicePrinter({ path, supportsStatus }).send(slip, 300)).toEqual(unreachable);
    expect(readFileSync(path, 'utf8')).toBe('not a printer');
  });

  test('a pipe nobody reads is no printer, not even to a test', async () => {
    const path = join(temporaryDir(), 'lp0');
    execFileSync('mkfifo', [path]);
    const settings = { path, supportsStatus: false };
    expect(await new DevicePrinter(settings).send(slip, 300)).toEqual(unreachable);
    expect(await new DevicePrinter(settings, {}, { pipeAllowed: true }).send(slip, 300)).toEqual(unreachable);
  });

  test('more blocked printers than there are threads leave every file of the station readable', async () => {
    const dir = temporaryDir();
    const printers = Array.from({ length: 8 }, (_, at) => {
      const path = join(dir, `lp${at}`);
      const pty = plugPty(path);
      onTestFinished(pty.unplug);
      return new DevicePrinter({ path, supportsStatus: false });
    });
    let ended = 0;
    const sent = printers.map(async printer => {
      const outcome = await printer.send(slip, 60_000);
      ended += 1;
      return outcome;
    });
    for (let i = 0; i < 20; i++) await readFile(import.meta.filename);
    expect(ended).toBe(0);
    await Promise.all(printers.map(printer => printer.close()));
    for (const outcome of await Promise.all(sent))
      expect(outcome).toMatchObject({ printed: 'maybe', reason: 'interrupted' });
  });
});

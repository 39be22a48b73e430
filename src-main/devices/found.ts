/** Printers that this machine can see, so that nobody has to know what a device file is. */
import { constants } from 'node:fs';
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Printer, RealPrinter } from '../profile/schema.ts';
import { askCups, readQueues } from './cups-commands.ts';
import { openWinspool } from './winspool.ts';

export interface FoundPrinter {
  /** Ready for the profile; what only the officer can see, such as the width, is as it mostly is. */
  printer: RealPrinter;
  /** What the device says of itself. */
  what: string | null;
  /** The account that runs the station may not use it: it must join the group that may. */
  forbidden: boolean;
}

/** Where to look. */
export interface Machine {
  platform: NodeJS.Platform;
  dev: string;
  sys: string;
  cupsServer?: string;
}

const thisMachine: Machine = { platform: process.platform, dev: '/dev', sys: '/sys' };
const patienceMs = 2_500;
const paper = { widthMm: 58, codePage: 'pc858' } as const;
const printsToFiles = /^(Microsoft (Print to PDF|XPS Document Writer)|Fax|OneNote.*|Send To OneNote.*)$/;

/** Never rejects; what cannot be looked at has no printers. */
export async function findPrinters(
  known: Printer[],
  machine: Machine = thisMachine,
): Promise<FoundPrinter[]> {
  const lists = await Promise.all(
    [deviceFiles(machine), cupsQueues(machine), windowsPrinters(machine), serialPorts(machine)].map(looking =>
      Promise.race([
        looking.catch(() => []),
        new Promise<FoundPrinter[]>(resolve => setTimeout(resolve, patienceMs, []).unref()),
      ]),
    ),
  );
  const tcp = known.filter(one => one.kind === 'tcp').map(printer => found(printer));
  const all = [...lists.flat(), ...tcp];
  return all.filter((one, at) => all.findIndex(other => addressOf(other) === addressOf(one)) === at);
}

async function deviceFiles({ platform, dev, sys }: Machine): Promise<FoundPrinter[]> {
  if (platform !== 'linux') return [];
  const [usb, parallel] = await Promise.all([namesIn(join(dev, 'usb')), namesIn(dev)]);
  const paths = [...usb.map(name => join(dev, 'usb', name)), ...parallel.map(name => join(dev, name))];
  return Promise.all(
    paths
      .filter(path => /\/lp\d{1,2}$/.test(path))
      .map(async path => {
        const printer = { kind: 'device', path, ...paper, supportsStatus: true } as const;
        const id = await readFile(
          join(sys, 'class/usbmisc', path.split('/').at(-1)!, 'device/ieee1284_id'),
          'utf8',
        ).catch(() => '');
        return found(printer, modelOf(id), !(await mayUse(path)));
      }),
  );
}

/** A queue, and the printer itself where the queue leads to one on the network: that way it can be asked. */
async function cupsQueues({ platform, cupsServer: server }: Machine): Promise<FoundPrinter[]> {
  if (platform === 'win32') return [];
  const { out } = await askCups('lpstat', ['-v'], { patienceMs, server });
  return readQueues(out).flatMap(({ queue, device }) => {
    const cups = found({ kind: 'cups', queue, ...paper, supportsStatus: false }, withoutPassword(device));
    const network = /^socket:\/\/([^/:?]+)(?::(\d+))?/.exec(device);
    if (!network) return [cups];
    const [, host = '', port = '9100'] = network;
    return [found({ kind: 'tcp', host, port: Number(port), ...paper, supportsStatus: true }, queue), cups];
  });
}

async function windowsPrinters({ platform }: Machine): Promise<FoundPrinter[]> {
  if (platform !== 'win32') return [];
  const names = await (await openWinspool()).printers();
  return names
    .filter(name => !printsToFiles.test(name))
    .map(name => found({ kind: 'windows', name, ...paper, supportsStatus: false }));
}

async function serialPorts({ platform, dev }: Machine): Promise<FoundPrinter[]> {
  const usual = { baud: 9_600, flow: 'none', ...paper, supportsStatus: true } as const;
  if (platform !== 'linux') {
    const { SerialPort } = await import('serialport');
    const ports = await SerialPort.list();
    return ports.map(({ path, manufacturer }) => found({ kind: 'serial', path, ...usual }, manufacturer));
  }
  // Not the library's list: it runs udevadm and brings the station down where that is missing.
  const names = (await namesIn(dev)).filter(name => /^(tty(USB|ACM)\d{1,3}|rfcomm\d{1,2})$/.test(name));
  return Promise.all(
    names.map(async name => {
      const path = join(dev, name);
      return found({ kind: 'serial', path, ...usual }, null, !(await mayUse(path)));
    }),
  );
}

function found(printer: RealPrinter, what: string | null = null, forbidden = false): FoundPrinter {
  return { printer, what, forbidden };
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).toSorted((one, other) => one.localeCompare(other));
}

async function mayUse(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** `MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;` */
export function modelOf(ieee1284: string): string | null {
  const value = (...names: string[]) =>
    names.map(name => new RegExp(`(?:^|;)\\s*${name}:([^;]+)`).exec(ieee1284)?.[1]?.trim()).find(Boolean);
  const words = [value('MFG', 'MANUFACTURER'), value('MDL', 'MODEL')].filter(word => word !== undefined);
  return words.length > 0 ? words.join(' ') : null;
}

function withoutPassword(uri: string): string {
  return uri.replace(/:\/\/[^/@]*@/, '://');
}

function addressOf({ printer }: FoundPrinter): string {
  switch (printer.kind) {
    case 'tcp':
      return `tcp ${printer.host}:${printer.port}`;
    case 'cups':
      return `cups ${printer.queue}`;
    case 'windows':
      return `windows ${printer.name}`;
    case 'device':
    case 'serial':
      return `${printer.kind} ${printer.path}`;
  }
}

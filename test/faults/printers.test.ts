/** Each way to a printer against the faults of `printers.ts`, as far as it can be had on this machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { CupsPrinter } from '../../src-main/devices/cups-printer.ts';
import { DevicePrinter } from '../../src-main/devices/device-printer.ts';
import { SerialPrinter } from '../../src-main/devices/serial-printer.ts';
import { TcpPrinter } from '../../src-main/devices/tcp-printer.ts';
import type { Transport } from '../../src-main/devices/transport.ts';
import { WindowsPrinter } from '../../src-main/devices/windows-printer.ts';
import { noCups, startCups, type Cups } from '../helpers/cups.ts';
import { FakePrinter, silentAddress, type Fault } from '../helpers/fake-printer.ts';
import { FakeSpooler } from '../helpers/fake-spooler.ts';
import { plugPty, type Pty } from '../helpers/pty.ts';
import { impatience, printerFaults, type Plugged } from './printers.ts';

async function onNetwork(fault: Fault, way: (port: number) => Transport): Promise<Plugged> {
  const paper = await FakePrinter.start(fault);
  return {
    paper,
    printer: way(paper.port),
    unplug: () => paper.turnOff(),
    plugBack: () => paper.turnOn(),
    stop: () => paper.stop(),
  };
}

async function behindDeadSwitch(fault: Fault, way: (port: number) => Transport): Promise<Plugged> {
  const silent = await silentAddress();
  const paper = FakePrinter.withWire(fault);
  let dead = true;
  return {
    paper,
    printer: way(silent.port),
    unplug: () => paper.turnOff(),
    plugBack: async () => {
      if (dead) await silent.close();
      dead = false;
      await paper.turnOn(silent.port);
    },
    stop: async () => {
      if (dead) await silent.close();
      await paper.stop();
    },
  };
}

async function onWire(fault: Fault, way: (path: string) => Transport): Promise<Plugged> {
  const dir = mkdtempSync(join(tmpdir(), 'loket-wire-'));
  const path = join(dir, 'lp0');
  const paper = FakePrinter.withWire(fault);
  let pty: Pty | null = null;
  const plugBack = async () => {
    pty = plugPty(path);
    paper.plugIn(pty.stream);
    const mine = pty;
    mine.stream.on('close', () => mine.unplug());
  };
  const unplug = async () => {
    pty?.unplug();
    paper.losePower();
  };
  await plugBack();
  return {
    paper,
    printer: way(path),
    unplug,
    plugBack,
    stop: async () => {
      await unplug();
      await paper.stop();
      rmSync(dir, { recursive: true });
    },
  };
}

/**
 * Opening a serial port throws away what the last conversation left in it. A real one is empty when it says so; a
 * pseudo terminal says so when the bytes wait for the printer's end to read them.
 */
function oneByOne(printer: Transport): Transport {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    send: (...slip) => {
      const sent = turn.then(() => printer.send(...slip));
      turn = sent.then(() => new Promise(resolve => setTimeout(resolve, 100)));
      return sent;
    },
    status: () => printer.status(),
    close: () => printer.close(),
  };
}

const paper = { widthMm: 58, codePage: 'pc858' } as const;
const quick = { deadlineMs: 900, afterwardsMs: 60, unplugged: 'no' } as const;

for (const supportsStatus of [true, false]) {
  const how = supportsStatus ? 'that is asked' : 'that cannot be asked';
  const faulty = (fault: Fault): Fault => (supportsStatus ? fault : { mute: true, ...fault });
  const overTcp = (port: number) => new TcpPrinter({ host: '127.0.0.1', port, supportsStatus }, impatience);
  printerFaults({
    name: `a network printer ${how}`,
    inProfile: { kind: 'tcp', host: '127.0.0.1', port: 9_100, supportsStatus, ...paper },
    asks: supportsStatus,
    ...quick,
    plugIn: fault => onNetwork(faulty(fault), overTcp),
    unanswered: { printed: 'no', plugIn: () => behindDeadSwitch(faulty({}), overTcp) },
  });
  describe.runIf(process.platform === 'linux')('on a wire', () => {
    printerFaults({
      name: `a printer at a device file ${how}`,
      inProfile: { kind: 'device', path: '/dev/usb/lp0', supportsStatus, ...paper },
      asks: supportsStatus,
      ...quick,
      plugIn: fault => onWire(faulty(fault), path => new DevicePrinter({ path, supportsStatus }, impatience)),
    });
    printerFaults({
      name: `a printer on a serial port ${how}`,
      inProfile: {
        kind: 'serial',
        path: '/dev/ttyUSB0',
        baud: 115_200,
        flow: 'none',
        supportsStatus,
        ...paper,
      },
      asks: supportsStatus,
      ...quick,
      plugIn: fault =>
        onWire(faulty(fault), path =>
          oneByOne(new SerialPrinter({ path, baud: 115_200, flow: 'none', supportsStatus }, impatience)),
        ),
    });
  });
}

const quickSpooler = { lookMs: 30, callMs: 200, deleteMs: 300 };
printerFaults({
  name: 'a printer of Windows',
  inProfile: { kind: 'windows', name: 'Slip', supportsStatus: false, ...paper },
  asks: false,
  ...quick,
  unplugged: 'maybe',
  plugIn: async fault => {
    const paper = FakePrinter.withWire(fault);
    const spooler = new FakeSpooler(paper);
    return {
      paper,
      printer: new WindowsPrinter({ name: 'Slip' }, async () => spooler, quickSpooler),
      unplug: async () => {
        spooler.plugged = false;
        paper.losePower();
      },
      plugBack: async () => {
        spooler.plugged = true;
      },
      stop: async () => {
        spooler.stop();
        await paper.stop();
      },
    };
  },
});

describe.skipIf(noCups)(`a raw queue of CUPS${noCups ? ` (not exercised: ${noCups})` : ''}`, () => {
  let cups: Cups;
  let queues = 0;
  beforeAll(async () => {
    cups = await startCups();
  }, 30_000);
  afterAll(() => cups?.stop());

  const overQueue = (port: number) => {
    const queue = `slip${++queues}`;
    cups.addQueue(queue, port);
    const patience = { lookMs: 60, reachMs: 600 };
    return new CupsPrinter({ queue }, patience, { server: cups.server });
  };
  printerFaults({
    name: 'to a network printer',
    inProfile: { kind: 'cups', queue: 'slip', supportsStatus: false, ...paper },
    asks: false,
    deadlineMs: 3_000,
    afterwardsMs: 300,
    unplugged: 'no',
    plugIn: fault => onNetwork(fault, overQueue),
    // Once its job is cancelled, CUPS no longer says whether it had got through at last.
    unanswered: { printed: 'maybe', plugIn: () => behindDeadSwitch({}, overQueue) },
  });
});

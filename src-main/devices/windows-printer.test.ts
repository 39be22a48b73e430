import { expect, onTestFinished, test } from 'vitest';
import { FakePrinter } from '../../test/helpers/fake-printer.ts';
import { FakeSpooler } from '../../test/helpers/fake-spooler.ts';
import { stateOfPrinter, troubleOfJob, WindowsPrinter } from './windows-printer.ts';
import { openWinspool, winspoolTypes } from './winspool.ts';

const impatience = { lookMs: 10, callMs: 60, deleteMs: 100 };
const slip = Buffer.from('\x1b@Slip\n\n\n\x1dV\x01', 'latin1');

function plugIn(): { spooler: FakeSpooler; paper: FakePrinter; printer: WindowsPrinter } {
  const paper = FakePrinter.withWire();
  const spooler = new FakeSpooler(paper);
  const printer = new WindowsPrinter({ name: 'Slip' }, async () => spooler, impatience);
  onTestFinished(async () => {
    spooler.stop();
    await paper.stop();
  });
  return { spooler, paper, printer };
}

test('what a driver knows of its printer is believed before a slip is given to it', async () => {
  const { spooler, printer, paper } = plugIn();
  spooler.printerStatus = 0x10;
  expect(await printer.status()).toEqual({ state: 'paper-out', paperNearEnd: false });
  expect(await printer.send(slip, 500)).toEqual({ printed: 'no', reason: 'paper-out' });
  spooler.printerStatus = 0;
  spooler.attributes = 0x400;
  expect(await printer.send(slip, 500)).toEqual({ printed: 'no', reason: 'offline' });
  expect(spooler.waitingJobs + paper.sheets.length).toBe(0);
});

test('the states of winspool.h are told in our words', () => {
  const printer = (status: number) => stateOfPrinter(status, 0);
  expect([0x400000, 0x10, 0x8, 0x80, 0x2, 0].map(printer)).toEqual([
    'cover-open',
    'paper-out',
    'fault',
    'offline',
    'fault',
    null,
  ]);
  expect([0x40, 0x20, 0x2, 0x10].map(troubleOfJob)).toEqual(['paper-out', 'offline', 'fault', null]);
});

test('a job for a printer that is off is taken back when its time is over', async () => {
  const { spooler, printer } = plugIn();
  spooler.plugged = false;
  expect(await printer.send(slip, 100)).toMatchObject({ printed: 'maybe', reason: 'offline' });
  expect(spooler.waitingJobs).toBe(0);
});

test('a printer that Windows does not know prints nothing', async () => {
  const spooler = new FakeSpooler(FakePrinter.withWire());
  const printer = new WindowsPrinter({ name: 'Fax' }, async () => spooler, impatience);
  expect(await printer.send(slip, 100)).toEqual({ printed: 'no', reason: 'unreachable' });
  spooler.stop();
});

test('a call that does not come back is waited for before the next one is made', async () => {
  const { spooler, printer } = plugIn();
  let comeBack = () => {};
  spooler.hangs = new Promise<void>(resolve => (comeBack = resolve));
  for (let i = 0; i < 5; i++)
    expect(await printer.send(slip, 500)).toEqual({ printed: 'no', reason: 'silent' });
  expect(spooler.calls).toBe(1);
  spooler.hangs = null;
  comeBack();
  await expect.poll(async () => (await printer.send(slip, 500)).printed, { timeout: 2_000 }).toBe('maybe');
});

test('the structures have the layout that winspool.h gives them', async () => {
  const { koffi, documentInfo, printerInfo4, attributesAt, jobStatusAt } = await winspoolTypes();
  const pointer = koffi.sizeof('void *');
  expect(koffi.sizeof(documentInfo)).toBe(3 * pointer);
  expect(koffi.sizeof(printerInfo4)).toBe(3 * pointer);
  const printerInfo5 = koffi.struct({
    name: 'void *',
    port: 'void *',
    Attributes: 'uint32',
    a: 'uint32',
    b: 'uint32',
  });
  expect(koffi.offsetof(printerInfo5, 'Attributes')).toBe(attributesAt);
  const pointers = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map(name => [name, 'void *']));
  const jobInfo1 = koffi.struct({ JobId: 'uint32', ...pointers, Status: 'uint32' });
  expect(koffi.offsetof(jobInfo1, 'Status')).toBe(jobStatusAt);
});

test.skipIf(process.platform === 'win32')(
  'elsewhere than on Windows there is no spooler, and that is said',
  async () => {
    const printer = new WindowsPrinter({ name: 'Slip' }, openWinspool);
    expect(await printer.status()).toEqual({ state: 'unreachable', paperNearEnd: false });
  },
);

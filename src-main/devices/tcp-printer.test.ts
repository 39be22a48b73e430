import { afterEach, expect, test } from 'vitest';
import { decodeWithZxing } from '../../test/helpers/decode.ts';
import { FakePrinter, silentAddress, type Fault } from '../../test/helpers/fake-printer.ts';
import { makeCode } from '../codes/rules.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { receiptBytes } from './receipt.ts';
import { slipContent } from './slip.ts';
import { TcpPrinter } from './tcp-printer.ts';

const deadlineMs = 700;
const impatience = { connectMs: 300, answerMs: 150, lookMs: 80, hangUpMs: 100, closeMs: 300 };
const code = makeCode('visit');
const content = slipContent(
  { kind: 'ticket', bigNumber: 'P-007', code },
  defaultProfile,
  new Date('2026-11-23T03:30:00Z'),
  false,
);
const slip = receiptBytes(content, { widthMm: 58, codePage: 'pc858', copyNo: 0 });

let fake: FakePrinter | undefined;
let printer: TcpPrinter | undefined;

async function plugIn(fault: Fault = {}, supportsStatus = true): Promise<[FakePrinter, TcpPrinter]> {
  fake = await FakePrinter.start(fault);
  printer = new TcpPrinter({ host: '127.0.0.1', port: fake.port, supportsStatus }, impatience);
  return [fake, printer];
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

afterEach(async () => {
  await printer?.close();
  await fake?.stop();
  const garbage = fake?.garbage ?? [];
  fake = undefined;
  printer = undefined;
  expect(garbage).toEqual([]);
});

test('a ready printer prints the slip once, says so, and its symbols are readable', async () => {
  const [paper, tcp] = await plugIn();
  expect(await tcp.send(slip, deadlineMs)).toEqual({ printed: 'yes', paperNearEnd: false });
  expect(paper.sheets).toHaveLength(1);
  expect(await decodeWithZxing(paper.sheets[0]!.toPng())).toEqual({ code128: [code], qr: [code] });
  expect(paper.unfinishedRows).toBe(0);
});

test('a ready printer has printed and said so without waiting for its deadline', async () => {
  const [, tcp] = await plugIn();
  // Longer than a test may take.
  expect(await tcp.send(slip, 600_000)).toMatchObject({ printed: 'yes' });
});

test('paper that is about to end is mentioned', async () => {
  const [, tcp] = await plugIn({ paperNearEnd: true });
  expect(await tcp.send(slip, deadlineMs)).toEqual({ printed: 'yes', paperNearEnd: true });
  expect(await tcp.status()).toEqual({ state: 'ready', paperNearEnd: true });
});

test('ten slips at once come out one after the other, each once', async () => {
  const [paper, tcp] = await plugIn();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => tcp.send(slip, deadlineMs)));
  expect(outcomes.every(one => one.printed === 'yes')).toBe(true);
  expect(paper.sheets).toHaveLength(10);
});

test('a printer that pushes status reports confuses nobody and loses nothing', async () => {
  const [paper, tcp] = await plugIn({ pushesReports: true, bytesPerSecond: 60_000 });
  expect(await tcp.send(slip, 5_000)).toEqual({ printed: 'yes', paperNearEnd: false });
  expect(paper.sheets).toHaveLength(1);
});

test('reports pushed by a printer that prints nothing are not taken for its answer', async () => {
  const [paper, tcp] = await plugIn({ pushesReports: true, noFence: true });
  expect(await tcp.send(slip, 600)).toMatchObject({ printed: 'maybe', reason: 'too-slow' });
  expect(paper.sheets.length).toBeLessThanOrEqual(1);
});

test('a slow printer is waited for, and is not believed before it is done', async () => {
  const [paper, tcp] = await plugIn({ bytesPerSecond: 20_000 });
  expect(await tcp.send(slip, 5_000)).toMatchObject({ printed: 'yes' });
  expect(paper.sheets).toHaveLength(1);
});

test('a printer slower than the deadline leaves doubt, and what follows is not doubled', async () => {
  const [paper, tcp] = await plugIn({ bytesPerSecond: 2_000 });
  expect(await tcp.send(slip, 400)).toMatchObject({ printed: 'maybe', reason: 'too-slow' });
  await tcp.close();
  paper.fault = {};
  await pause(200);
  expect(paper.sheets.length).toBeLessThanOrEqual(1);
});

const refusals: [what: string, fault: Fault, reason: string][] = [
  ['without paper', { paperOut: true }, 'paper-out'],
  ['with its cover open', { coverOpen: true }, 'cover-open'],
  ['with a jam', { jammed: true }, 'fault'],
  ['switched offline', { offline: true }, 'offline'],
  ['that takes the connection and never reads', { stalls: true }, 'silent'],
  ['that reads and never answers', { mute: true }, 'silent'],
  ['that breaks the connection at once', { resetsAfter: 1 }, 'connection-lost'],
  ['that hangs up at once', { hangsUpAfter: 1 }, 'connection-lost'],
];

for (const [what, fault, reason] of refusals) {
  test(`a printer ${what} is not given the slip, which never comes out later`, async () => {
    const [paper, tcp] = await plugIn(fault);
    expect(await tcp.send(slip, deadlineMs)).toEqual({ printed: 'no', reason });
    expect(await tcp.status()).toMatchObject({ state: reason });
    paper.repair();
    await pause(50);
    expect(paper.sheets).toHaveLength(0);
    expect(paper.unfinishedRows).toBe(0);
  });
}

test('a printer that is off prints nothing, not even when it is switched on again', async () => {
  const [paper, tcp] = await plugIn();
  await paper.turnOff();
  expect(await tcp.send(slip, deadlineMs)).toEqual({ printed: 'no', reason: 'unreachable' });
  await paper.turnOn();
  await pause(100);
  expect(paper.sheets).toHaveLength(0);
  expect(await tcp.send(slip, deadlineMs)).toMatchObject({ printed: 'yes' });
});

test('an address that neither accepts nor refuses is given up within three seconds', async () => {
  const silent = await silentAddress();
  printer = new TcpPrinter({ host: '127.0.0.1', port: silent.port, supportsStatus: true });
  const began = performance.now();
  expect((await printer.send(slip, 10_000)).printed).toBe('no');
  expect(performance.now() - began).toBeLessThan(3_000);
  await silent.close();
});

const doubts: [what: string, fault: Fault, reason: string][] = [
  ['runs out of paper in the middle', { paperOut: { afterRows: 300 } }, 'paper-out'],
  ['breaks the connection in the middle', { resetsAfter: 6_000 }, 'connection-lost'],
  ['hangs up in the middle', { hangsUpAfter: 6_000 }, 'connection-lost'],
  ['loses its power in the middle', { diesAfter: 6_000 }, 'too-slow'],
  ['breaks the connection on the last byte', { resetsAfter: slip.length + 9 }, 'connection-lost'],
  [
    'stops with its buffer full, so that it cannot even be asked why,',
    { paperOut: { afterRows: 20 } },
    'too-slow',
  ],
  ['never says that it is done', { noFence: true }, 'too-slow'],
];

for (const [what, fault, reason] of doubts) {
  test(`a printer that ${what} leaves doubt`, async () => {
    const [paper, tcp] = await plugIn(fault);
    expect(await tcp.send(slip, deadlineMs)).toMatchObject({ printed: 'maybe', reason });
    expect(paper.sheets.length).toBeLessThanOrEqual(1);
  });
}

test('after paper ran out in the middle, the next slip is whole again', async () => {
  const [paper, tcp] = await plugIn({ paperOut: { afterRows: 500 } });
  expect(await tcp.send(slip, deadlineMs)).toMatchObject({ printed: 'maybe', reason: 'paper-out' });
  paper.repair();
  await pause(100);
  const before = paper.sheets.length;
  expect(await tcp.send(slip, deadlineMs)).toMatchObject({ printed: 'yes' });
  expect(paper.sheets).toHaveLength(before + 1);
  expect(await decodeWithZxing(paper.sheets.at(-1)!.toPng())).toEqual({ code128: [code], qr: [code] });
});

const unasked: [what: string, fault: Fault, reason: string, sheets: number][] = [
  ['prints', { mute: true }, 'unconfirmed', 1],
  ['has no paper', { mute: true, paperOut: true }, 'unconfirmed', 0],
  ['never reads', { stalls: true }, 'unconfirmed', 0],
  ['breaks the connection', { mute: true, resetsAfter: 4_000 }, 'connection-lost', 0],
];

for (const [what, fault, reason, sheets] of unasked) {
  test(`a printer that cannot be asked and ${what} always leaves doubt`, async () => {
    const [paper, tcp] = await plugIn(fault, false);
    expect(await tcp.send(slip, deadlineMs)).toMatchObject({ printed: 'maybe', reason });
    expect(paper.sheets).toHaveLength(sheets);
  });
}

test('a printer that cannot be asked and is off has printed nothing', async () => {
  const [paper, tcp] = await plugIn({}, false);
  await paper.turnOff();
  expect(await tcp.send(slip, deadlineMs)).toEqual({ printed: 'no', reason: 'unreachable' });
});

test('the status of a printer that only half answers says so, before a slip is in doubt', async () => {
  const [, tcp] = await plugIn({ noFence: true });
  expect(await tcp.status()).toEqual({ state: 'silent', paperNearEnd: false });
});

test('a printer that somebody else is using is not waited for', async () => {
  const [paper, tcp] = await plugIn();
  const other = new TcpPrinter({ host: '127.0.0.1', port: paper.port, supportsStatus: true }, impatience);
  paper.fault = { bytesPerSecond: 4_000 };
  const first = other.send(slip, 10_000);
  await pause(50);
  expect(await tcp.send(slip, deadlineMs)).toEqual({ printed: 'no', reason: 'silent' });
  paper.fault = {};
  expect(await first).toMatchObject({ printed: 'yes' });
  expect(paper.sheets).toHaveLength(1);
  await other.close();
});

test('stopping in the middle ends at once and says that the outcome is open', async () => {
  const [, tcp] = await plugIn({ bytesPerSecond: 1_000 });
  const sent = tcp.send(slip, 60_000);
  const next = tcp.send(slip, 60_000);
  await pause(100);
  const began = performance.now();
  await tcp.close();
  expect(performance.now() - began).toBeLessThan(500);
  expect(await sent).toMatchObject({ printed: 'maybe', reason: 'interrupted' });
  expect(await next).toEqual({ printed: 'no', reason: 'interrupted' });
});

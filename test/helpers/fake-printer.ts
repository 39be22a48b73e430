/**
 * A receipt printer to plug into tests. It interprets every byte it takes in and keeps the sheets it prints, answers
 * status questions as real ones do (DLE EOT at once, even when stopped; GS r in its turn), takes one connection at
 * a time and has a small input buffer, so that a slip it does not get through stays in the sender's machine.
 */
import { createServer, type Server, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { Bitmap } from '../../src-main/devices/bitmap.ts';
import { Garbled, Paper, type WidthMm } from '../../src-main/devices/paper.ts';

export interface Fault {
  /** Answers nothing; prints all the same. */
  mute?: boolean;
  /** Answers DLE EOT but never GS r, as some copies do. */
  noFence?: boolean;
  /** Takes the connection and never reads. */
  stalls?: boolean;
  /** Has no paper from the start, or runs out after so many rows of dots. */
  paperOut?: boolean | { afterRows: number };
  paperNearEnd?: boolean;
  coverOpen?: boolean;
  jammed?: boolean;
  offline?: boolean;
  /** Breaks the connection when it has taken in so many bytes. */
  resetsAfter?: number;
  /** Hangs up in good order when it has taken in so many bytes, and prints no more. */
  hangsUpAfter?: number;
  /** Loses power when it has taken in so many bytes: neither prints nor answers, the connection stays. */
  diesAfter?: number;
  /** Pushes status reports of four bytes that nobody asked for. */
  pushesReports?: boolean;
  bytesPerSecond?: number;
}

const inputBuffer = 4_096;

export class FakePrinter {
  readonly widthMm: WidthMm;
  fault: Fault = {};
  /** What a real printer would have printed as garbage. */
  garbage: Garbled[] = [];
  /** All bytes taken in, questions included. */
  received = 0;
  /** When more than questions was first taken in, since `watch()`. */
  slipBeganAt: number | null = null;
  #watchedFrom = 0;
  connections = 0;
  #paper: Paper;
  #input: Uint8Array[] = [];
  #waitingBytes = 0;
  #socket: Socket | null = null;
  #waiting: Socket[] = [];
  #server: Server;
  #tail: number[] = [];
  #out = false;
  #dead = false;
  #timer: NodeJS.Timeout;

  private constructor(widthMm: WidthMm) {
    this.widthMm = widthMm;
    this.#paper = this.#freshPaper();
    this.#server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, socket => this.#take(socket));
    this.#timer = setInterval(() => this.#tick(), 5);
  }

  static async start(fault: Fault = {}, widthMm: WidthMm = 58): Promise<FakePrinter> {
    const printer = new FakePrinter(widthMm);
    printer.fault = fault;
    await printer.turnOn(0);
    return printer;
  }

  /** With a wire of its own instead of an address; see `plugIn`. */
  static withWire(fault: Fault = {}, widthMm: WidthMm = 58): FakePrinter {
    const printer = new FakePrinter(widthMm);
    printer.fault = fault;
    return printer;
  }

  /** The wire to the machine it hangs on: one conversation that never ends, until it is destroyed. */
  plugIn(wire: Socket): void {
    this.#take(wire);
  }

  /** Its power is gone, and with it what it had in its buffer. */
  losePower(): void {
    this.#forget();
    this.#dead = false;
    this.#out = false;
    const { sheets } = this.#paper;
    this.#paper = this.#freshPaper();
    this.#paper.sheets.push(...sheets);
  }

  /** For a job of a spooler, which only hands over and does not notice when the printer fails meanwhile. */
  takeIn(bytes: Uint8Array): void {
    const { resetsAfter, hangsUpAfter, diesAfter } = this.fault;
    const most = Math.min(resetsAfter ?? Infinity, hangsUpAfter ?? Infinity, diesAfter ?? Infinity);
    const taken = Buffer.from(bytes.subarray(0, most));
    this.received += taken.length;
    this.#input.push(taken);
    this.#waitingBytes += taken.length;
  }

  port = 0;

  get sheets(): Bitmap[] {
    return this.#paper.sheets;
  }

  /** Rows of a slip that was begun and not cut. */
  get unfinishedRows(): number {
    return this.#paper.uncutRows;
  }

  async turnOn(port = this.port): Promise<void> {
    await new Promise<void>(resolve => this.#server.listen(port, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address && typeof address === 'object') this.port = address.port;
  }

  /** Nobody answers at its address any more; what it had in its buffer is gone. */
  async turnOff(): Promise<void> {
    const closed = new Promise<void>(resolve => this.#server.close(() => resolve()));
    for (const socket of [this.#socket, ...this.#waiting]) socket?.destroy();
    this.losePower();
    await closed;
  }

  /** Paper in, cover closed: goes on where it stopped. */
  repair(): void {
    this.#out = false;
    this.fault = {};
  }

  /** Notes when the next slip begins to come in. */
  watch(): void {
    this.slipBeganAt = null;
    this.#watchedFrom = this.received;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#server.listening) await this.turnOff();
  }

  #freshPaper(): Paper {
    return new Paper(this.widthMm, () => {
      if (!this.fault.mute && !this.fault.noFence) this.#say([this.fault.paperNearEnd ? 0x03 : 0x00]);
    });
  }

  #take(socket: Socket): void {
    this.connections += 1;
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#waiting = this.#waiting.filter(one => one !== socket);
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#serveNext();
    });
    this.#waiting.push(socket);
    this.#serveNext();
  }

  #serveNext(): void {
    if (this.#socket) return;
    const socket = this.#waiting.shift();
    if (!socket) return;
    this.#socket = socket;
    socket.on('data', chunk => this.#hear(socket, chunk));
    // The network part hangs up at once; the printing part goes on with what it was given.
    socket.on('end', () => socket.end());
    if (this.fault.stalls) socket.pause();
    else socket.resume();
  }

  #hear(socket: Socket, chunk: Buffer): void {
    if (this.received + chunk.length - this.#watchedFrom > 20) this.slipBeganAt ??= performance.now();
    for (const byte of chunk) {
      this.received += 1;
      if (this.#breaksDown(socket)) return;
      if (!this.#dead) this.#answerAtOnce(byte);
    }
    if (this.#dead) return;
    this.#input.push(chunk);
    this.#waitingBytes += chunk.length;
    // As a printer does, with its mechanics beside its network part.
    if (this.fault.bytesPerSecond === undefined) setImmediate(() => this.#print(Infinity));
    if (this.#waitingBytes >= inputBuffer) socket.pause();
  }

  #breaksDown(socket: Socket): boolean {
    const { resetsAfter, hangsUpAfter, diesAfter } = this.fault;
    if (diesAfter !== undefined && this.received >= diesAfter) this.#dead = true;
    if (resetsAfter !== undefined && this.received >= resetsAfter) {
      this.#forget();
      if (this.port === 0) socket.destroy();
      else socket.resetAndDestroy();
      return true;
    }
    if (hangsUpAfter !== undefined && this.received >= hangsUpAfter) {
      this.#dead = true;
      this.#forget();
      if (this.port === 0) socket.destroy();
      else socket.end();
      return true;
    }
    return false;
  }

  /** Printers look for these three bytes in all they take in, wherever they stand. */
  #answerAtOnce(byte: number): void {
    this.#tail = [...this.#tail.slice(-2), byte];
    const [dle, eot, n] = this.#tail;
    if (dle !== 0x10 || eot !== 0x04 || n === undefined || n < 1 || n > 4) return;
    if (this.fault.mute) return;
    const { coverOpen, jammed, offline } = this.fault;
    const out = this.#isOut();
    const stopped = out || coverOpen || jammed || offline;
    this.#say([
      [
        0x16 | (stopped ? 0x08 : 0),
        0x12 | (coverOpen ? 0x04 : 0) | (out ? 0x20 : 0) | (jammed ? 0x40 : 0),
        0x12 | (jammed ? 0x08 : 0),
        0x12 | (this.fault.paperNearEnd ? 0x0c : 0) | (out ? 0x60 : 0),
      ][n - 1]!,
    ]);
  }

  #isOut(): boolean {
    const { paperOut } = this.fault;
    if (typeof paperOut === 'object' && this.#paper.uncutRows >= paperOut.afterRows) this.#out = true;
    return this.#out || paperOut === true;
  }

  #print(most: number): void {
    let budget = most;
    while (budget > 0 && this.#waitingBytes > 0 && !this.#dead) {
      if (this.#isOut() || this.fault.coverOpen || this.fault.jammed || this.fault.offline) return;
      const [chunk] = this.#input as [Uint8Array];
      // In small pieces: it may run out of paper anywhere.
      const piece = chunk.subarray(0, Math.min(budget, 16));
      if (piece.length < chunk.length) this.#input[0] = chunk.subarray(piece.length);
      else this.#input.shift();
      this.#waitingBytes -= piece.length;
      budget -= piece.length;
      try {
        this.#paper.feed(piece);
      } catch (error) {
        if (!(error instanceof Garbled)) throw error;
        this.garbage.push(error);
        this.#paper = this.#freshPaper();
      }
    }
  }

  #tick(): void {
    this.#print(this.fault.bytesPerSecond === undefined ? Infinity : this.fault.bytesPerSecond / 200);
    const socket = this.#socket;
    if (!socket) return;
    if (this.fault.pushesReports) this.#say([0x14, 0x00, 0x00, 0x0f]);
    if (this.#waitingBytes < inputBuffer && socket.isPaused() && !this.fault.stalls) socket.resume();
  }

  #forget(): void {
    this.#input = [];
    this.#waitingBytes = 0;
  }

  #say(bytes: number[]): void {
    if (this.#socket?.writable) this.#socket.write(Uint8Array.from(bytes));
  }
}

/** An address where connecting is neither accepted nor refused, as with a printer behind a dead switch. */
export async function silentAddress(): Promise<{ port: number; close: () => Promise<unknown> }> {
  const worker = new Worker(
    `const net = require('node:net');
     const { parentPort } = require('node:worker_threads');
     const server = net.createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
       const port = server.address().port;
       for (let i = 0; i < 4; i++) net.connect(port, '127.0.0.1').on('error', () => {});
       parentPort.postMessage(port);
       setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
     });`,
    { eval: true },
  );
  const port = await new Promise<number>(resolve => worker.once('message', resolve));
  await new Promise(resolve => setTimeout(resolve, 100));
  return { port, close: () => worker.terminate() };
}

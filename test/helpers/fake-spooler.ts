/** The spooler of Windows as far as it is told of in its documentation, with one printer that takes what it is given. */
import { SpoolerRefused, type Spooler } from '../../src-main/devices/spooler.ts';
import type { FakePrinter } from './fake-printer.ts';

interface Job {
  id: number;
  bytes: Uint8Array[];
  ended: boolean;
}

const offlineJob = 0x20;

export class FakeSpooler implements Spooler {
  #paper: FakePrinter;
  #jobs: Job[] = [];
  #last = 0;
  #timer: NodeJS.Timeout;
  plugged = true;
  /** What a driver that knows its printer says of it. */
  printerStatus = 0;
  attributes = 0;
  /** Calls do not come back before it is resolved, as with a printer shared by a computer that is off. */
  hangs: Promise<void> | null = null;
  calls = 0;

  constructor(paper: FakePrinter) {
    this.#paper = paper;
    this.#timer = setInterval(() => this.#handOver(), 5);
  }

  get waitingJobs(): number {
    return this.#jobs.length;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async printers(): Promise<string[]> {
    return ['Slip'];
  }

  async open(printer: string): Promise<unknown> {
    await this.#called();
    if (printer !== 'Slip') throw new SpoolerRefused('OpenPrinter');
    return { printer };
  }

  async state() {
    await this.#called();
    return { status: this.printerStatus, attributes: this.attributes };
  }

  async startDocument(): Promise<number> {
    await this.#called();
    this.#jobs.push({ id: ++this.#last, bytes: [], ended: false });
    return this.#last;
  }

  async write(_handle: unknown, bytes: Uint8Array): Promise<number> {
    await this.#called();
    const piece = bytes.slice(0, 4_096);
    this.#jobs.at(-1)!.bytes.push(piece);
    return piece.length;
  }

  async endDocument(): Promise<void> {
    await this.#called();
    this.#jobs.at(-1)!.ended = true;
  }

  async abort(): Promise<void> {
    await this.#called();
    this.#jobs = this.#jobs.filter(job => job.ended);
  }

  async job(_handle: unknown, jobId: number): Promise<number | null> {
    await this.#called();
    if (!this.#jobs.some(job => job.id === jobId)) return null;
    return this.plugged ? 0 : offlineJob;
  }

  async deleteJob(_handle: unknown, jobId: number): Promise<void> {
    await this.#called();
    this.#jobs = this.#jobs.filter(job => job.id !== jobId);
  }

  async close(): Promise<void> {
    await this.#called();
  }

  async #called(): Promise<void> {
    this.calls += 1;
    await this.hangs;
  }

  #handOver(): void {
    const [job] = this.#jobs;
    if (!job?.ended || !this.plugged || this.#paper.fault.stalls) return;
    this.#jobs.shift();
    this.#paper.takeIn(Buffer.concat(job.bytes));
  }
}

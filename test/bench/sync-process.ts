/** A station of the sync bench, in a process of its own. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cost, Order } from './sync-station.ts';

export class BenchStation {
  readonly dataDir: string;
  #child: ChildProcess;

  private constructor(dataDir: string, child: ChildProcess) {
    this.dataDir = dataDir;
    this.#child = child;
  }

  static async open(template: string, live = false): Promise<BenchStation> {
    const dataDir = mkdtempSync(join(tmpdir(), 'loket-bench-sync-'));
    cpSync(template, dataDir, { recursive: true });
    return BenchStation.#on(dataDir, live);
  }

  static async #on(dataDir: string, live: boolean): Promise<BenchStation> {
    const child = fork(join(import.meta.dirname, 'sync-station.ts'), [dataDir, live ? 'live' : 'by-hand']);
    const station = new BenchStation(dataDir, child);
    await station.#heard();
    return station;
  }

  async tell(order: Order): Promise<Cost> {
    this.#child.send(order);
    const cost = (await this.#heard()) as Cost;
    const mustArrive = order.do === 'send' && !order.whatever;
    if (cost.problem !== null && mustArrive) throw new Error(`the station said ${cost.problem}`);
    return cost;
  }

  /** Until nothing of a live station waits to be handed in, and what it was enrolled for has come. */
  async settled(): Promise<void> {
    for (;;) {
      const { phase, rows } = await this.tell({ do: 'look' });
      if (phase === 'resting' && rows === 0) return;
      await sleep(50);
    }
  }

  /** Pulls the plug and starts it again on the same data. */
  async killed(live = false): Promise<BenchStation> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
    return BenchStation.#on(this.dataDir, live);
  }

  async end(): Promise<void> {
    await this.tell({ do: 'end' });
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  #heard(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`the station ended with ${code}`));
      this.#child.once('exit', ended);
      this.#child.once('message', message => {
        this.#child.off('exit', ended);
        resolve(message);
      });
    });
  }
}

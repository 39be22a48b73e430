/** Whoever is measured has a process of its own, and is told by messages what to do. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The rows are read from this table of an SQLite file: `row(at INTEGER PRIMARY KEY, id TEXT, d TEXT)`, d as JSON. */
export interface PeerRows {
  file: string;
  count: number;
}

export interface PeerCost {
  ms: number;
  /** On the sockets of the client, headers and all. */
  bytes: number;
}

export class BenchChild {
  #child: ChildProcess;
  #said: Promise<unknown>;

  /** @param name of a file in this folder. */
  constructor(name: string, ...args: string[]) {
    this.#child = fork(join(import.meta.dirname, name), args);
    this.#said = this.#next();
  }

  /** What the process says next. */
  async hear<T>(): Promise<T> {
    const said = await this.#said;
    this.#said = this.#next();
    this.#said.catch(() => undefined);
    return said as T;
  }

  async tell<T>(message: object): Promise<T> {
    this.#child.send(message);
    return this.hear<T>();
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }

  #next(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('a process of the bench ended'));
      this.#child.once('exit', ended);
      this.#child.once('message', message => {
        this.#child.off('exit', ended);
        resolve(message);
      });
    });
  }
}

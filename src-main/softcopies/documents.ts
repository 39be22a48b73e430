/** The worker that reads and joins documents: begun when it is needed, ended when it has rested for a while. */
import { Worker } from 'node:worker_threads';
import type { Checked, Document, Joined, Task } from './pdf.ts';

export type { Document } from './pdf.ts';

const restMs = 60_000;

interface Waiting {
  resolve: (done: unknown) => void;
  reject: (error: Error) => void;
}

/** A document that cannot be read through. */
export class UnreadableDocument extends Error {}

export class Documents {
  #worker: Worker | null = null;
  #waiting = new Map<number, Waiting>();
  #count = 0;
  #rest: NodeJS.Timeout | null = null;

  /** @throws {UnreadableDocument} */
  check(document: Document): Promise<Checked> {
    return this.#ask({ kind: 'check', document });
  }

  /** In the order given. @throws {UnreadableDocument} */
  join(documents: Document[], to: string, title: string): Promise<Joined> {
    return this.#ask({ kind: 'join', documents, to, title });
  }

  async close(): Promise<void> {
    if (this.#rest) clearTimeout(this.#rest);
    await this.#worker?.terminate();
    this.#worker = null;
    this.#failAll(new Error('the station is closing'));
  }

  #ask<T>(task: Task): Promise<T> {
    const worker = (this.#worker ??= this.#begin());
    if (this.#rest) clearTimeout(this.#rest);
    const id = ++this.#count;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: done => resolve(done as T), reject });
      worker.postMessage({ id, task });
    });
  }

  #begin(): Worker {
    const worker = new Worker(workerUrl(), { resourceLimits: { maxOldGenerationSizeMb: 1_024 } });
    worker.unref();
    worker.on('message', ({ id, done, failed }: { id: number; done?: unknown; failed?: string }) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (failed === undefined) waiting?.resolve(done);
      else waiting?.reject(failed === 'unreadable' ? new UnreadableDocument() : new Error(failed));
      if (this.#waiting.size === 0) this.#restSoon();
    });
    worker.on('error', error => {
      if (this.#worker === worker) this.#worker = null;
      this.#failAll(error as Error);
    });
    return worker;
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #restSoon(): void {
    if (this.#rest) clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      void this.#worker?.terminate();
      this.#worker = null;
    }, restMs).unref();
  }
}

/** Beside this file in the sources, beside the bundle in production. */
function workerUrl(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  return new URL(`./documents-worker.${extension}`, import.meta.url);
}

/** Reads scans through and joins them into one PDF, beside the counter's work. */
import { parentPort } from 'node:worker_threads';
import { checkDocument, joinDocuments, Unreadable, type Task } from './pdf.ts';

parentPort!.on('message', ({ id, task }: { id: number; task: Task }) => {
  const work = task.kind === 'check' ? checkDocument(task.document) : joinDocuments(task);
  work.then(
    done => parentPort!.postMessage({ id, done }),
    (error: Error) =>
      parentPort!.postMessage({ id, failed: error instanceof Unreadable ? 'unreadable' : error.message }),
  );
});

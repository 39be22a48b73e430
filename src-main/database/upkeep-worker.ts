/**
 * The thread that looks after the station's file. It folds the write-ahead log into the file every second, which would
 * otherwise fall to the commit of some visitor; and it reads the file through when asked, and answers what it found.
 */
import Sqlite from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';
import { quickCheck } from './quick-check.ts';

const { file } = workerData as { file: string };
const sqlite = new Sqlite(file, { fileMustExist: true, timeout: 0 });
setInterval(() => sqlite.pragma('wal_checkpoint(PASSIVE)'), 1_000);
parentPort!.on('message', () => parentPort!.postMessage(quickCheck(sqlite)));

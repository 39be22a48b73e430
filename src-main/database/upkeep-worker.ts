/**
 * The thread that looks after the station's file. It folds the write-ahead log into the file ten times a second, which
 * would otherwise fall to the commit of some visitor, and little at a time, since the commits of that moment wait for the
 * same disk; and it reads the file through when asked, and answers what it found.
 */
import Sqlite from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';
import { quickCheck } from './quick-check.ts';

const { file } = workerData as { file: string };
const sqlite = new Sqlite(file, { fileMustExist: true, timeout: 0 });
setInterval(() => sqlite.pragma('wal_checkpoint(PASSIVE)'), 100);
parentPort!.on('message', () => parentPort!.postMessage(quickCheck(sqlite)));

import { parentPort, workerData } from 'node:worker_threads';
import { checkFile } from './open.ts';

parentPort!.postMessage(checkFile((workerData as { file: string }).file));

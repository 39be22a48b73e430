/** What headquarters' server is told when it starts: options of the command line, and `DATABASE_URL`. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface CentralSettings {
  /** Keys, files, snapshots, the lock, and PGlite's database. */
  dataDir: string;
  /** `postgres://…`; null: PGlite in `dataDir`, on trial. */
  databaseUrl: string | null;
  connections: number;
  /** Requests of stations under way, above which a hello is told to come back later. */
  maxUnderWay: number;
  /** Bytes of batches that one office may send in a day. */
  dailyBytes: number;
  /** Bytes of files that one office may keep here. */
  fileRoom: number;
  /** Requests a second that one device may make, and how many at once after a rest. */
  ratePerSecond: number;
  burst: number;
}

export const defaultSettings: Omit<CentralSettings, 'dataDir' | 'databaseUrl'> = {
  connections: 12,
  maxUnderWay: 24,
  dailyBytes: 1024 ** 3,
  fileRoom: 20 * 1024 ** 3,
  ratePerSecond: 200,
  burst: 600,
};

export function defaultDataDir(): string {
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'loket-pst-central');
}

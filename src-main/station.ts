/** One office's station: its database, clock, log and live changes, opened once and closed once. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { systemClock, type Clock } from './clock.ts';
import { Changes } from './changes.ts';
import { backUpDaily } from './database/backup.ts';
import {
  closeDatabase,
  DatabaseRefused,
  holdFolder,
  isDiskFull,
  openDatabase,
  type Db,
} from './database/open.ts';
import { lookAfter, type Integrity } from './database/upkeep.ts';
import { PrintQueue } from './devices/print-queue.ts';
import type { Transports } from './devices/real-transports.ts';
import { Imports } from './imports/imports.ts';
import { interruptRuns } from './imports/store.ts';
import { publicWebApi, type WebApiOptions } from './imports/webapi.ts';
import { refreshNotice } from './profile/store.ts';
import { PublicationFiles, usualFiles, type PublicationFilesOptions } from './publication-files/cache.ts';
import { SoftcopyDesk, type SoftcopyOptions } from './softcopies/desk.ts';
import { Sessions } from './staff/sessions.ts';
import { Courier, type CourierOptions } from './sync/courier.ts';
import { Recognition } from './visitors/recognition.ts';
import { eraseOnSchedule } from './visitors/retention.ts';

export interface Station {
  db: Db;
  clock: Clock;
  log: Logger;
  changes: Changes;
  sessions: Sessions;
  recognition: Recognition;
  printQueue: PrintQueue;
  imports: Imports;
  publicationFiles: PublicationFiles;
  softcopies: SoftcopyDesk;
  /** Where phones on the office's network reach this station; null while they may not. */
  phoneUrl: string | null;
  /** A sample office: marked DEMO everywhere, its PINs are shown. */
  demo: boolean;
  version: string;
  /** Whether the data file was read through and found whole. */
  integrity: Integrity;
  courier: Courier;
  dataDir: string;
  close(): Promise<void>;
}

export interface StationSettings {
  /** Folder of the database, its backups and the log; made when missing. */
  dataDir: string;
  demo?: boolean;
}

export interface StationOverrides {
  clock?: Clock;
  transports?: Transports;
  log?: Logger;
  webApi?: Partial<WebApiOptions>;
  publicationFiles?: Partial<PublicationFilesOptions>;
  softcopies?: Partial<SoftcopyOptions>;
  courier?: CourierOptions;
}

export const version = '0.1.0';

/**
 * @throws {DatabaseRefused} when the data is damaged, belongs to a newer program, or is in use, or the disk has no room at
 * all; nothing is touched then.
 */
export async function openStation(
  settings: StationSettings,
  overrides: StationOverrides = {},
): Promise<Station> {
  try {
    return await open(settings, overrides);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    throw new DatabaseRefused(
      `The disk of ${settings.dataDir} is full. Nothing is lost; make some room on it, then start again. / Ruang disk habis. Tidak ada data yang hilang; kosongkan sebagian ruang disk, lalu jalankan lagi.`,
    );
  }
}

async function open(settings: StationSettings, overrides: StationOverrides): Promise<Station> {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const letGo = holdFolder(settings.dataDir);
  const log = overrides.log ?? logInto(settings.dataDir);
  const file = join(settings.dataDir, 'loket.sqlite');
  const db = await openDatabase(file, log).catch(error => {
    letGo();
    throw error;
  });
  const clock = overrides.clock ?? systemClock();
  const changes = new Changes();
  const jobs: (() => void)[] = [];
  const station: Station = {
    db,
    clock,
    log,
    changes,
    sessions: new Sessions(clock),
    recognition: new Recognition(clock),
    phoneUrl: null,
    demo: settings.demo ?? false,
    version,
    integrity: 'whole',
    printQueue: undefined as unknown as PrintQueue,
    imports: undefined as unknown as Imports,
    softcopies: undefined as unknown as SoftcopyDesk,
    courier: undefined as unknown as Courier,
    dataDir: settings.dataDir,
    publicationFiles: new PublicationFiles(settings.dataDir, {
      ...usualFiles,
      ...overrides.publicationFiles,
    }),
    close: async () => {
      for (const stop of jobs) stop();
      await station.courier.close();
      await station.imports.close();
      await station.softcopies.close();
      await station.publicationFiles.close();
      await station.printQueue.close();
      await closeDatabase(db);
      letGo();
    },
  };
  station.printQueue = new PrintQueue(station, overrides.transports);
  station.imports = new Imports(station, settings.dataDir, { ...publicWebApi, ...overrides.webApi });
  station.courier = new Courier(station, settings.dataDir, overrides.courier);
  station.softcopies = new SoftcopyDesk(station, settings.dataDir, overrides.softcopies);
  await refreshNotice(station);
  await interruptRuns(station);
  await station.printQueue.start();
  await station.softcopies.start();
  await station.courier.start();
  jobs.push(
    lookAfter(station, file),
    backUpDaily(db, settings.dataDir, log, () => clock.now()),
    eraseOnSchedule(station),
  );
  return station;
}

/** What a full disk does not take waits in memory, a megabyte at most: a line that is lost stops no counter. */
function logInto(dataDir: string): Logger {
  const file = pino.destination({
    dest: join(dataDir, 'station.log'),
    mkdir: true,
    sync: true,
    maxLength: 1_000_000,
  });
  file.on('error', () => undefined);
  return pino({ level: 'info', base: null }, file);
}

/** Headquarters that listens on a port, for stations in processes of their own. Knows no test runner. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../src-central/app.ts';
import { openCentral, type Central } from '../../src-central/central.ts';
import { write } from '../../src-central/database/write.ts';
import { listen, type Served } from '../../src-central/serve.ts';
import { defaultSettings } from '../../src-central/settings.ts';
import { keepOffice, makeEnrolCode, revokeDevice } from '../../src-central/stations/store.ts';

export interface ServedOptions {
  databaseUrl?: string;
  tls?: { cert: string; key: string };
  /** The folder of a central that was closed: this one begins as its copy. */
  from?: string;
  /** The folder that the screens were built into. */
  screens?: string;
}

export class ServedCentral {
  readonly dataDir: string;
  readonly central: Central;
  #served: Served;

  private constructor(dataDir: string, central: Central, served: Served) {
    this.dataDir = dataDir;
    this.central = central;
    this.#served = served;
  }

  static async open(options: ServedOptions = {}): Promise<ServedCentral> {
    const dataDir = mkdtempSync(join(tmpdir(), 'loket-served-central-'));
    const { databaseUrl = null, tls, from, screens } = options;
    if (from) cpSync(from, dataDir, { recursive: true });
    const settings = { ...defaultSettings, dataDir, databaseUrl, ratePerSecond: 10_000, burst: 10_000 };
    const central = await openCentral(settings, { log: pino({ level: 'silent' }) });
    const served = await listen(central, createApp(central, screens), { host: '127.0.0.1', port: 0, tls });
    return new ServedCentral(dataDir, central, served);
  }

  get url(): string {
    return this.#served.url;
  }

  /** A one-time code for an office, which is added when it is new. */
  code(office = '1311', device?: string): Promise<string> {
    const now = this.central.now();
    return write(this.central, async tx => {
      await keepOffice(tx, { id: office, name: `BPS ${office}` }, now);
      return makeEnrolCode(tx, { office, device, by: 'test' }, now);
    });
  }

  async revoke(device: string, office = '1311'): Promise<void> {
    await write(this.central, tx =>
      revokeDevice(tx, { office, device, by: 'test', reason: 'test' }, this.central.now()),
    );
  }

  async end(): Promise<void> {
    await this.#served.stop();
    await this.central.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/**
 * Softcopies with their files: scans are moved out of the scanner's folder, joined in the data folder, delivered from
 * there, and wiped after the hours that the profile says.
 */
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findReferences, readPublication } from '../catalogue/store.ts';
import { write, type Actor } from '../database/write.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import { SecretFile } from '../secret-file.ts';
import type { Station } from '../station.ts';
import {
  beginStick,
  downloadOf,
  downloadsOver,
  endDelivery,
  offerDownload,
  queueLetter,
  recoverDeliveries,
} from './delivery-store.ts';
import { Documents, UnreadableDocument } from './documents.ts';
import { Mailer } from './mailer.ts';
import { downloadUrl, fileNameOf, fitsMail } from './rules.ts';
import { ScanFolder, takenName, type Scan } from './scan-folder.ts';
import type { NewDelivery } from './schema.ts';
import {
  cancelSoftcopy,
  openSoftcopy,
  readSoftcopy,
  readySoftcopy,
  softcopiesOlderThan,
  softcopyFor,
  wipeSoftcopy,
} from './store.ts';
import { copyToVolume, removableVolumes, sha256Of, type Volume } from './volumes.ts';

export interface SoftcopyOptions {
  /** The sticks that are there. */
  volumes: () => Promise<Volume[]>;
}

const itself: Actor = { door: 'station', staffId: null };
const pdfWaitMs = 60_000;
const tidyEveryMs = 10 * 60_000;
const joinedName = 'softcopy.pdf';

export class SoftcopyDesk {
  readonly password: SecretFile;
  readonly mailer: Mailer;
  #station: Station;
  #dir: string;
  #options: SoftcopyOptions;
  #documents = new Documents();
  #scans: ScanFolder;
  #tidying: NodeJS.Timeout | null = null;

  constructor(station: Station, dataDir: string, options: Partial<SoftcopyOptions> = {}) {
    this.#station = station;
    this.#dir = join(dataDir, 'softcopies');
    this.#options = { volumes: removableVolumes, ...options };
    this.#scans = new ScanFolder(this.#documents, station.clock);
    this.password = new SecretFile(dataDir, 'mail-password');
    this.mailer = new Mailer(station, this.#dir, this.password);
  }

  /** Takes up what was under way when the station stopped. */
  async start(): Promise<void> {
    await write(this.#station, itself, tx => recoverDeliveries(tx));
    await this.#giveBackScans();
    this.#tidying = setInterval(() => void this.tidy(), tidyEveryMs).unref();
    this.mailer.wake();
  }

  async close(): Promise<void> {
    if (this.#tidying) clearInterval(this.#tidying);
    await this.mailer.close();
    await this.#documents.close();
  }

  /** Wipes what is over: softcopies after the profile's hours, downloads after their minutes. */
  async tidy(): Promise<void> {
    try {
      const { wipeHours } = await this.#settings();
      const now = this.#station.clock.now();
      for (const { id } of await downloadsOver(this.#station.db, now.toISOString()))
        await write(this.#station, itself, tx => endDelivery(tx, id, 'expired'));
      const before = new Date(now.getTime() - wipeHours * 60 * 60_000).toISOString();
      for (const { id, state } of await softcopiesOlderThan(this.#station.db, before)) {
        await rm(this.#folderOf(id), { recursive: true, force: true });
        await write(this.#station, itself, tx =>
          state === 'ready' ? wipeSoftcopy(tx, id) : cancelSoftcopy(tx, id),
        );
      }
    } catch (error) {
      this.#station.log.error({ message: (error as Error).message }, 'wiping softcopies failed');
    }
  }

  /**
   * What lies in the scanner's folder.
   *
   * @param since only what came after this instant.
   * @throws problem.softcopies.noFolder, folderGone
   */
  async scans(since: Date | null = null): Promise<Scan[]> {
    const scans = await this.#scans.look(await this.#watchFolder(), since);
    if (!scans) throw problem.softcopies.folderGone();
    return scans;
  }

  /** Joins scans in the order of their names given; the scanner's folder has them no more. */
  async collect(actor: Actor, id: string, names: string[], onlySince = false): Promise<void> {
    const softcopy = await readSoftcopy(this.#station.db, id);
    if (softcopy.state !== 'open') throw problem.softcopies.wrongState({ state: softcopy.state });
    const folder = await this.#watchFolder();
    const dir = this.#folderOf(id);
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const since = onlySince ? new Date(softcopy.openedAt) : null;
    const taken = await this.#scans.take(folder, names, since, dir);
    try {
      const documents = taken.map(({ name, type }, at) => ({ path: join(dir, takenName(at, name)), type }));
      const joined = await this.#documents.join(documents, join(dir, joinedName), softcopy.titles[0]!.title);
      const files = taken.map(({ name, type, bytes, pages }) => ({ name, type, bytes, pages: pages ?? 1 }));
      await write(this.#station, actor, tx => readySoftcopy(tx, id, { ...joined, files }));
      for (const { path } of documents) await rm(path, { force: true });
    } catch (error) {
      await this.#scans.giveBack(folder, names, dir);
      await rm(dir, { recursive: true, force: true });
      throw error instanceof UnreadableDocument ? problem.softcopies.scanUnreadable() : error;
    }
  }

  /** A softcopy that is published is given without scanning. @throws problem.publications.fileMissing */
  async publish(actor: Actor, visitId: string, publicationId: string): Promise<string> {
    const { pdf } = await findReferences(this.#station.db, publicationId);
    const file = await this.#station.publicationFiles.get('pdf', pdf, pdfWaitMs);
    if (!file) throw problem.publications.fileMissing();
    const { title, year } = await readPublication(this.#station.db, publicationId);
    const { pages } = await this.#documents.check({ path: file.path, type: 'pdf' }).catch(() => {
      throw problem.publications.fileMissing();
    });
    const id = await write(this.#station, actor, tx =>
      openSoftcopy(tx, visitId, 'published', [{ publicationId, title, year }]),
    );
    const dir = this.#folderOf(id);
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await copyFile(file.path, join(dir, joinedName));
    const sha256 = await sha256Of(join(dir, joinedName));
    await write(this.#station, actor, tx =>
      readySoftcopy(tx, id, { files: [], pages, bytes: file.bytes, sha256 }),
    );
    return id;
  }

  async cancel(actor: Actor, id: string): Promise<void> {
    await write(this.#station, actor, tx => cancelSoftcopy(tx, id));
    await rm(this.#folderOf(id), { recursive: true, force: true });
  }

  volumes(): Promise<Volume[]> {
    return this.#options.volumes();
  }

  /** @returns the address for the QR code of a download, or the name that the file got on a stick. */
  async deliver(actor: Actor, id: string, order: NewDelivery): Promise<{ url?: string; fileName?: string }> {
    const softcopy = await readSoftcopy(this.#station.db, id);
    if (softcopy.state !== 'ready') throw problem.softcopies.wrongState({ state: softcopy.state });
    const settings = await this.#settings();
    switch (order.way) {
      case 'email': {
        if (!settings.mail) throw problem.softcopies.noMail();
        if (!fitsMail(softcopy.bytes!, settings.mailLimitMb) && !this.#station.phoneUrl)
          throw problem.softcopies.tooLargeForMail({ limitMb: settings.mailLimitMb });
        await write(this.#station, actor, tx => queueLetter(tx, id, order.address));
        this.mailer.wake();
        return {};
      }
      case 'download': {
        const { phoneUrl } = this.#station;
        if (!phoneUrl) throw problem.softcopies.noNetwork();
        const { token } = await write(this.#station, actor, tx =>
          offerDownload(tx, id, settings.downloadMinutes),
        );
        return { url: downloadUrl(phoneUrl, token) };
      }
      case 'usb':
        return { fileName: await this.#toStick(actor, id, order.volumeId) };
    }
  }

  async #toStick(actor: Actor, id: string, volumeId: string): Promise<string> {
    const volume = (await this.volumes()).find(one => one.id === volumeId);
    if (!volume) throw problem.softcopies.stickGone();
    const { titles } = await readSoftcopy(this.#station.db, id);
    const { sha256 } = await softcopyFor(this.#station.db, id);
    const deliveryId = await write(this.#station, actor, tx => beginStick(tx, id));
    try {
      const path = join(this.#folderOf(id), joinedName);
      const fileName = await copyToVolume(path, sha256!, volume, fileNameOf(titles));
      await write(this.#station, actor, tx => endDelivery(tx, deliveryId, 'delivered'));
      return fileName;
    } catch (error) {
      await write(this.#station, actor, tx => endDelivery(tx, deliveryId, 'failed', 'stick'));
      throw error;
    }
  }

  /** What a phone sees before it downloads. */
  async downloadView(token: string) {
    const delivery = await downloadOf(this.#station.db, token, this.#station.clock.now());
    const { titles, pages, bytes } = await readSoftcopy(this.#station.db, delivery.softcopy_id);
    return { titles: titles.map(one => one.title), pages, bytes, expiresAt: delivery.expires_at };
  }

  /** The file, once: the link is used up before its last piece is handed out, so that nobody is in time for a second. */
  async download(token: string): Promise<{ name: string; bytes: number; content: AsyncIterable<Buffer> }> {
    const began = this.#station.clock.now();
    const delivery = await downloadOf(this.#station.db, token, began);
    const { titles, bytes } = await readSoftcopy(this.#station.db, delivery.softcopy_id);
    const path = join(this.#folderOf(delivery.softcopy_id), joinedName);
    const owner = this.#station;
    async function* content() {
      let last: Buffer | undefined;
      for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
        if (last) yield last;
        last = piece;
      }
      await write(owner, itself, async tx => {
        // Of two at once only one gets the last piece.
        await downloadOf(tx, token, began);
        await endDelivery(tx, delivery.id, 'delivered');
      });
      if (last) yield last;
    }
    return { name: fileNameOf(titles), bytes: bytes!, content: content() };
  }

  #folderOf(id: string): string {
    return join(this.#dir, id);
  }

  async #settings() {
    return (await readProfile(this.#station.db)).profile.softcopy;
  }

  async #watchFolder(): Promise<string> {
    const { watchFolder } = await this.#settings();
    if (!watchFolder) throw problem.softcopies.noFolder();
    return watchFolder;
  }

  /** The station stopped while scans were joined: they lie beside an open softcopy and go back to the scanner. */
  async #giveBackScans(): Promise<void> {
    const { watchFolder } = await this.#settings();
    const open = await this.#station.db
      .selectFrom('softcopy')
      .select('id')
      .where('state', '=', 'open')
      .execute();
    for (const { id } of open) {
      const names = (await readdir(this.#folderOf(id)).catch(() => []))
        .filter(name => /^\d{3}-/.test(name))
        .toSorted()
        .map(name => name.slice(4));
      if (watchFolder) await this.#scans.giveBack(watchFolder, names, this.#folderOf(id));
    }
  }
}

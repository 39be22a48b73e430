/**
 * The queue of letters: rows of `delivery`, sent one by one, tried again with growing pauses until the mail server
 * takes or refuses them or the softcopy is wiped. A letter that was under way when the station stopped goes out again
 * with the same Message-ID, so that a mailbox can tell.
 */
import { join } from 'node:path';
import type { DeliveryRow } from '../database/softcopy-tables.ts';
import { write, type Actor } from '../database/write.ts';
import { readProfile } from '../profile/store.ts';
import type { Mail } from '../profile/schema.ts';
import type { SecretFile } from '../secret-file.ts';
import type { Station } from '../station.ts';
import { beginTry, endDelivery, linkLetter, nextLetter, putOff } from './delivery-store.ts';
import { letterOf, type Link } from './letter.ts';
import { downloadUrl, failureCode, fileNameOf, fitsMail, isFinal, type MailFailure } from './rules.ts';
import { readSoftcopy } from './store.ts';

const station: Actor = { door: 'station', staffId: null };
const timeoutMs = 30_000;
const longestSleepMs = 60 * 60_000;

export class Mailer {
  #station: Station;
  #dir: string;
  #password: SecretFile;
  #timer: NodeJS.Timeout | null = null;
  #working: Promise<void> | null = null;
  #again = false;
  #closed = false;

  constructor(owner: Station, dir: string, password: SecretFile) {
    this.#station = owner;
    this.#dir = dir;
    this.#password = password;
  }

  /** Something new lies in the queue, or the settings changed. */
  wake(): void {
    if (this.#closed) return;
    if (this.#working) {
      this.#again = true;
      return;
    }
    this.#working = this.#work().finally(() => {
      this.#working = null;
      if (this.#again) {
        this.#again = false;
        this.wake();
      }
    });
  }

  /** Resolves when nothing is being sent. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.settled();
  }

  async #work(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    try {
      while (!this.#closed) {
        const letter = await nextLetter(this.#station.db);
        const { mail } = (await readProfile(this.#station.db)).profile.softcopy;
        if (!letter || !mail) return;
        const waitMs = Date.parse(letter.next_try_at!) - this.#station.clock.now().getTime();
        if (waitMs > 0) {
          this.#timer = setTimeout(() => this.wake(), Math.min(waitMs, longestSleepMs)).unref();
          return;
        }
        await this.#try(letter, mail);
      }
    } catch (error) {
      this.#station.log.error({ message: (error as Error).message }, 'the queue of letters stopped');
    }
  }

  async #try(letter: DeliveryRow, mail: Mail): Promise<void> {
    await write(this.#station, station, tx => beginTry(tx, letter));
    try {
      await this.#send(letter, mail);
    } catch (error) {
      const failure = error as MailFailure;
      const why = failureCode(failure);
      // No message of the server: it may repeat the address.
      this.#station.log.warn({ deliveryId: letter.id, why }, 'a letter was not taken');
      await write(this.#station, station, tx =>
        isFinal(failure) ? endDelivery(tx, letter.id, 'failed', why) : putOff(tx, letter, why),
      );
      return;
    }
    await write(this.#station, station, tx => endDelivery(tx, letter.id, 'delivered'));
  }

  async #send(letter: DeliveryRow, mail: Mail): Promise<void> {
    const { office, softcopy: settings } = (await readProfile(this.#station.db)).profile;
    const softcopy = await readSoftcopy(this.#station.db, letter.softcopy_id);
    const attached = fitsMail(softcopy.bytes ?? 0, settings.mailLimitMb);
    const link = attached ? null : await this.#makeLink(letter, settings.downloadMinutes);
    // Most stations never send a letter.
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      host: mail.host,
      port: mail.port,
      secure: mail.security === 'tls',
      requireTLS: mail.security === 'starttls',
      ignoreTLS: mail.security === 'none',
      auth: mail.user ? { user: mail.user, pass: this.#password.read() ?? '' } : undefined,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableUrlAccess: true,
    });
    try {
      const { subject, text } = letterOf(office, softcopy, link);
      await transport.sendMail({
        from: { name: office.name, address: mail.from },
        to: letter.address!,
        subject,
        text,
        messageId: `<${letter.id}@${mail.from.split('@')[1]}>`,
        attachments: link
          ? []
          : [
              {
                filename: fileNameOf(softcopy.titles),
                path: join(this.#dir, softcopy.id, 'softcopy.pdf'),
                contentType: 'application/pdf',
              },
            ],
      });
    } finally {
      transport.close();
    }
  }

  /** Each try has a link of its own: the one before was written into a letter that nobody got. */
  async #makeLink(letter: DeliveryRow, minutes: number): Promise<Link> {
    const { phoneUrl } = this.#station;
    if (!phoneUrl) throw Object.assign(new Error('no phone can reach this station'), { code: 'ENETWORK' });
    const { token, expiresAt } = await write(this.#station, station, tx => linkLetter(tx, letter, minutes));
    return { url: downloadUrl(phoneUrl, token), expiresAt };
  }
}

/** How a station becomes one of headquarters' (docs/sync-protocol.md §7), and how it wakes up each time. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, platform, release } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { isSignedBy, signed } from '../../src-central/wire/rules.ts';
import { keepBooks, record, write } from '../database/write.ts';
import { problem } from '../problem.ts';
import type { Station } from '../station.ts';
import { enrolmentOf, stateOf, type Enrolment } from './books-store.ts';
import { installCapture, planOlder } from './capture.ts';
import { sayConsentsAgain } from './consents-store.ts';
import { itself } from './feed-store.ts';
import { Headquarters, Refusal } from './headquarters.ts';
import { beginAfterRestore, beginEpoch } from './history-store.ts';
import type { KeyFile } from './keys.ts';
import { LinkFailure, type LinkSettings, type Wire } from './link.ts';
import type { EnrolInput } from './schema.ts';

const qrBegins = 'loket-enrol:';
const QrContent = z.object({
  url: z.url({ protocol: /^https?$/ }),
  code: z.string(),
  ca: z.string().optional(),
});

/** @throws problem.sync.codeUnread */
function readCode({ code, url, ca }: EnrolInput): { url: string; code: string; ca: string | null } {
  if (!code.startsWith(qrBegins)) {
    if (url === '') throw problem.sync.codeUnread();
    return { url, code, ca: ca || null };
  }
  try {
    const text = Buffer.from(code.slice(qrBegins.length), 'base64url').toString();
    const read = QrContent.parse(JSON.parse(text));
    return { ...read, ca: read.ca ?? (ca || null) };
  } catch {
    throw problem.sync.codeUnread();
  }
}

/** @throws problems of `problem.sync` for the officer who typed the code. */
export async function enrolHere(
  station: Station,
  keyFile: KeyFile,
  input: EnrolInput,
  linkTo: (settings: LinkSettings) => Wire,
  signal: AbortSignal,
): Promise<Enrolment> {
  const { url, code, ca } = readCode(input);
  const keys = keyFile.prepare();
  const headquarters = new Headquarters(linkTo({ url, ca }), keys, signal);
  const answer = await headquarters
    .enrol({
      code,
      public_key: keys.publicKey,
      box_key: keys.boxKey,
      machine: {
        name: hostname().slice(0, 64),
        os: `${platform()} ${release()}`.slice(0, 64),
        app: station.version,
      },
    })
    .catch((error: unknown) => {
      throw sentenceFor(error);
    })
    .finally(() => headquarters.close());
  const { text, signature } = answer.certificate;
  if (!isSignedBy(answer.server.public_key, signed.certificate(text), signature))
    throw problem.sync.unclear();
  const before = await enrolmentOf(station.db);
  const enrolment: Omit<Enrolment, 'one'> = {
    device: answer.device,
    office: answer.office,
    office_name: answer.office_name,
    url,
    ca,
    certificate: JSON.stringify(answer.certificate),
    server_key: answer.server.public_key,
    server_box: answer.server.box_key,
    incarnation: answer.server.incarnation,
    enrolled_at: station.clock.now().toISOString(),
  };
  keyFile.adopt();
  await write(station, itself, async tx => {
    await tx.deleteFrom('sync_enrolment').execute();
    await tx.insertInto('sync_enrolment').values(enrolment).execute();
    await sayConsentsAgain(tx);
    // Chains begin with the device's name: under another one everything begins anew.
    if (before?.device !== answer.device) {
      await tx.deleteFrom('sync_batch').execute();
      await tx.deleteFrom('sync_epoch').execute();
      await tx.deleteFrom('sync_cursor').execute();
      await tx.deleteFrom('sync_row').execute();
      await tx.deleteFrom('change_log').execute();
      await tx.deleteFrom('sync_older').execute();
      await beginEpoch(tx, station, { reason: 'first', parent: null, common: null });
      await planOlder(tx);
    }
    await installCapture(tx);
    await record(tx, 'sync.enrolled', { data: { device: answer.device, adopted: answer.adopted } });
  });
  return (await enrolmentOf(station.db))!;
}

function sentenceFor(error: unknown): unknown {
  if (error instanceof LinkFailure) return problem.sync[error.reason]();
  if (error instanceof Refusal)
    return error.code === 'enrol.code' ? problem.sync.codeRefused() : problem.sync.refused();
  return error;
}

/**
 * M12. Asked again with the same new key until headquarters has answered: the prepared key is kept meanwhile.
 * @throws syncProblem
 */
export async function rotateKey(
  station: Station,
  keyFile: KeyFile,
  headquarters: Headquarters,
  enrolment: Enrolment,
): Promise<void> {
  const fresh = keyFile.prepare();
  const answer = await headquarters.changeKey(fresh, { device: enrolment.device }).catch(error => {
    throw sentenceFor(error);
  });
  keyFile.adopt();
  await write(station, itself, async tx => {
    await tx
      .updateTable('sync_enrolment')
      .set({ certificate: JSON.stringify(answer.certificate) })
      .execute();
    await record(tx, 'sync.key-changed', { data: { key: answer.key } });
  });
}

/**
 * At each start of an enrolled station: triggers as this program wants them, and a random mark in the database and in a
 * file beside it. When they differ, one of them was restored or copied: a new epoch at once, without asking anybody.
 */
export async function wake(station: Station): Promise<void> {
  await keepBooks(station, async books => {
    await installCapture(books);
    // Tables that this program hands in and the one before it did not.
    await planOlder(books);
  });
  const file = join(station.dataDir, 'station.mark');
  const beside = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const { mark } = await stateOf(station.db);
  if (mark !== null && mark !== beside) {
    await beginAfterRestore(station);
    await write(station, itself, tx => record(tx, 'sync.restored'));
  }
  const next = randomUUID();
  // The file first: a start that is cut here finds a new epoch where none was needed, never the other way round.
  writeFileSync(file, next, { mode: 0o600, flush: true });
  await keepBooks(station, books => books.updateTable('sync_state').set({ mark: next }).execute());
}

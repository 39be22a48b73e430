/** M2: a station says where it is, and hears where headquarters is. */
import type { Central } from '../central.ts';
import { record, write, type Tx } from '../database/write.ts';
import { forgetConsentsOf } from '../consents/list-store.ts';
import { openFeed, statesOf } from '../feeds/store.ts';
import { problem } from '../problem.ts';
import { firstChain, isSignedBy, keyId, limits, signed } from '../wire/rules.ts';
import type { Hello, HelloAnswer } from '../wire/schema.ts';
import { wireSchema } from '../wire/tables-schema.ts';
import { sessionSeconds } from './sessions.ts';
import { keepDevice, retireKeysBefore, scopesOf } from './store.ts';

const mostEpochs = 2_000;
/** A clock that is further off is worth a word to the office. It decides nothing. */
const clockNoticeMs = 5 * 60_000;

/** @param greeted what the signature is over: the nonce, or `parcel` for a hello that was carried. */
export async function hello(
  central: Central,
  message: Hello,
  bytes: Uint8Array,
  greeted: { nonce: string; signature: string },
): Promise<{ answer: HelloAnswer; publicKey: string }> {
  const publicKey = await keyOf(central, message);
  if (!isSignedBy(publicKey, signed.hello(greeted.nonce, bytes), greeted.signature))
    throw problem.sync.signature();
  const own = scopesOf(message.office);
  if (message.scopes.some(one => !own.includes(one.scope))) throw problem.sync.scope();
  const now = central.now();
  const streams = await write(central, async tx => {
    await retireKeysBefore(tx, message, now);
    await noteHello(tx, message, now);
    for (const scope of own) await openFeed(tx, scope);
    await openStreams(tx, message, now);
    return streamsOf(tx, message);
  });
  const answer: HelloAnswer = {
    ...aboutThisServer(central),
    streams: streams.map(one => ({
      epoch: one.epoch,
      cursor: one.cursor,
      chain: Buffer.from(one.chain).toString('hex'),
      archived: central.trial ? 0 : one.archived,
    })),
    scopes: await statesOf(central.db, message.scopes),
    notices: noticesOf(central, message, now),
  };
  return { answer, publicKey };
}

/** The answer to a station that is sent away for so many seconds. */
export const comeBack = (central: Central, wait_s: number): HelloAnswer => ({
  ...aboutThisServer(central),
  wait_s,
});

function aboutThisServer(central: Central): HelloAnswer {
  return {
    session: null,
    wait_s: null,
    session_s: sessionSeconds,
    server_time: central.now().getTime(),
    incarnation: central.incarnation,
    trial: central.trial,
    streams: [],
    scopes: [],
    limits: { batch_bytes: limits.batchBytes, batch_rows: limits.batchRows, file_bytes: limits.fileBytes },
    schema: wireSchema,
    notices: [],
  };
}

/** The public key that the device says it has, taken up from its certificate where the database has lost it. */
async function keyOf(central: Central, message: Hello): Promise<string> {
  const known = await central.db
    .selectFrom('device_key')
    .innerJoin('device', join =>
      join
        .onRef('device_key.office_id', '=', 'device.office_id')
        .onRef('device_key.device_id', '=', 'device.device_id'),
    )
    .select(['public_key', 'replaced_at', 'revoked_at'])
    .where('device.office_id', '=', message.office)
    .where('device.device_id', '=', message.device)
    .where('device_key.key_id', '=', message.key)
    .executeTakeFirst();
  if (known?.revoked_at) throw problem.sync.revoked();
  if (known && !known.replaced_at) return known.public_key;
  if (known || !message.certificate) throw problem.sync.unknown();
  return takeBack(central, message, message.certificate);
}

async function takeBack(
  central: Central,
  message: Hello,
  shown: NonNullable<Hello['certificate']>,
): Promise<string> {
  const certificate = central.identity.read(shown);
  const fits =
    certificate?.device === message.device &&
    certificate.office === message.office &&
    keyId(certificate.public_key) === message.key;
  if (!fits) throw problem.sync.unknown();
  const now = central.now();
  await write(central, async tx => {
    const device = await tx
      .selectFrom('device')
      .select('revoked_at')
      .where('office_id', '=', message.office)
      .where('device_id', '=', message.device)
      .executeTakeFirst();
    if (device?.revoked_at) throw problem.sync.revoked();
    await tx
      .insertInto('office')
      .values({ office_id: message.office, name: message.office, added_at: now })
      .onConflict(one => one.doNothing())
      .execute();
    await keepDevice(tx, certificate, null, now);
    await record(tx, {
      at: now,
      actor: 'station',
      what: 'device.taken-back',
      office: message.office,
      data: { device: message.device },
    });
  });
  return certificate.public_key;
}

async function noteHello(tx: Tx, message: Hello, now: Date): Promise<void> {
  await tx
    .updateTable('device')
    .set({
      last_seen_at: now,
      app: message.app,
      schema: message.schema,
      backlog: JSON.stringify(message.backlog),
      health: JSON.stringify(message.health),
      clock_ahead_ms: message.clock - now.getTime(),
      scopes: JSON.stringify(
        Object.fromEntries(message.scopes.map(({ scope, epoch, pos }) => [scope, { epoch, pos }])),
      ),
    })
    .where('office_id', '=', message.office)
    .where('device_id', '=', message.device)
    .execute();
}

async function openStreams(tx: Tx, message: Hello, now: Date): Promise<void> {
  if (message.epochs.length === 0) return;
  const opened = await tx
    .insertInto('stream')
    .values(
      message.epochs.map(one => ({
        office_id: message.office,
        device_id: message.device,
        epoch: one.epoch,
        chain: firstChain(message.device, one.epoch),
        parent: one.parent,
        parent_no: one.parent_no,
        reason: one.reason,
        begun_at: now,
      })),
    )
    .onConflict(one => one.doNothing())
    .returning('reason')
    .execute();
  // Restored or copied: what its database knows of consents now is another list, and it hands that in anew.
  if (opened.some(one => one.reason !== 'first')) await forgetConsentsOf(tx, message);
  const { count } = await tx
    .selectFrom('stream')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('office_id', '=', message.office)
    .where('device_id', '=', message.device)
    .executeTakeFirstOrThrow();
  if (count > mostEpochs) throw problem.sync.quota({ epochs: count });
}

async function streamsOf(tx: Tx, message: Hello) {
  if (message.epochs.length === 0) return [];
  return tx
    .selectFrom('stream')
    .select(['epoch', 'cursor', 'chain', 'archived'])
    .where('office_id', '=', message.office)
    .where('device_id', '=', message.device)
    .where(
      'epoch',
      'in',
      message.epochs.map(one => one.epoch),
    )
    .execute();
}

function noticesOf(central: Central, message: Hello, now: Date): HelloAnswer['notices'] {
  const notices: HelloAnswer['notices'] = [];
  if (central.trial) notices.push('trial');
  if (Math.abs(message.clock - now.getTime()) > clockNoticeMs) notices.push('clock');
  if (message.schema < wireSchema) notices.push('old-app');
  if (message.schema > wireSchema) notices.push('newer-schema');
  return notices;
}

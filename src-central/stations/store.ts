/** Devices of the offices: enrolled by a one-time code, known by their keys, revoked by people. */
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Central } from '../central.ts';
import type { Db } from '../database/open.ts';
import { record, write, type Actor, type Tx } from '../database/write.ts';
import { forgetConsentsOf } from '../consents/list-store.ts';
import { openFeed } from '../feeds/store.ts';
import { codeHash, newCode } from '../one-time-code.ts';
import { problem } from '../problem.ts';
import { isSignedBy, keyId, signed } from '../wire/rules.ts';
import type { Certificate, Enrol, EnrolAnswer, KeyAnswer, KeyChange } from '../wire/schema.ts';
import type { StationSession } from './sessions.ts';

const codeHours = 48;

/** Adds the office or renames it. */
export async function keepOffice(tx: Tx, office: { id: string; name: string }, now: Date): Promise<void> {
  await tx
    .insertInto('office')
    .values({ office_id: office.id, name: office.name, added_at: now })
    .onConflict(one => one.column('office_id').doUpdateSet({ name: office.name }))
    .execute();
  await openFeed(tx, `office:${office.id}`);
}

export interface NewCode {
  office: string;
  /** Of a device whose disk died: the new one takes up its history under the same name. */
  device?: string;
  by: Actor;
}

/** @returns the code, which is kept nowhere. */
export async function makeEnrolCode(tx: Tx, { office, device, by }: NewCode, now: Date): Promise<string> {
  const known = await tx
    .selectFrom('office')
    .select('office_id')
    .where('office_id', '=', office)
    .executeTakeFirst();
  if (!known) throw problem.stations.noOffice();
  if (device) await deviceOf(tx, office, device);
  const code = newCode();
  await tx
    .insertInto('enrol_code')
    .values({
      hash: codeHash(code),
      office_id: office,
      device_id: device ?? null,
      made_at: now,
      made_by: by,
      expires_at: new Date(now.getTime() + codeHours * 3_600_000),
      used_at: null,
    })
    .execute();
  await record(tx, {
    at: now,
    actor: by,
    what: 'enrolment.offered',
    office,
    data: { device: device ?? null },
  });
  return code;
}

/** M11. The same code with the same key again, because the answer was lost, is answered the same. */
export async function enrol(
  central: Central,
  message: Enrol,
  bytes: Uint8Array,
  signature: string,
): Promise<EnrolAnswer> {
  if (!isSignedBy(message.public_key, signed.enrol(bytes), signature)) throw problem.sync.signature();
  const now = central.now();
  const hash = codeHash(message.code);
  return write(central, async tx => {
    const code = await tx
      .selectFrom('enrol_code')
      .selectAll()
      .where('hash', '=', hash)
      .forUpdate()
      .executeTakeFirst();
    if (!code || code.expires_at < now) throw problem.enrol.code();
    const office = await tx
      .selectFrom('office')
      .selectAll()
      .where('office_id', '=', code.office_id)
      .executeTakeFirstOrThrow();
    if (code.used_at && !(await hasKey(tx, code.office_id, code.device_id!, message.public_key)))
      throw problem.enrol.code();
    const device = code.device_id ?? uuid();
    const certificate: Certificate = {
      device,
      office: code.office_id,
      public_key: message.public_key,
      box_key: message.box_key,
      issued_at: now.toISOString(),
    };
    const adopted = code.device_id !== null && !code.used_at;
    if (!code.used_at) {
      await keepDevice(tx, certificate, message.machine, now);
      await tx
        .updateTable('enrol_code')
        .set({ used_at: now, device_id: device })
        .where('hash', '=', hash)
        .execute();
      const what = adopted ? 'device.enrolled-again' : 'device.enrolled';
      await record(tx, { at: now, actor: 'station', what, office: code.office_id, data: { device } });
    }
    return {
      device,
      office: code.office_id,
      office_name: office.name,
      certificate: central.identity.certify(certificate),
      server: {
        public_key: central.identity.publicKey,
        box_key: central.identity.boxKey,
        incarnation: central.incarnation,
      },
      scopes: scopesOf(code.office_id),
      adopted,
    };
  });
}

export const scopesOf = (office: string): string[] => ['global', 'catalogue', `office:${office}`];

/** The device with this one key; the keys before it are no longer accepted. @param machine null when it did not say. */
export async function keepDevice(
  tx: Tx,
  { office, device, public_key, box_key }: Certificate,
  machine: Enrol['machine'] | null,
  now: Date,
): Promise<void> {
  const { name, os, app } = machine ?? { name: '', os: '', app: '' };
  await tx
    .insertInto('device')
    .values({ office_id: office, device_id: device, name, os, app, enrolled_at: now })
    .onConflict(one =>
      one
        .columns(['office_id', 'device_id'])
        .doUpdateSet({ revoked_at: null, ...(machine ? { name, os, app } : {}) }),
    )
    .execute();
  await addKey(tx, { office, device, public_key, box_key }, now);
  await retireKeysBefore(tx, { office, device, key: keyId(public_key) }, now);
}

/** Keys of a device stand in the order of `added_at`, also when the clock of the server was set back between them. */
async function addKey(
  tx: Tx,
  { office, device, public_key, box_key }: Omit<Certificate, 'issued_at'>,
  now: Date,
): Promise<void> {
  const { last } = await tx
    .selectFrom('device_key')
    .select(eb => eb.fn.max('added_at').as('last'))
    .where('office_id', '=', office)
    .where('device_id', '=', device)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('device_key')
    .values({
      office_id: office,
      device_id: device,
      key_id: keyId(public_key),
      public_key,
      box_key,
      added_at: last && last >= now ? new Date(last.getTime() + 1) : now,
      replaced_at: null,
    })
    .onConflict(one => one.doNothing())
    .execute();
}

/** A key that was used ends those before it; one that was made since, and whose answer may be lost, stays good. */
export async function retireKeysBefore(
  tx: Tx,
  { office, device, key }: { office: string; device: string; key: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('device_key')
    .set({ replaced_at: now })
    .where('office_id', '=', office)
    .where('device_id', '=', device)
    .where('replaced_at', 'is', null)
    .where('added_at', '<', eb =>
      eb
        .selectFrom('device_key as used')
        .select('used.added_at')
        .where('used.office_id', '=', office)
        .where('used.device_id', '=', device)
        .where('used.key_id', '=', key),
    )
    .execute();
}

async function hasKey(tx: Tx, office: string, device: string, publicKey: string): Promise<boolean> {
  const key = await tx
    .selectFrom('device_key')
    .select('replaced_at')
    .where('office_id', '=', office)
    .where('device_id', '=', device)
    .where('key_id', '=', keyId(publicKey))
    .executeTakeFirst();
  return key !== undefined && key.replaced_at === null;
}

/** M12. The old key stays good until the first hello with the new one, so that a lost answer locks nobody out. */
export async function changeKey(
  central: Central,
  station: StationSession,
  message: KeyChange,
  bytes: Uint8Array,
  signatures: { old: string; fresh: string },
): Promise<KeyAnswer> {
  if (message.device !== station.device) throw problem.sync.scope();
  if (!isSignedBy(station.publicKey, signed.key(bytes), signatures.old)) throw problem.sync.signature();
  if (!isSignedBy(message.public_key, signed.key(bytes), signatures.fresh)) throw problem.sync.signature();
  const now = central.now();
  const certificate: Certificate = {
    device: station.device,
    office: station.office,
    public_key: message.public_key,
    box_key: message.box_key,
    issued_at: now.toISOString(),
  };
  await write(central, async tx => {
    const known = await hasKey(tx, station.office, station.device, message.public_key);
    if (known) return;
    if (!central.nonces.use(message.nonce)) throw problem.sync.nonce();
    await addKey(tx, certificate, now);
    await record(tx, {
      at: now,
      actor: 'station',
      what: 'device.key-changed',
      office: station.office,
      data: { device: station.device, key: keyId(message.public_key) },
    });
  });
  return { key: keyId(message.public_key), certificate: central.identity.certify(certificate) };
}

/**
 * Holds at the next request of the device, in a running session too. What it sent before stays, but for the people who
 * agreed to be named: nobody could take that back for them any more.
 */
export async function revokeDevice(
  tx: Tx,
  { office, device, by, reason }: { office: string; device: string; by: Actor; reason: string },
  now: Date,
): Promise<void> {
  await deviceOf(tx, office, device);
  await tx
    .updateTable('device')
    .set({ revoked_at: now })
    .where('office_id', '=', office)
    .where('device_id', '=', device)
    .where('revoked_at', 'is', null)
    .execute();
  await forgetConsentsOf(tx, { office, device });
  await record(tx, { at: now, actor: by, what: 'device.revoked', office, data: { device, reason } });
}

async function deviceOf(tx: Tx, office: string, device: string) {
  const known = await tx
    .selectFrom('device')
    .selectAll()
    .where('office_id', '=', office)
    .where('device_id', '=', device)
    .executeTakeFirst();
  if (!known) throw problem.stations.noDevice();
  return known;
}

/** @throws when the device was revoked, or its key replaced, since the session was opened. */
export async function refuseRevoked(db: Db, { office, device, keyId: key }: StationSession): Promise<void> {
  const known = await db
    .selectFrom('device')
    .innerJoin('device_key', join =>
      join
        .onRef('device_key.office_id', '=', 'device.office_id')
        .onRef('device_key.device_id', '=', 'device.device_id'),
    )
    .select(['device.revoked_at', 'device_key.replaced_at'])
    .where('device.office_id', '=', office)
    .where('device.device_id', '=', device)
    .where('device_key.key_id', '=', key)
    .executeTakeFirst();
  if (known?.revoked_at) throw problem.sync.revoked();
  if (!known || known.replaced_at) throw problem.sync.unknown();
}

/** Whether every station that spoke says of itself that it is a demo, and there is one. */
export async function isDemo(db: Db): Promise<boolean> {
  const { demo } = await db
    .selectFrom('device')
    .select(sql<boolean | null>`bool_and(coalesce(health->>'demo' = 'true', false))`.as('demo'))
    .where('last_seen_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return demo === true;
}

/** Every device with what its last hello said, for the screens of headquarters. */
export function listDevices(db: Db) {
  return db
    .selectFrom('device')
    .innerJoin('office', 'office.office_id', 'device.office_id')
    .select([
      'device.office_id as office',
      'office.name as officeName',
      'device.device_id as device',
      'device.name',
      'device.os',
      'device.app',
      'device.schema',
      'device.enrolled_at as enrolledAt',
      'device.revoked_at as revokedAt',
      'device.last_seen_at as lastSeenAt',
      'device.backlog',
      'device.health',
      'device.clock_ahead_ms as clockAheadMs',
    ])
    .select(
      sql<number>`(
      SELECT count(*) FROM parked
      WHERE parked.office_id = device.office_id AND parked.device_id = device.device_id AND settled_at IS NULL
    )`.as('parked'),
    )
    .orderBy('device.office_id')
    .orderBy('device.enrolled_at')
    .execute();
}

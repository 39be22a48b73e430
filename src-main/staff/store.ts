import { hash, verify } from '@node-rs/argon2';
import { v7 as uuid } from 'uuid';
import type { Db } from '../database/open.ts';
import { contextOf, record, write, type Actor, type Tx } from '../database/write.ts';
import { Problem, problem } from '../problem.ts';
import type { Station } from '../station.ts';
import { blockMs } from './rules.ts';
import type { NewStaff, Role, Staff, StaffChange } from './schema.ts';

/** Argon2id with OWASP's parameters of 2024 (19 MiB, 2 passes): about 20 ms at the counter. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPin = (pin: string) => hash(pin, cost);

export function listStaff(db: Db) {
  return db
    .selectFrom('staff')
    .select(['id', 'name', 'role', 'active', 'created_at as createdAt'])
    .orderBy('name')
    .execute();
}

export function listStaffToChoose(db: Db): Promise<Staff[]> {
  return db
    .selectFrom('staff')
    .select(['id', 'name', 'role'])
    .where('active', '=', 1)
    .orderBy('name')
    .execute();
}

/** @param pinHash made before the transaction, because hashing takes its time. */
export async function addStaff(
  tx: Tx,
  person: Pick<NewStaff, 'name' | 'role'>,
  pinHash: string,
): Promise<Staff> {
  await refuseTakenName(tx, person.name, null);
  const staff = { id: uuid(), name: person.name, role: person.role };
  const created_at = contextOf(tx).station.clock.now().toISOString();
  await tx
    .insertInto('staff')
    .values({ ...staff, pin_hash: pinHash, blocked_until: null, created_at })
    .execute();
  await record(tx, 'staff.added', { data: { staffId: staff.id, role: staff.role } });
  return staff;
}

export async function changeStaff(
  tx: Tx,
  staffId: string,
  change: Omit<StaffChange, 'pin'>,
  pinHash: string | null,
): Promise<void> {
  const before = await tx.selectFrom('staff').selectAll().where('id', '=', staffId).executeTakeFirst();
  if (!before) throw problem.request.notFound();
  if (change.name) await refuseTakenName(tx, change.name, staffId);
  const role: Role = change.role ?? before.role;
  const active = change.active === undefined ? before.active : Number(change.active);
  if (before.role === 'admin' && before.active === 1 && (role !== 'admin' || active === 0)) {
    const others = await tx
      .selectFrom('staff')
      .select('id')
      .where('role', '=', 'admin')
      .where('active', '=', 1)
      .where('id', '<>', staffId)
      .execute();
    if (others.length === 0) throw problem.staff.lastAdmin();
  }
  await tx
    .updateTable('staff')
    .set({
      name: change.name ?? before.name,
      role,
      active,
      ...(pinHash ? { pin_hash: pinHash, wrong_pins: 0, blocked_until: null } : {}),
    })
    .where('id', '=', staffId)
    .execute();
  await record(tx, 'staff.changed', { data: { staffId, role, active: active === 1, pin: pinHash !== null } });
}

/** Without a PIN nobody signs in: an administrator of the office sets the first one. */
const noPin = '-';

/**
 * Somebody whom headquarters names. The PIN and everything the office decides about itself stays.
 * @returns why it cannot be done, else null.
 */
export async function keepStaffOfHeadquarters(
  tx: Tx,
  staffId: string,
  person: { name: string; role: Role; active: boolean },
): Promise<string | null> {
  const { name, role } = person;
  try {
    const known = await tx.selectFrom('staff').select('id').where('id', '=', staffId).executeTakeFirst();
    if (known) {
      await changeStaff(tx, staffId, person, null);
      return null;
    }
    if (person.active) await refuseTakenName(tx, name, null);
  } catch (error) {
    if (error instanceof Problem) return error.body.code;
    throw error;
  }
  const created_at = contextOf(tx).station.clock.now().toISOString();
  await tx
    .insertInto('staff')
    .values({
      id: staffId,
      name,
      role,
      active: Number(person.active),
      pin_hash: noPin,
      blocked_until: null,
      created_at,
    })
    .execute();
  await record(tx, 'staff.added', { data: { staffId, role } });
  return null;
}

async function refuseTakenName(tx: Tx, name: string, exceptId: string | null): Promise<void> {
  const taken = await tx
    .selectFrom('staff')
    .select('id')
    .where('name', '=', name)
    .where('active', '=', 1)
    .$if(exceptId !== null, query => query.where('id', '<>', exceptId!))
    .executeTakeFirst();
  if (taken) throw problem.staff.nameTaken();
}

/**
 * Checks a PIN with a back-off that survives a restart: from the third wrong one on, each doubles the wait.
 * @throws problem.staff.wrongPin, problem.staff.wait (details: seconds)
 */
export async function provePin(station: Station, actor: Actor, staffId: string, pin: string): Promise<Staff> {
  if (underWay.has(staffId)) throw problem.staff.wait({ seconds: 1 });
  underWay.add(staffId);
  try {
    return await countedProof(station, actor, staffId, pin);
  } finally {
    underWay.delete(staffId);
  }
}

/** One try at a time for each name: many guesses sent at once must not slip past the counter. */
const underWay = new Set<string>();

async function countedProof(station: Station, actor: Actor, staffId: string, pin: string): Promise<Staff> {
  const row = await station.db
    .selectFrom('staff')
    .selectAll()
    .where('id', '=', staffId)
    .where('active', '=', 1)
    .executeTakeFirst();
  if (!row || row.pin_hash === noPin) throw problem.staff.wrongPin();
  const waitMs = row.blocked_until ? Date.parse(row.blocked_until) - station.clock.now().getTime() : 0;
  if (waitMs > 0) throw problem.staff.wait({ seconds: Math.ceil(waitMs / 1_000) });
  const right = await verify(row.pin_hash, pin);
  const wrongPins = right ? 0 : row.wrong_pins + 1;
  if (wrongPins !== row.wrong_pins) {
    const block = blockMs(wrongPins);
    await write(station, actor, async tx => {
      await tx
        .updateTable('staff')
        .set({
          wrong_pins: wrongPins,
          blocked_until: block ? new Date(station.clock.now().getTime() + block).toISOString() : null,
        })
        .where('id', '=', staffId)
        .execute();
      await record(tx, right ? 'session.recovered' : 'session.refused', { data: { staffId, wrongPins } });
    });
  }
  if (!right) throw problem.staff.wrongPin({ wrongPins });
  return { id: row.id, name: row.name, role: row.role };
}

/** A second officer's consent: another person than the one signed in, with the right PIN. */
export async function proveSecond(
  station: Station,
  actor: Actor,
  staffId: string,
  pin: string,
): Promise<Staff> {
  if (staffId === actor.staffId) throw problem.staff.samePerson();
  const second = await provePin(station, actor, staffId, pin);
  if (second.role === 'viewer') throw problem.access.denied();
  return second;
}

/** Who works at headquarters. Each begins with a one-time code, and so does whoever lost the password or the phone. */
import { hash } from '@node-rs/argon2';
import { v7 as uuid } from 'uuid';
import type { Central } from '../central.ts';
import type { Role } from '../access.ts';
import { record, write, type Actor, type Tx } from '../database/write.ts';
import { codeHash, newCode } from '../one-time-code.ts';
import { problem } from '../problem.ts';
import { invitationMs, newPhoneSecret, phoneUri, recoveryCodes, stepOf } from './rules.ts';
import { endSessionsOf, openSession, type Origin, type Person } from './sessions-store.ts';

export const hasAccounts = async ({ db }: Pick<Central, 'db'>): Promise<boolean> =>
  (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;

/** @param account null: whoever uses the code becomes an administrator. @returns the code, which is kept nowhere. */
async function invite(central: Central, tx: Tx, account: string | null, now: Date): Promise<string> {
  const code = newCode();
  await tx
    .deleteFrom('invitation')
    .where('account_id', account === null ? 'is' : '=', account)
    .execute();
  await tx
    .insertInto('invitation')
    .values({
      hash: codeHash(code),
      account_id: account,
      phone_secret: central.identity.seal(newPhoneSecret()),
      made_at: now,
      expires_at: new Date(now.getTime() + invitationMs),
    })
    .execute();
  return code;
}

/** The code of the first administrator; one that was made before ends. Only who is at the server's console reads it. */
export function inviteAdmin(central: Central, by: Actor): Promise<string> {
  const now = central.now();
  return write(central, async tx => {
    const code = await invite(central, tx, null, now);
    await record(tx, { at: now, actor: by, what: 'account.admin-offered' });
    return code;
  });
}

interface Invited {
  account: { id: string; email: string; name: string } | null;
  secret: string;
  hash: Buffer;
}

async function findInvitation(central: Central, code: string): Promise<Invited> {
  const found = await central.db
    .selectFrom('invitation')
    .leftJoin('account', 'account.id', 'invitation.account_id')
    .select(['invitation.phone_secret as sealed', 'account.id', 'email', 'name', 'active'])
    .where('hash', '=', codeHash(code))
    .where('expires_at', '>', central.now())
    .executeTakeFirst();
  if (!found || found.active === false) throw problem.accounts.code();
  const { id, email, name, sealed } = found;
  return {
    account: id === null ? null : { id, email: email!, name: name! },
    secret: central.identity.unseal(sealed),
    hash: codeHash(code),
  };
}

/** What the person who holds the code needs to set the phone up. */
export async function readInvitation(central: Central, code: string) {
  const { account, secret } = await findInvitation(central, code);
  return {
    email: account?.email ?? null,
    name: account?.name ?? null,
    secret,
    uri: phoneUri(secret, account?.email ?? 'admin'),
  };
}

export interface Accepted {
  token: string;
  person: Person;
  /** Told once: each opens one login without the phone. */
  recoveryCodes: string[];
}

/** A new password and phone. What was open under the old ones ends. */
export async function acceptInvitation(
  central: Central,
  asked: { code: string; password: string; phoneCode: string; first?: { email: string; name: string } },
  origin: Origin,
): Promise<Accepted> {
  const invited = await findInvitation(central, asked.code);
  const now = central.now();
  const step = stepOf(invited.secret, asked.phoneCode, now);
  if (step === null) throw problem.accounts.phoneCode();
  if (!invited.account && !asked.first)
    throw problem.request.invalid({ fields: [{ field: 'first', rule: '' }] });
  const password = await hash(asked.password);
  const codes = Array.from({ length: recoveryCodes }, () => newCode(12));
  return write(central, async tx => {
    const used = await tx
      .deleteFrom('invitation')
      .where('hash', '=', invited.hash)
      .returning('hash')
      .executeTakeFirst();
    if (!used) throw problem.accounts.code();
    const account =
      invited.account?.id ?? (await addAccount(tx, { ...asked.first!, role: 'admin' }, 'first code', now));
    const phone_secret = central.identity.seal(invited.secret);
    const { email, name, role } = await tx
      .updateTable('account')
      .set({ password, phone_secret, last_step: step })
      .where('id', '=', account)
      .returning(['email', 'name', 'role'])
      .executeTakeFirstOrThrow();
    await tx.deleteFrom('recovery_code').where('account_id', '=', account).execute();
    await tx
      .insertInto('recovery_code')
      .values(codes.map(code => ({ account_id: account, hash: codeHash(code) })))
      .execute();
    await endSessionsOf(tx, account, now);
    const { token, id } = await openSession(tx, account, origin, now);
    await record(tx, { at: now, actor: email, what: 'account.set-up', data: { address: origin.address } });
    return { token, person: { account, email, name, role, session: id }, recoveryCodes: codes };
  });
}

async function addAccount(
  tx: Tx,
  { email, name, role }: { email: string; name: string; role: Role },
  by: Actor,
  now: Date,
): Promise<string> {
  const id = uuid();
  const added = await tx
    .insertInto('account')
    .values({ id, email, name, role, active: true, made_at: now, made_by: by })
    .onConflict(one => one.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw problem.accounts.known();
  await record(tx, { at: now, actor: by, what: 'account.added', data: { email, role } });
  return id;
}

/** @returns the one-time code for the new person. */
export function makeAccount(
  central: Central,
  asked: { email: string; name: string; role: Role },
  by: Person,
): Promise<string> {
  const now = central.now();
  return write(central, async tx => invite(central, tx, await addAccount(tx, asked, by.email, now), now));
}

/** For who lost the password or the phone. The old ones stay good until the code is used. */
export function inviteAgain(
  central: Central,
  who: { id: string } | { email: string },
  by: Actor,
): Promise<string> {
  const now = central.now();
  return write(central, async tx => {
    const account = await tx
      .selectFrom('account')
      .select(['id', 'email', 'active'])
      .where(eb => ('id' in who ? eb('id', '=', who.id) : eb('email', '=', who.email.toLowerCase())))
      .executeTakeFirst();
    if (!account?.active) throw problem.request.notFound();
    const code = await invite(central, tx, account.id, now);
    await record(tx, {
      at: now,
      actor: by,
      what: 'account.offered-again',
      data: { email: account.email },
    });
    return code;
  });
}

/** Holds at the next request of whoever it is about. */
export async function changeAccount(
  tx: Tx,
  id: string,
  change: { role?: Role; active?: boolean; name?: string },
  by: Person,
  now: Date,
): Promise<void> {
  // One at a time, so that two administrators cannot dismiss each other at once.
  const admins = await tx
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'admin')
    .where('active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute();
  const stays = change.active !== false && (change.role ?? 'admin') === 'admin';
  if (!stays && admins.length === 1 && admins[0]!.id === id) throw problem.accounts.lastAdmin();
  const changed = await tx
    .updateTable('account')
    .set(change)
    .where('id', '=', id)
    .returning('email')
    .executeTakeFirst();
  if (!changed) throw problem.request.notFound();
  if (change.active === false) {
    await endSessionsOf(tx, id, now);
    await tx.deleteFrom('invitation').where('account_id', '=', id).execute();
  }
  await record(tx, {
    at: now,
    actor: by.email,
    what: 'account.changed',
    data: { email: changed.email, ...change },
  });
}

export function listAccounts({ db }: Pick<Central, 'db'>) {
  return db
    .selectFrom('account')
    .select(eb => [
      'id',
      'email',
      'name',
      'role',
      'active',
      eb('password', 'is not', null).as('setUp'),
      'made_at as madeAt',
      eb
        .selectFrom('account_session')
        .select(inner => inner.fn.max('seen_at').as('seen'))
        .whereRef('account_id', '=', 'account.id')
        .as('seenAt'),
    ])
    .orderBy('name')
    .limit(1_000)
    .execute();
}

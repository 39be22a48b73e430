/** Logging in: e-mail, password and a code of the phone, all at once, so that nobody learns which of them was wrong. */
import { hash, verify } from '@node-rs/argon2';
import type { Central } from '../central.ts';
import { record, write, type Tx } from '../database/write.ts';
import { codeHash } from '../one-time-code.ts';
import { problem } from '../problem.ts';
import { sha256 } from '../wire/rules.ts';
import { blockMs, stepOf } from './rules.ts';
import { openSession, type Origin, type Person } from './sessions-store.ts';

export interface LoggedIn {
  token: string;
  person: Person;
}

/** A day without a wrong try, and they are forgotten. */
const rememberMs = 24 * 3_600_000;

/** Takes as long for an e-mail that nobody has. */
let nobodysPassword: Promise<string> | null = null;

export async function logIn(
  central: Central,
  typed: { email: string; password: string; code: string },
  origin: Origin,
): Promise<LoggedIn> {
  const email = typed.email.toLowerCase();
  const now = central.now();
  const waitMs = await write(central, tx => countTry(tx, email, now));
  if (waitMs > 0) throw problem.accounts.wait({ retry_after_s: Math.ceil(waitMs / 1_000) });
  const account = await central.db
    .selectFrom('account')
    .selectAll()
    .where('email', '=', email)
    .where('active', '=', true)
    .executeTakeFirst();
  nobodysPassword ??= hash('nobody');
  const isPassword = await verify(account?.password ?? (await nobodysPassword), typed.password);
  const opened = await write(central, async tx => {
    const how =
      account?.password && account.phone_secret && isPassword
        ? await useCode(tx, account.id, central.identity.unseal(account.phone_secret), typed.code, now)
        : null;
    if (!account || how === null) {
      await record(tx, {
        at: now,
        actor: account?.email ?? 'unknown',
        what: 'login.refused',
        data: { address: origin.address },
      });
      return null;
    }
    await tx.deleteFrom('login_failure').where('email_hash', '=', sha256(email)).execute();
    const { token, id } = await openSession(tx, account.id, origin, now);
    await record(tx, {
      at: now,
      actor: account.email,
      what: 'login.opened',
      data: { address: origin.address, with: how },
    });
    const { id: accountId, name, role } = account;
    return { token, person: { account: accountId, email: account.email, name, role, session: id } };
  });
  if (!opened) throw problem.accounts.wrong();
  return opened;
}

/** Counted before anything is compared, so that a hundred tries at once are no faster. @returns ms to wait, 0 to go on. */
async function countTry(tx: Tx, email: string, now: Date): Promise<number> {
  await tx
    .deleteFrom('login_failure')
    .where('last_at', '<', new Date(now.getTime() - rememberMs))
    .execute();
  const email_hash = sha256(email);
  const counted = await tx
    .insertInto('login_failure')
    .values({ email_hash, count: 1, last_at: now, until: now })
    .onConflict(one =>
      one
        .column('email_hash')
        .doUpdateSet(eb => ({ count: eb('login_failure.count', '+', 1), last_at: now }))
        .where('login_failure.until', '<=', now),
    )
    .returning('count')
    .executeTakeFirst();
  if (!counted) {
    const { until } = await tx
      .selectFrom('login_failure')
      .select('until')
      .where('email_hash', '=', email_hash)
      .executeTakeFirstOrThrow();
    return until.getTime() - now.getTime();
  }
  await tx
    .updateTable('login_failure')
    .set({ until: new Date(now.getTime() + blockMs(counted.count)) })
    .where('email_hash', '=', email_hash)
    .execute();
  return 0;
}

/** Uses a code up: a step of the phone and everything before it, or a recovery code. Null when it is neither. */
async function useCode(
  tx: Tx,
  account: string,
  secret: string,
  code: string,
  now: Date,
): Promise<'phone' | 'recovery' | null> {
  const digits = code.replaceAll(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    const step = stepOf(secret, digits, now);
    if (step === null) return null;
    const used = await tx
      .updateTable('account')
      .set({ last_step: step })
      .where('id', '=', account)
      .where('last_step', '<', step)
      .returning('id')
      .executeTakeFirst();
    return used ? 'phone' : null;
  }
  const used = await tx
    .deleteFrom('recovery_code')
    .where('account_id', '=', account)
    .where('hash', '=', codeHash(code))
    .returning('account_id')
    .executeTakeFirst();
  return used ? 'recovery' : null;
}

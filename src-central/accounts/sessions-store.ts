/** Sessions of people: a token in a header, of which only the hash is kept; ended at once by whoever may. */
import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Role } from '../access.ts';
import type { Central } from '../central.ts';
import type { Db } from '../database/open.ts';
import { record, write, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { sha256 } from '../wire/rules.ts';
import { browserOf, idleMs, longestMs } from './rules.ts';

export interface Person {
  account: string;
  email: string;
  name: string;
  role: Role;
  /** Of this session. */
  session: string;
}

/** Where a login comes from. */
export interface Origin {
  address: string;
  agent: string;
}

/** @returns the token, which is told once. */
export async function openSession(tx: Tx, account: string, { address, agent }: Origin, now: Date) {
  const token = randomBytes(32).toString('base64url');
  const id = uuid();
  await tx
    .insertInto('account_session')
    .values({
      id,
      account_id: account,
      token: sha256(token),
      opened_at: now,
      seen_at: now,
      ended_at: null,
      address,
      browser: browserOf(agent),
    })
    .execute();
  return { token, id };
}

const seenEveryMs = 60_000;

/** Who holds this token; null when it is of nobody, ended, too old, or of somebody who was dismissed. */
export async function findSession(central: Central, token: string): Promise<Person | null> {
  const now = central.now();
  const found = await open(central.db, now)
    .innerJoin('account', 'account.id', 'account_session.account_id')
    .select(['account.id as account', 'email', 'name', 'role', 'account_session.id as session', 'seen_at'])
    .where('token', '=', sha256(token))
    .where('active', '=', true)
    .executeTakeFirst();
  if (!found) return null;
  const { seen_at, ...person } = found;
  if (now.getTime() - seen_at.getTime() > seenEveryMs)
    await write(central, tx =>
      tx.updateTable('account_session').set({ seen_at: now }).where('id', '=', person.session).execute(),
    );
  return person;
}

const open = (db: Db | Tx, now: Date) =>
  db
    .selectFrom('account_session')
    .where('ended_at', 'is', null)
    .where('seen_at', '>', new Date(now.getTime() - idleMs))
    .where('opened_at', '>', new Date(now.getTime() - longestMs));

/** Open sessions, the newest first. @param account of this one only. */
export function listSessions(central: Central, account?: string) {
  return open(central.db, central.now())
    .innerJoin('account', 'account.id', 'account_session.account_id')
    .select([
      'account_session.id',
      'account.id as account',
      'email',
      'name',
      'opened_at as openedAt',
      'seen_at as seenAt',
      'address',
      'browser',
    ])
    .$if(account !== undefined, query => query.where('account.id', '=', account!))
    .orderBy('account_session.id', 'desc')
    .limit(500)
    .execute();
}

/** @param by who ends it: their own, or an administrator anybody's. */
export async function endSession(tx: Tx, id: string, by: Person, now: Date): Promise<void> {
  const ended = await tx
    .updateTable('account_session')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .$if(by.role !== 'admin', query => query.where('account_id', '=', by.account))
    .returning('account_id')
    .executeTakeFirst();
  if (!ended) throw problem.request.notFound();
  await record(tx, { at: now, actor: by.email, what: 'session.ended', data: { account: ended.account_id } });
}

export async function endSessionsOf(tx: Tx, account: string, now: Date): Promise<void> {
  await tx
    .updateTable('account_session')
    .set({ ended_at: now })
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .execute();
}

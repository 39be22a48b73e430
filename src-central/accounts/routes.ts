import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Central } from '../central.ts';
import { write } from '../database/write.ts';
import { isDemo } from '../stations/store.ts';
import { Problem, problem } from '../problem.ts';
import { op, shaped, takes, type Env } from '../route.ts';
import { readAudit } from './audit-store.ts';
import { logIn } from './login-store.ts';
import { AccountChange, AuditSearch, Invitation, Acceptance, Login, NewAccount } from './schema.ts';
import { endSession, listSessions, type Origin } from './sessions-store.ts';
import {
  acceptInvitation,
  changeAccount,
  hasAccounts,
  inviteAgain,
  listAccounts,
  makeAccount,
  readInvitation,
} from './store.ts';
import { allowed } from './who.ts';

const Id = z.uuid();

export function accountRoutes(central: Central) {
  return new Hono<Env>()
    .get('/about', op('hq.about', 'What a screen must know before anybody is signed in'), async c =>
      c.json({
        trial: central.trial,
        demo: await isDemo(central.db),
        version: central.version,
        begun: await hasAccounts(central),
      }),
    )
    .post('/sessions', op('hq.login', 'Sign in'), takes(Login), async c => {
      const message = c.req.valid('json');
      return c.json(await guarded(central, c, () => logIn(central, message, originOf(c))));
    })
    .get(
      '/sessions',
      op('hq.sessions', 'Open sessions: one’s own, for administrators all'),
      allowed(central, 'sessions.own'),
      async c => {
        const { person } = c.var;
        const own = person.role === 'admin' ? undefined : person.account;
        return c.json({ rows: await listSessions(central, own), current: person.session });
      },
    )
    .delete('/sessions/:id', op('hq.logout', 'End a session'), allowed(central, 'sessions.own'), async c => {
      const { person } = c.var;
      const id = c.req.param('id') === 'current' ? person.session : shaped(Id, c.req.param('id'));
      await write(central, tx => endSession(tx, id, person, central.now()));
      return c.json({});
    })
    .post(
      '/invitations/read',
      op('hq.invitation', 'What a one-time code is for'),
      takes(Invitation),
      async c => {
        const message = c.req.valid('json');
        return c.json(await guarded(central, c, () => readInvitation(central, message.code)));
      },
    )
    .post('/invitations/accept', op('hq.accept', 'Set password and phone'), takes(Acceptance), async c => {
      const message = c.req.valid('json');
      return c.json(await guarded(central, c, () => acceptInvitation(central, message, originOf(c))));
    })
    .get(
      '/accounts',
      op('hq.accounts', 'Who works at headquarters'),
      allowed(central, 'accounts.read'),
      async c => c.json({ rows: await listAccounts(central) }),
    )
    .post(
      '/accounts',
      op('hq.addAccount', 'Add a person'),
      allowed(central, 'accounts.change'),
      takes(NewAccount),
      async c => {
        const message = c.req.valid('json');
        return c.json({ code: await makeAccount(central, message, c.var.person) });
      },
    )
    .patch(
      '/accounts/:id',
      op('hq.changeAccount', 'Change role or name, dismiss'),
      allowed(central, 'accounts.change'),
      takes(AccountChange),
      async c => {
        const id = shaped(Id, c.req.param('id'));
        const message = c.req.valid('json');
        await write(central, tx => changeAccount(tx, id, message, c.var.person, central.now()));
        return c.json({});
      },
    )
    .post(
      '/accounts/:id/code',
      op('hq.inviteAgain', 'A new one-time code'),
      allowed(central, 'accounts.change'),
      async c =>
        c.json({
          code: await inviteAgain(central, { id: shaped(Id, c.req.param('id')) }, c.var.person.email),
        }),
    )
    .post(
      '/audit',
      op('hq.audit', 'What was done'),
      allowed(central, 'audit.read'),
      takes(AuditSearch),
      async c => {
        const message = c.req.valid('json');
        return c.json(await readAudit(central.db, message));
      },
    );
}

function originOf(c: Context<Env>): Origin {
  return { address: c.env?.address ?? '', agent: c.req.header('user-agent') ?? '' };
}

const guesses = ['accounts.wrong', 'accounts.code', 'accounts.phoneCode'];

/** Counts what an address gets wrong, beside the count of each e-mail. */
async function guarded<T>(central: Central, c: Context<Env>, work: () => Promise<T>): Promise<T> {
  const { address } = originOf(c);
  if (central.limits.isShut(address)) throw problem.accounts.wait({ retry_after_s: 60 });
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && guesses.includes(error.body.code)) central.limits.fail(address);
    throw error;
  }
}

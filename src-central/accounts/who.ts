/** Lets a person through who is signed in and whose role includes the operation. */
import { createMiddleware } from 'hono/factory';
import { may, type Operation } from '../access.ts';
import type { Central } from '../central.ts';
import { problem } from '../problem.ts';
import type { Env } from '../route.ts';
import { findSession } from './sessions-store.ts';

export function allowed(central: Central, operation: Operation) {
  return createMiddleware<Env>(async (c, next) => {
    const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    const person = token ? await findSession(central, token) : null;
    if (!person) throw problem.accounts.login();
    if (!may(person.role, operation)) throw problem.accounts.role();
    c.set('person', person);
    await next();
  });
}

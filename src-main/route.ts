/** What every route is made of: who is asking, what they may do, and what they may send. */
import { createMiddleware } from 'hono/factory';
import { uniqueSymbol, validator } from 'hono-openapi';
import type { ZodType } from 'zod';
import { access, may, type Caller, type Operation } from './access.ts';
import type { Actor } from './database/write.ts';
import { problem } from './problem.ts';
import type { Staff } from './staff/schema.ts';

export interface DoorEnv {
  /** Which door the request came through. It is set by the door itself, never by the request. */
  Bindings: { door: 'kiosk' | 'staff' | 'phone' };
  Variables: {
    caller: Caller;
    actor: Actor;
    /** The officer signed in; null at the kiosk and at a staff screen where nobody is. */
    staff: Staff | null;
    /** True when the officer's screen is locked. */
    locked: boolean;
  };
}

/** Guards a route by the access table and describes it in the OpenAPI document. Stands first in every route. */
export function op(operation: Operation, summary: string, options: { whileLocked?: boolean } = {}) {
  const guard = createMiddleware<DoorEnv>(async (c, next) => {
    const caller = c.var.caller;
    if (!may(caller, operation)) {
      throw caller === 'guest' ? problem.access.loginNeeded() : problem.access.denied({ operation });
    }
    if (c.var.locked && !options.whileLocked && !may('guest', operation)) throw problem.access.locked();
    await next();
  });
  return Object.assign(guard, {
    [uniqueSymbol]: {
      spec: {
        operationId: operation,
        summary,
        tags: [operation.split('.')[0]!],
        'x-callers': [...access[operation]],
        responses: { 200: { description: 'OK' }, default: { $ref: '#/components/responses/Problem' } },
      },
    },
    operation,
  });
}

/** Checks what was sent; the answer to a misfit names the fields, never the values. */
export function takes<T extends ZodType, Target extends 'json' | 'query'>(target: Target, schema: T) {
  return validator(target, schema, result => {
    if (result.success) return;
    const fields = result.error.map(issue => ({
      field: (issue.path ?? []).map(part => (typeof part === 'object' ? part.key : part)).join('.'),
      rule: issue.message,
    }));
    throw problem.request.invalid({ fields });
  });
}

/** The officer of a request that the access table let through; such a request always has one. */
export function officer(c: { var: DoorEnv['Variables'] }): Staff {
  if (!c.var.staff) throw problem.access.loginNeeded();
  return c.var.staff;
}

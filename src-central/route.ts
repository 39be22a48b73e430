/** What every route is made of: its description, the session of a station, and what may be sent. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { describeRoute, resolver, validator } from 'hono-openapi';
import type { ZodType } from 'zod';
import type { Person } from './accounts/sessions-store.ts';
import type { Central } from './central.ts';
import { problem } from './problem.ts';
import type { StationSession } from './stations/sessions.ts';
import { refuseRevoked } from './stations/store.ts';
import { limits } from './wire/rules.ts';

export interface Env {
  /** The address of the one who asks; null where a test asks without a socket. */
  Bindings: { address?: string } | undefined;
  /** The station, or the person at a screen, who asks. */
  Variables: { station: StationSession; person: Person };
}

type Shape = ZodType | { media: string };

const contentOf = (shape: Shape) =>
  'media' in shape
    ? { [shape.media]: { schema: { type: 'string', format: 'binary' } as const } }
    : { 'application/json': { schema: resolver(shape) } };

/** Describes a route in the OpenAPI document. `number` is the message's in docs/sync-protocol.md. */
export function op(operation: string, summary: string, shapes: { takes?: Shape; gives?: Shape } = {}) {
  return describeRoute({
    operationId: operation,
    summary,
    tags: [operation.split('.')[0]!],
    requestBody: shapes.takes && { content: contentOf(shapes.takes) },
    responses: {
      200: { description: 'OK', content: shapes.gives && contentOf(shapes.gives) },
      default: { $ref: '#/components/responses/Problem' },
    },
  });
}

/**
 * Lets a station through that has a session, asks within its rate, and was not revoked meanwhile.
 * @param how.revoked false where the transaction of the route looks itself.
 */
export function stationOnly(central: Central, how: { revoked: boolean } = { revoked: true }) {
  return createMiddleware<Env>(async (c, next) => {
    const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    const station = central.sessions.find(token);
    if (!station) throw problem.sync.session();
    const waitSeconds = central.limits.ask(station.device);
    if (waitSeconds > 0) throw problem.sync.rate({ retry_after_s: waitSeconds });
    if (how.revoked) await refuseRevoked(central.db, station);
    c.set('station', station);
    await next();
  });
}

/** @throws 413 before more than `most` bytes are read. */
export async function bodyOf(c: Context<Env>, most: number): Promise<Uint8Array> {
  const length = c.req.header('content-length');
  if (length !== undefined) {
    if (Number(length) > most) throw problem.sync.tooLarge({ most });
    return new Uint8Array(await c.req.arrayBuffer());
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of c.req.raw.body ?? []) {
    size += part.length;
    if (size > most) throw problem.sync.tooLarge({ most });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A message with its bytes, which the signature is over. @throws `request.invalid`, naming fields and no values. */
export async function messageOf<T>(
  c: Context<Env>,
  schema: ZodType<T>,
): Promise<{ bytes: Uint8Array; message: T }> {
  const bytes = await bodyOf(c, limits.requestBytes);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw problem.request.invalid({ fields: [{ field: '', rule: 'JSON' }] });
  }
  return { bytes, message: shaped(schema, json) };
}

/** What a screen sends; its client is typed by it. @throws `request.invalid`, naming fields and no values. */
export function takes<T extends ZodType>(schema: T) {
  return validator('json', schema, result => {
    if (result.success) return;
    const fields = result.error.map(issue => ({
      field: (issue.path ?? []).map(part => (typeof part === 'object' ? part.key : part)).join('.'),
      rule: issue.message,
    }));
    throw problem.request.invalid({ fields });
  });
}

export function shaped<T>(schema: ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(issue => ({ field: issue.path.join('.'), rule: issue.message }));
  throw problem.request.invalid({ fields });
}

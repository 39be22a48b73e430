/** The OpenAPI document, made from the routes' own schemas. */
import { Hono } from 'hono';
import { openAPIRouteHandler, resolver } from 'hono-openapi';
import { z } from 'zod';
import { op, type Env } from './route.ts';

const Sentence = z.object({ id: z.string(), en: z.string() });
const ProblemBody = z.object({
  code: z.string(),
  message: Sentence,
  details: z.record(z.string(), z.unknown()),
});

export function documentRoutes(app: Hono<Env>) {
  return new Hono<Env>().get(
    '/openapi.json',
    op('house.document', 'This document'),
    openAPIRouteHandler(app, {
      documentation: {
        openapi: '3.1.0',
        info: {
          title: 'Loket PST central',
          version: '1',
          description:
            'Headquarters’ server. What the messages of `/sync/v1` mean, and in which order they come, is in docs/sync-protocol.md; M1 … M13 are its numbers.',
        },
        components: {
          securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
          responses: {
            Problem: {
              description: 'What went wrong; docs/sync-protocol.md §6 lists the codes.',
              content: { 'application/json': { schema: resolver(ProblemBody) } },
            },
          },
        },
      },
      defaultValidationErrorResponse: false,
      excludeStaticFile: false,
    }),
  );
}

/** The OpenAPI document, made from the routes' own schemas and the access table. */
import { Hono } from 'hono';
import { openAPIRouteHandler } from 'hono-openapi';
import { op, type DoorEnv } from './route.ts';

export function documentRoutes(app: Hono<DoorEnv>) {
  return new Hono<DoorEnv>().get(
    '/openapi.json',
    op('documents.read', 'This document'),
    openAPIRouteHandler(app, {
      documentation: {
        openapi: '3.1.0',
        info: {
          title: 'Loket PST station',
          version: '1',
          description:
            'Every route of one office’s station. `x-callers` names who may call it: a kiosk, a staff screen where nobody is signed in (guest), or a role.',
        },
        components: {
          securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
          responses: {
            Problem: {
              description: 'What went wrong, as a sentence for the person who reads it.',
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    required: ['code', 'message', 'details'],
                    properties: {
                      code: { type: 'string' },
                      message: {
                        type: 'object',
                        required: ['id', 'en'],
                        properties: { id: { type: 'string' }, en: { type: 'string' } },
                      },
                      details: { type: 'object' },
                    },
                  },
                },
              },
            },
          },
        },
      },
      defaultValidationErrorResponse: false,
      // This document has a dot in its name too.
      excludeStaticFile: false,
    }),
  );
}

import { Hono, type Context } from 'hono';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { findReferences } from '../catalogue/store.ts';
import { problem } from '../problem.ts';
import { op, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import type { KeptFile } from './cache.ts';

/** A list shows drawn covers until the pictures come; nobody waits longer for one. */
const coverWaitMs = 5_000;
const pdfWaitMs = 60_000;

export function publicationFileRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .get(
      '/publications/:id/cover',
      op('publications.find', 'The picture of the cover, if it is here or can be fetched now', {
        whileLocked: true,
      }),
      async c => {
        const { cover } = await findReferences(station.db, c.req.param('id'));
        const file = await station.publicationFiles.get('cover', cover, coverWaitMs);
        if (!file) throw problem.publications.fileMissing();
        return sent(c, file, 'private, max-age=86400');
      },
    )
    .get(
      '/publications/:id/pdf',
      op('publications.open', 'The PDF of a publication, if it is here or can be fetched now'),
      async c => {
        const { pdf } = await findReferences(station.db, c.req.param('id'));
        const file = await station.publicationFiles.get('pdf', pdf, pdfWaitMs);
        if (!file) throw problem.publications.fileMissing();
        return sent(c, file, 'no-store');
      },
    );
}

function sent(c: Context<DoorEnv>, file: KeptFile, caching: string): Response {
  const body = Readable.toWeb(createReadStream(file.path)) as ReadableStream;
  return c.body(body, 200, {
    'content-type': file.type,
    'content-length': String(file.bytes),
    'cache-control': caching,
    'x-content-type-options': 'nosniff',
  });
}

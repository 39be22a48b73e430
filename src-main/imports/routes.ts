import { Hono } from 'hono';
import { op, takes, type DoorEnv } from '../route.ts';
import { problem } from '../problem.ts';
import type { Station } from '../station.ts';
import { previewFile } from './preview.ts';
import { FilePreview, ImportSource, WebApiKey } from './schema.ts';
import { findRun, listMisfits, listRuns, shownRun } from './store.ts';

export function importRoutes(station: Station) {
  const { imports } = station;
  return new Hono<DoorEnv>()
    .post(
      '/imports/files',
      op('imports.run', 'Hand in a CSV or JSON file as it is; `?name=` tells which it is'),
      async c => {
        const body = c.req.raw.body;
        if (!body) throw problem.request.invalid({ fields: [{ field: 'body', rule: 'missing' }] });
        return c.json(await imports.files.keep(c.req.query('name') ?? '', body));
      },
    )
    .post(
      '/imports/preview',
      op('imports.run', 'The first rows of a file as they would be taken in'),
      takes('json', FilePreview),
      async c => {
        const { fileId, columns } = c.req.valid('json');
        return c.json(await previewFile(await imports.files.open(fileId), columns));
      },
    )
    .post('/imports', op('imports.run', 'Start an import'), takes('json', ImportSource), async c =>
      c.json({ id: await imports.start(c.var.actor, c.req.valid('json')) }),
    )
    .get('/imports', op('imports.read', 'Imports, newest first'), async c =>
      c.json(await listRuns(station.db)),
    )
    .get('/imports/webapi-key', op('imports.read', 'Whether the office has a WebAPI key; never the key'), c =>
      c.json({ present: imports.keyFile.read() !== null }),
    )
    .put(
      '/imports/webapi-key',
      op('imports.key', 'Keep the office’s WebAPI key in a file of its own'),
      takes('json', WebApiKey),
      c => {
        imports.keyFile.write(c.req.valid('json').key);
        return c.json({ present: true });
      },
    )
    .delete('/imports/webapi-key', op('imports.key', 'Forget the WebAPI key'), c => {
      imports.keyFile.remove();
      return c.json({ present: false });
    })
    .get('/imports/:id', op('imports.read', 'How far an import is, and what did not fit'), async c => {
      const id = c.req.param('id');
      const run = await findRun(station.db, id);
      return c.json({
        ...shownRun(run),
        underway: imports.progress(id),
        misfits: await listMisfits(station.db, id),
      });
    })
    .post('/imports/:id/cancel', op('imports.run', 'Stop an import; what is stored stays'), async c => {
      await imports.cancel(c.req.param('id'));
      return c.json({ ok: true });
    })
    .post('/imports/:id/resume', op('imports.run', 'Go on where an import ended'), async c => {
      await imports.resume(c.var.actor, c.req.param('id'));
      return c.json({ ok: true });
    });
}

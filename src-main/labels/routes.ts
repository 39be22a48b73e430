import { Hono } from 'hono';
import { write } from '../database/write.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { LabelOrder, labelKinds } from './schema.ts';
import { labelSheets } from './sheets.ts';
import { giveOutLabels } from './store.ts';

export function labelRoutes(station: Station) {
  return new Hono<DoorEnv>().get(
    '/labels/:kind',
    op('labels.print', 'Labels with bars and QR code, as a PDF file'),
    takes('query', LabelOrder),
    async c => {
      const kind = labelKinds.find(one => one === c.req.param('kind'));
      if (!kind) throw problem.request.notFound();
      const order = c.req.valid('query');
      const labels = await write(station, c.var.actor, tx => giveOutLabels(tx, kind, order));
      const { office } = (await readProfile(station.db)).profile;
      const bytes = await labelSheets(labels, order, {
        kind,
        office,
        demo: station.demo,
        madeAt: station.clock.now(),
      });
      return c.body(bytes, 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="label-${kind}.pdf"`,
      });
    },
  );
}

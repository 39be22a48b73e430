import { Hono, type Context } from 'hono';
import { write } from '../database/write.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { LabelOrder, labelKinds, type LabelKind } from './schema.ts';
import { giveOutLabels } from './store.ts';

export function labelRoutes(station: Station) {
  const sheets = async (c: Context<DoorEnv>, kind: LabelKind, order: LabelOrder) => {
    const labels = await write(station, c.var.actor, tx => giveOutLabels(tx, kind, order));
    const { office } = (await readProfile(station.db)).profile;
    const occasion = { kind, office, demo: station.demo, madeAt: station.clock.now() };
    // The PDF library stays out of the counter's memory until somebody prints labels.
    const { labelSheets } = await import('./sheets.ts');
    return c.body(await labelSheets(labels, order, occasion), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="label-${kind}.pdf"`,
    });
  };
  return new Hono<DoorEnv>()
    .get(
      '/labels/copy',
      op('copies.label', 'Labels of printed copies, as a PDF file'),
      takes('query', LabelOrder),
      c => sheets(c, 'copy', c.req.valid('query')),
    )
    .get(
      '/labels/:kind',
      op('labels.print', 'Labels with bars and QR code, as a PDF file'),
      takes('query', LabelOrder),
      c => {
        const kind = labelKinds.find(one => one === c.req.param('kind'));
        if (!kind) throw problem.request.notFound();
        return sheets(c, kind, c.req.valid('query'));
      },
    );
}

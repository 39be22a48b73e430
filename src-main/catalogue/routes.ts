import { Hono } from 'hono';
import { z } from 'zod';
import { write } from '../database/write.ts';
import { listPublicationJournal } from '../journal/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { addCopies, changeCopy, hasCopies, publicationOfCopy } from './copies-store.ts';
import {
  CopyChange,
  NewCopy,
  NewPublication,
  NewWanted,
  PublicationChange,
  WantedSettled,
} from './schema.ts';
import { addPublication, changePublication, listEdits, readPublication, reindexPrinted } from './store.ts';
import { addWanted, listWanted, settleWanted } from './wanted-store.ts';

export function catalogueRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .get('/publications/:id', op('publications.find', 'One publication with its printed copies'), async c => {
      const { edited, copies, ...publication } = await readPublication(station.db, c.req.param('id'));
      const forVisitor = c.env.door === 'kiosk';
      return c.json({
        ...publication,
        edited: forVisitor ? [] : edited,
        copies: forVisitor ? copies.map(copy => ({ ...copy, note: null })) : copies,
      });
    })
    .get(
      '/publications/:id/history',
      op('publications.wanted', 'What happened to a publication and its copies, and who changed what of it'),
      async c => {
        const id = c.req.param('id');
        return c.json({
          happenings: await listPublicationJournal(station.db, id),
          edits: await listEdits(station.db, id),
        });
      },
    )
    .post(
      '/publications',
      op('publications.change', 'Add a publication that no source has'),
      takes('json', NewPublication),
      async c => {
        const fields = c.req.valid('json');
        return c.json({ id: await write(station, c.var.actor, tx => addPublication(tx, fields)) });
      },
    )
    .patch(
      '/publications/:id',
      op('publications.change', 'Change a publication; updates from its source keep the change'),
      takes('json', PublicationChange),
      async c => {
        const { takeBack, ...fields } = c.req.valid('json');
        await write(station, c.var.actor, tx => changePublication(tx, c.req.param('id'), fields, takeBack));
        return c.json({ ok: true });
      },
    )
    .post(
      '/publications/:id/copies',
      op('publications.change', 'Add printed copies, each with a code for its label'),
      takes('json', NewCopy),
      async c => {
        const id = c.req.param('id');
        const copyIds = await write(station, c.var.actor, async tx => {
          await readPublication(tx, id);
          const had = await hasCopies(tx, id);
          const added = await addCopies(tx, id, c.req.valid('json'));
          await reindexPrinted(tx, id, had);
          return added;
        });
        return c.json({ copyIds });
      },
    )
    .patch(
      '/copies/:id',
      op('publications.change', 'Shelf, condition and whether a copy may be photocopied'),
      takes('json', CopyChange),
      async c => {
        const copyId = c.req.param('id');
        await write(station, c.var.actor, async tx => {
          const publicationId = await publicationOfCopy(tx, copyId);
          const had = await hasCopies(tx, publicationId);
          await changeCopy(tx, copyId, c.req.valid('json'));
          await reindexPrinted(tx, publicationId, had);
        });
        return c.json({ ok: true });
      },
    )
    .post('/wanted', op('publications.want', 'Wanted but not found'), takes('json', NewWanted), async c => {
      await write(station, c.var.actor, tx => addWanted(tx, c.req.valid('json')));
      return c.json({ ok: true });
    })
    .get('/wanted', op('publications.wanted', 'What was wanted and not found, by how often'), async c =>
      c.json(await listWanted(station.db)),
    )
    .post(
      '/wanted/settle',
      op('publications.change', 'Say what became of a wish'),
      takes('json', WantedSettled.extend({ key: z.string().min(1).max(200) })),
      async c => {
        const { key, outcome } = c.req.valid('json');
        await write(station, c.var.actor, tx => settleWanted(tx, key, outcome));
        return c.json({ ok: true });
      },
    );
}

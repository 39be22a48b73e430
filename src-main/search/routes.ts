import { Hono } from 'hono';
import { countPublications } from '../catalogue/store.ts';
import { write } from '../database/write.ts';
import { readProfile } from '../profile/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { browsePublications } from './browse-store.ts';
import { Browse, Search, SynonymPhrases } from './schema.ts';
import { searchPublications } from './store.ts';
import { addSynonym, changeSynonym, listSynonyms, removeSynonym } from './synonyms-store.ts';

export function searchRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .post(
      '/publications/search',
      op(
        'publications.find',
        'Publications by what they are called, where, of when or by number; without a text the newest',
      ),
      takes('json', Search),
      async c => {
        const { profile } = await readProfile(station.db);
        return c.json(await searchPublications(station.db, c.req.valid('json'), profile.office.code));
      },
    )
    .post(
      '/publications/browse',
      op('publications.find', 'Every publication that answers, by year or by title, page by page'),
      takes('json', Browse),
      async c => c.json(await browsePublications(station.db, c.req.valid('json'))),
    )
    .get('/publications/count', op('publications.find', 'How many publications there are'), async c =>
      c.json({ publications: await countPublications(station.db) }),
    )
    .get('/synonyms', op('synonyms.read', 'Phrases that mean the same'), async c =>
      c.json(await listSynonyms(station.db)),
    )
    .post(
      '/synonyms',
      op('synonyms.change', 'Add phrases that mean the same'),
      takes('json', SynonymPhrases),
      async c => {
        const { phrases } = c.req.valid('json');
        return c.json({ id: await write(station, c.var.actor, tx => addSynonym(tx, phrases)) });
      },
    )
    .put(
      '/synonyms/:id',
      op('synonyms.change', 'Change phrases that mean the same'),
      takes('json', SynonymPhrases),
      async c => {
        const { phrases } = c.req.valid('json');
        await write(station, c.var.actor, tx => changeSynonym(tx, c.req.param('id'), phrases));
        return c.json({ ok: true });
      },
    )
    .delete('/synonyms/:id', op('synonyms.change', 'Remove phrases that mean the same'), async c => {
      await write(station, c.var.actor, tx => removeSynonym(tx, c.req.param('id')));
      return c.json({ ok: true });
    });
}

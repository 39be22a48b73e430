/** The whole catalogue in its own order, page by page, however large it is. */
import { countCopies } from '../catalogue/copies-store.ts';
import type { Db } from '../database/open.ts';
import type { Browse, FoundPublication } from './schema.ts';
import { foundPublication, lineColumns } from './store.ts';

const pageSize = 50;

/** Newest year first, or the other way round. `next` is the `after` of the page behind it; null at the end. */
export async function browsePublications(
  db: Db,
  { order, after }: Browse,
): Promise<{ results: FoundPublication[]; next: number | null }> {
  const down = order === 'oldest';
  const lines = await db
    .selectFrom('publication')
    .select(lineColumns)
    .$if(after !== undefined, query => query.where('seq', down ? '<' : '>', after!))
    .orderBy('seq', down ? 'desc' : 'asc')
    .limit(pageSize)
    .execute();
  const copies = await countCopies(
    db,
    lines.map(line => line.id),
  );
  return {
    results: lines.map(line => foundPublication(line, copies.get(line.id))),
    next: lines.length < pageSize ? null : lines.at(-1)!.seq,
  };
}

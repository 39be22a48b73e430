/**
 * M7 and M8: a feed as it stands at one position, in a file that never changes. Of an office's feed it holds the rows
 * of the office too, as their tables have them, so that a station which lost everything gets them back.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { readAtOnce, write, type Tx } from '../database/write.ts';
import type { Central } from '../central.ts';
import { readOfficeRows } from '../intake/rows.ts';
import { problem } from '../problem.ts';
import type { SnapshotAnswer, SnapshotHeader, SnapshotRow } from '../wire/schema.ts';
import { upTables, type UpTableName } from '../wire/tables-schema.ts';
import { ownerOf } from './store.ts';

/** A station that has a snapshot reads at most so many lines after it, so a young one need not be made anew. */
const youngEnough = 2_000;
const keptSnapshots = 2;

export class Snapshots {
  readonly #central: Central;
  readonly #dir: string;
  readonly #making = new Map<string, Promise<SnapshotAnswer>>();

  constructor(central: Central, dataDir: string) {
    this.#central = central;
    this.#dir = join(dataDir, 'snapshots');
  }

  /** The newest snapshot of a scope, made now when there is none that is young enough. */
  async take(scope: string): Promise<SnapshotAnswer> {
    const under = this.#making.get(scope);
    if (under) return under;
    const making = this.#young(scope).then(young => young ?? this.#make(scope));
    this.#making.set(scope, making);
    try {
      return await making;
    } finally {
      this.#making.delete(scope);
    }
  }

  /** The file of a snapshot. @throws `request.notFound` */
  async file(scope: string, pos: number): Promise<{ path: string; sha256: string }> {
    const known = await this.#central.db
      .selectFrom('snapshot')
      .innerJoin('feed', join =>
        join
          .onRef('feed.office_id', '=', 'snapshot.office_id')
          .onRef('feed.scope', '=', 'snapshot.scope')
          .onRef('feed.epoch', '=', 'snapshot.epoch'),
      )
      .select(['snapshot.epoch', 'snapshot.sha256'])
      .where('snapshot.office_id', '=', ownerOf(scope))
      .where('snapshot.scope', '=', scope)
      .where('snapshot.pos', '=', pos)
      .executeTakeFirst();
    const path = known && this.#path(scope, known.epoch, pos);
    if (!path || !existsSync(path)) throw problem.request.notFound();
    return { path, sha256: known.sha256 };
  }

  async #young(scope: string): Promise<SnapshotAnswer | null> {
    const known = await this.#central.db
      .selectFrom('snapshot')
      .innerJoin('feed', join =>
        join
          .onRef('feed.office_id', '=', 'snapshot.office_id')
          .onRef('feed.scope', '=', 'snapshot.scope')
          .onRef('feed.epoch', '=', 'snapshot.epoch'),
      )
      .select(['snapshot.epoch', 'snapshot.pos', 'snapshot.chain', 'rows', 'bytes', 'sha256'])
      .select(['feed.pos as head', 'feed.floor'])
      .where('snapshot.office_id', '=', ownerOf(scope))
      .where('snapshot.scope', '=', scope)
      .orderBy('snapshot.pos', 'desc')
      .limit(1)
      .executeTakeFirst();
    // A database restored from a backup may know of positions that come again with other lines.
    if (!known || known.pos > known.head || known.pos < known.floor || known.head - known.pos > youngEnough)
      return null;
    if (scope.startsWith('office:') && known.pos < known.head) return null;
    if (!existsSync(this.#path(scope, known.epoch, known.pos))) return null;
    const { epoch, pos, rows, bytes, sha256, chain } = known;
    return { scope, epoch, pos, chain: Buffer.from(chain).toString('hex'), rows, bytes, sha256 };
  }

  async #make(scope: string): Promise<SnapshotAnswer> {
    const central = this.#central;
    mkdirSync(this.#dir, { recursive: true });
    const part = join(this.#dir, `${scope.replace(':', '-')}.part`);
    const digest = createHash('sha256');
    let rows = 0;
    const header = await readAtOnce(central, async tx => {
      const head = await headerOf(tx, scope);
      const lines = async function* () {
        yield `${JSON.stringify(head)}\n`;
        for await (const piece of linesOf(tx, scope)) {
          rows += piece.length;
          yield `${piece.join('\n')}\n`;
        }
        yield `{"end":${rows}}\n`;
      };
      await pipeline(
        Readable.from(lines()),
        createGzip({ level: 6 }),
        createWriteStream(part, { flush: true }),
      );
      return head;
    });
    await pipeline(createReadStream(part), digest);
    const answer = { ...header, rows, bytes: statSync(part).size, sha256: digest.digest('hex') };
    renameSync(part, this.#path(scope, header.epoch, header.pos));
    await write(central, tx =>
      tx
        .insertInto('snapshot')
        .values({
          ...answer,
          office_id: ownerOf(scope),
          chain: Buffer.from(header.chain, 'hex'),
          made_at: central.now(),
        })
        .onConflict(one =>
          one.columns(['office_id', 'scope', 'epoch', 'pos']).doUpdateSet({
            rows,
            bytes: answer.bytes,
            sha256: answer.sha256,
            chain: Buffer.from(header.chain, 'hex'),
          }),
        )
        .execute(),
    );
    await this.#forgetOld(scope);
    return answer;
  }

  /** Somebody may still be reading the one before; those before it go. */
  async #forgetOld(scope: string): Promise<void> {
    const known = await this.#central.db
      .selectFrom('snapshot')
      .select(['epoch', 'pos'])
      .where('office_id', '=', ownerOf(scope))
      .where('scope', '=', scope)
      .orderBy('made_at', 'desc')
      .execute();
    for (const { epoch, pos } of known.slice(keptSnapshots)) {
      rmSync(this.#path(scope, epoch, pos), { force: true });
      await write(this.#central, tx =>
        tx
          .deleteFrom('snapshot')
          .where('office_id', '=', ownerOf(scope))
          .where('scope', '=', scope)
          .where('epoch', '=', epoch)
          .where('pos', '=', pos)
          .execute(),
      );
    }
  }

  #path(scope: string, epoch: string, pos: number): string {
    return join(this.#dir, `${scope.replace(':', '-')}-${epoch}-${pos}.ndjson.gz`);
  }
}

async function headerOf(tx: Tx, scope: string): Promise<SnapshotHeader> {
  const feed = await tx
    .selectFrom('feed')
    .select(['epoch', 'pos', 'chain'])
    .where('office_id', '=', ownerOf(scope))
    .where('scope', '=', scope)
    .executeTakeFirstOrThrow();
  return { scope, epoch: feed.epoch, pos: feed.pos, chain: Buffer.from(feed.chain).toString('hex') };
}

const piece = 2_000;

async function* linesOf(tx: Tx, scope: string): AsyncGenerator<string[]> {
  let after = { tbl: '', row_id: '' };
  for (;;) {
    const rows = await tx
      .selectFrom('feed_row')
      .select(['tbl', 'row_id', 'line'])
      .where('office_id', '=', ownerOf(scope))
      .where('scope', '=', scope)
      .where('deleted', '=', false)
      .where(eb => eb(eb.refTuple('tbl', 'row_id'), '>', eb.tuple(after.tbl, after.row_id)))
      .orderBy('tbl')
      .orderBy('row_id')
      .limit(piece)
      .execute();
    if (rows.length === 0) break;
    after = rows.at(-1)!;
    yield rows.map(row => row.line);
  }
  if (!scope.startsWith('office:')) return;
  for (const table of Object.keys(upTables) as UpTableName[])
    for await (const rows of readOfficeRows(tx, table, ownerOf(scope)))
      yield rows.map(({ id, version, data }) => {
        const row: SnapshotRow = {
          t: table,
          id,
          v: version.v,
          ep: version.ep,
          ...(data ? { d: data } : { op: 'D' }),
        };
        return JSON.stringify(row);
      });
}

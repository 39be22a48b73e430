/** Import runs: where from, how far, how it ended, and which rows did not fit. */
import { v7 as uuid } from 'uuid';
import type { TakenIn } from '../catalogue/import-store.ts';
import type { ImportRun } from '../database/catalogue-tables.ts';
import type { Db } from '../database/open.ts';
import { contextOf, record, write, type Tx } from '../database/write.ts';
import { problem, type ProblemBody } from '../problem.ts';
import type { Station } from '../station.ts';
import type { ImportKind, ImportSource, ImportState, Misfit } from './schema.ts';

/** Of one run so many rows that did not fit are kept; all are counted. */
const mostMisfits = 500;

export async function startRun(
  tx: Tx,
  run: { kind: ImportKind; name: string; source: ImportSource },
): Promise<string> {
  const { station, actor } = contextOf(tx);
  const running = await tx
    .selectFrom('import_run')
    .select('id')
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (running) throw problem.imports.running({ importId: running.id });
  const id = uuid();
  await tx
    .insertInto('import_run')
    .values({
      id,
      kind: run.kind,
      name: run.name,
      settings: JSON.stringify(run.source),
      state: 'running',
      total: null,
      problem: null,
      started_at: station.clock.now().toISOString(),
      started_by: actor.staffId,
      ended_at: null,
    })
    .execute();
  await record(tx, 'import.started', { data: { importId: id, kind: run.kind } });
  return id;
}

/** Takes a run up again where it ended. */
export async function restartRun(tx: Tx, id: string): Promise<ImportRun> {
  const run = await findRun(tx, id);
  if (run.state === 'running') throw problem.imports.running({ importId: id });
  const running = await tx
    .selectFrom('import_run')
    .select('id')
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (running) throw problem.imports.running({ importId: running.id });
  await tx
    .updateTable('import_run')
    .set({ state: 'running', problem: null, ended_at: null })
    .where('id', '=', id)
    .execute();
  await record(tx, 'import.resumed', { data: { importId: id } });
  return run;
}

export interface Step {
  /** Rows of a file or pages of the WebAPI that are stored for good; null when it stays where it was. */
  position: number | null;
  total: number | null;
  taken: TakenIn;
  rejected: number;
  misfits: Misfit[];
}

export async function advanceRun(tx: Tx, id: string, step: Step): Promise<void> {
  await tx
    .updateTable('import_run')
    .set(({ eb }) => ({
      ...(step.position !== null && { position: step.position, total: step.total }),
      added: eb('added', '+', step.taken.added),
      changed: eb('changed', '+', step.taken.changed),
      unchanged: eb('unchanged', '+', step.taken.unchanged),
      rejected: eb('rejected', '+', step.rejected),
    }))
    .where('id', '=', id)
    .execute();
  const kept = await tx
    .selectFrom('import_misfit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow();
  const misfits = step.misfits.slice(0, Math.max(0, mostMisfits - kept.count));
  if (misfits.length > 0)
    await tx
      .insertInto('import_misfit')
      .values(misfits.map(misfit => ({ import_id: id, ...misfit })))
      .onConflict(conflict => conflict.doNothing())
      .execute();
  await record(tx, 'import.advanced', { data: { importId: id, position: step.position } });
}

export async function endRun(
  tx: Tx,
  id: string,
  state: Exclude<ImportState, 'running'>,
  why: ProblemBody | null,
): Promise<void> {
  const { station } = contextOf(tx);
  await tx
    .updateTable('import_run')
    .set({ state, problem: why && JSON.stringify(why), ended_at: station.clock.now().toISOString() })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
  await record(tx, 'import.ended', { data: { importId: id, state, problem: why?.code ?? null } });
}

/** At start: a run that was under way when the station stopped can be taken up by hand. */
export async function interruptRuns(station: Station): Promise<void> {
  const rows = await station.db
    .selectFrom('import_run')
    .select('id')
    .where('state', '=', 'running')
    .execute();
  for (const { id } of rows)
    await write(station, { door: 'station', staffId: null }, tx => endRun(tx, id, 'interrupted', null));
}

/** @throws problem.imports.unknown */
export async function findRun(db: Db, id: string): Promise<ImportRun> {
  const run = await db.selectFrom('import_run').selectAll().where('id', '=', id).executeTakeFirst();
  if (!run) throw problem.imports.unknown();
  return run;
}

export function shownRun(run: ImportRun) {
  return {
    id: run.id,
    kind: run.kind,
    name: run.name,
    state: run.state,
    position: run.position,
    total: run.total,
    added: run.added,
    changed: run.changed,
    unchanged: run.unchanged,
    rejected: run.rejected,
    problem: run.problem ? (JSON.parse(run.problem) as ProblemBody) : null,
    startedAt: run.started_at,
    endedAt: run.ended_at,
  };
}

export async function listRuns(db: Db) {
  const rows = await db.selectFrom('import_run').selectAll().orderBy('id', 'desc').limit(50).execute();
  return rows.map(shownRun);
}

/** In the order of the file. */
export function listMisfits(db: Db, importId: string) {
  return db
    .selectFrom('import_misfit')
    .select(['row', 'field', 'rule', 'excerpt'])
    .where('import_id', '=', importId)
    .orderBy('row')
    .limit(mostMisfits)
    .execute();
}

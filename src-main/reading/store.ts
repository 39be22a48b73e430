/**
 * Where each printed copy is: on its shelf, with a visit, or out with a photocopy slip.
 *
 * Invariants (also in the schema): a copy has at most one open row of `copy_away`, so it is in one place; a row that
 * ended is never changed; a copy goes only to a visit that is being served, and out only with a slip that names it.
 */
import { v7 as uuid } from 'uuid';
import { changeCopy, findCopyByCode } from '../catalogue/copies-store.ts';
import { readCode } from '../codes/rules.ts';
import type { Db } from '../database/open.ts';
import type { CopyAway } from '../database/reading-tables.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { visitNumber } from '../visits/rules.ts';
import { beginService, finishService } from '../visits/services-store.ts';

export type ScannedCopy = NonNullable<Awaited<ReturnType<typeof findCopyByCode>>>;

/** The open row of a copy; undefined while it is on its shelf. */
export function awayNow(db: Db, copyId: string): Promise<CopyAway | undefined> {
  return db
    .selectFrom('copy_away')
    .selectAll()
    .where('copy_id', '=', copyId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** @throws problem.codes for what is no copy of this office */
export async function copyOfCode(db: Db, typed: string): Promise<ScannedCopy> {
  const read = readCode(typed);
  if (read.kind === 'damaged') throw problem.codes.damaged();
  if (read.kind !== 'copy') throw problem.codes.foreign({ wanted: 'copy' });
  const copy = await findCopyByCode(db, read.code);
  if (!copy) throw problem.codes.unknown();
  return copy;
}

export interface CopyScanned {
  /** `asks`: it is on its shelf, and nobody was named who takes it. `at-co-op`: it is out with a slip. */
  did: 'given' | 'shelved' | 'asks' | 'at-co-op';
  copy: ScannedCopy;
  visitNumber: string | null;
  photocopyId: string | null;
}

/**
 * One scan of a copy: from its shelf to the visit that was named, from its reader back to the shelf. Decided inside
 * the transaction, so that two desks that scan at once cannot both have it.
 */
export async function scanCopy(tx: Tx, typed: string, visitId: string | null): Promise<CopyScanned> {
  const copy = await copyOfCode(tx, typed);
  const away = await awayNow(tx, copy.id);
  const outcome = (did: CopyScanned['did'], number: string | null = null): CopyScanned => ({
    did,
    copy,
    visitNumber: number,
    photocopyId: away?.photocopy_id ?? null,
  });
  if (!away) {
    if (visitId === null) return outcome('asks');
    return outcome('given', await giveCopy(tx, copy, visitId));
  }
  const reader = await numberOf(tx, away.visit_id);
  if (away.photocopy_id) return outcome('at-co-op', reader);
  if (visitId !== null && away.visit_id !== visitId)
    throw problem.reading.withOther({ visitId: away.visit_id, number: reader });
  await shelveCopy(tx, away, 'shelf');
  return outcome('shelved', reader);
}

async function numberOf(db: Db, visitId: string): Promise<string> {
  const visit = await db
    .selectFrom('visit')
    .select(['letter', 'count'])
    .where('id', '=', visitId)
    .executeTakeFirst();
  if (!visit) throw problem.visits.unknown();
  return visitNumber(visit);
}

/** @returns the number of the visit that has it now. */
async function giveCopy(tx: Tx, copy: ScannedCopy, visitId: string): Promise<string> {
  const number = await numberOf(tx, visitId);
  await refuseUnfit(tx, copy, visitId);
  await takeFromShelf(tx, copy.id, visitId, null);
  await beginService(tx, visitId, 'reading');
  await record(tx, 'reading.given', {
    visitId,
    data: { copyId: copy.id, publicationId: copy.publicationId },
  });
  return number;
}

async function refuseUnfit(tx: Tx, copy: ScannedCopy, visitId: string): Promise<void> {
  const visit = await tx.selectFrom('visit').select('state').where('id', '=', visitId).executeTakeFirst();
  if (visit?.state !== 'serving' && visit?.state !== 'inside')
    throw problem.reading.notServed({ state: visit?.state });
  if (copy.condition === 'missing' || copy.condition === 'retired')
    throw problem.reading.notThere({ condition: copy.condition });
}

async function takeFromShelf(tx: Tx, copyId: string, visitId: string, photocopyId: string | null) {
  const { station, actor } = contextOf(tx);
  await tx
    .insertInto('copy_away')
    .values({
      id: uuid(),
      copy_id: copyId,
      visit_id: visitId,
      photocopy_id: photocopyId,
      taken_at: station.clock.now().toISOString(),
      taken_by: actor.staffId,
      ended_at: null,
      ended_by: null,
      ending: null,
    })
    .execute();
}

async function end(tx: Tx, away: CopyAway, ending: NonNullable<CopyAway['ending']>): Promise<void> {
  const { station, actor } = contextOf(tx);
  await tx
    .updateTable('copy_away')
    .set({ ended_at: station.clock.now().toISOString(), ended_by: actor.staffId, ending })
    .where('id', '=', away.id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Back on its shelf, from a reader or from the co-op. A copy that is lost is missing from now on. */
export async function shelveCopy(tx: Tx, away: CopyAway, ending: 'shelf' | 'lost'): Promise<void> {
  await end(tx, away, ending);
  if (ending === 'lost') await changeCopy(tx, away.copy_id, { condition: 'missing' });
  if ((await openTitlesOf(tx, away.visit_id)).length === 0)
    await finishService(tx, away.visit_id, 'reading', 'given');
  await record(tx, ending === 'lost' ? 'reading.lost' : 'reading.shelved', {
    visitId: away.visit_id,
    data: { copyId: away.copy_id, photocopyId: away.photocopy_id },
  });
}

/** From its shelf, or out of the hands of this very visit, to the co-op. Part of the writer of the form. */
export async function sendCopy(
  tx: Tx,
  copy: ScannedCopy,
  visitId: string,
  photocopyId: string,
): Promise<void> {
  const away = await awayNow(tx, copy.id);
  if (away && away.visit_id !== visitId)
    throw problem.reading.withOther({ visitId: away.visit_id, number: await numberOf(tx, away.visit_id) });
  if (away?.photocopy_id) throw problem.reading.outAlready();
  await refuseUnfit(tx, copy, visitId);
  if (away) await end(tx, away, 'co-op');
  await takeFromShelf(tx, copy.id, visitId, photocopyId);
  await record(tx, 'reading.sent', { visitId, data: { copyId: copy.id, photocopyId } });
}

/** A visitor left with it, or it is nowhere to be found. */
export async function loseCopy(tx: Tx, copyId: string): Promise<void> {
  const away = await awayNow(tx, copyId);
  if (!away || away.photocopy_id) throw problem.reading.notAway();
  await shelveCopy(tx, away, 'lost');
}

/** The copies that are out with a slip. */
export function copiesOutWith(db: Db, photocopyId: string): Promise<CopyAway[]> {
  return db
    .selectFrom('copy_away')
    .selectAll()
    .where('photocopy_id', '=', photocopyId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Titles that a visit must bring back before it can close. */
export async function openTitlesOf(db: Db, visitId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('copy_away')
    .innerJoin('publication_copy', 'publication_copy.id', 'copy_away.copy_id')
    .innerJoin('publication', 'publication.id', 'publication_copy.publication_id')
    .select('publication.title')
    .where('copy_away.visit_id', '=', visitId)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(row => row.title);
}

/** The services of a visit, each with its own start, end, officer and outcome. */
import { v7 as uuid } from 'uuid';
import { contextOf, record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import { isOpen } from './rules.ts';
import { scannedServices, type ScannedService, type ServiceOutcome } from './schema.ts';

/** By an officer: one of the office's services, while the visitor is being served or inside. The promise clock runs until then. */
export async function mayChangeService(tx: Tx, visitId: string, service: string): Promise<void> {
  const visit = await tx.selectFrom('visit').select('state').where('id', '=', visitId).executeTakeFirst();
  if (!visit) throw problem.visits.unknown();
  if (visit.state === 'waiting' || !isOpen(visit.state))
    throw problem.visits.wrongState({ state: visit.state });
  const { profile } = await readProfile(tx);
  const known = [...profile.services.map(one => one.code), ...scannedServices];
  if (!known.includes(service)) throw problem.request.invalid({ fields: [{ field: 'service' }] });
}

export async function addService(tx: Tx, visitId: string, service: string): Promise<void> {
  const visit = await tx.selectFrom('visit').select('id').where('id', '=', visitId).executeTakeFirst();
  if (!visit) throw problem.visits.unknown();
  await tx
    .insertInto('visit_service')
    .values({ id: uuid(), visit_id: visitId, service })
    .onConflict(conflict => conflict.doNothing())
    .execute();
  await record(tx, 'visit.service-added', { visitId, data: { service } });
}

export async function startService(tx: Tx, visitId: string, service: string): Promise<void> {
  const { station, actor } = contextOf(tx);
  await tx
    .updateTable('visit_service')
    .set({
      started_at: station.clock.now().toISOString(),
      staff_id: actor.staffId,
      ended_at: null,
      outcome: null,
    })
    .where('visit_id', '=', visitId)
    .where('service', '=', service)
    .execute();
  await record(tx, 'visit.service-started', { visitId, data: { service } });
}

/**
 * What happens at the shelves and the scanner is a service, too: it begins with the first publication, and one that
 * goes on is not begun anew.
 */
export async function beginService(tx: Tx, visitId: string, service: ScannedService): Promise<void> {
  const row = await tx
    .selectFrom('visit_service')
    .select(['started_at', 'ended_at'])
    .where('visit_id', '=', visitId)
    .where('service', '=', service)
    .executeTakeFirst();
  if (row?.started_at && !row.ended_at) return;
  if (!row) await addService(tx, visitId, service);
  await startService(tx, visitId, service);
}

export async function endService(
  tx: Tx,
  visitId: string,
  service: string,
  outcome: ServiceOutcome,
): Promise<void> {
  await tx
    .updateTable('visit_service')
    .set({ ended_at: contextOf(tx).station.clock.now().toISOString(), outcome })
    .where('visit_id', '=', visitId)
    .where('service', '=', service)
    .execute();
  await record(tx, 'visit.service-ended', { visitId, data: { service, outcome } });
}

/** The end of what `beginService` began; nothing when it is not under way. */
export async function finishService(
  tx: Tx,
  visitId: string,
  service: ScannedService,
  outcome: ServiceOutcome,
): Promise<void> {
  const row = await tx
    .selectFrom('visit_service')
    .select('id')
    .where('visit_id', '=', visitId)
    .where('service', '=', service)
    .where('started_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (row) await endService(tx, visitId, service, outcome);
}

/** The last proof of each office. Verifying reads every byte of the office, so one runs at a time. */
import { z } from 'zod';
import { replay, type Replayed } from '../intake/replay.ts';
import type { Central } from '../central.ts';
import { record, write, type Actor } from '../database/write.ts';
import { problem } from '../problem.ts';
import { proveOffice } from '../proof/store.ts';

const underWay = new WeakSet<Central>();

export function lastProof({ db }: Pick<Central, 'db'>, office: string) {
  return db
    .selectFrom('proof_run')
    .select(['proved_at as provedAt', 'proved_by as provedBy', 'took_ms as tookMs', 'ok', 'proof'])
    .where('office_id', '=', office)
    .executeTakeFirst();
}

/** What a station says in its health after it compared its digests with headquarters' (docs/sync-protocol.md §10). */
const Compared = z.object({ digests_at: z.iso.datetime(), digests_differing: z.number().int().min(0) });

/** When each station last found its rows equal to those here, as far as it told. */
export async function comparisonsOf({ db }: Pick<Central, 'db'>, office: string) {
  const stations = await db
    .selectFrom('device')
    .select(['device_id', 'name', 'health'])
    .where('office_id', '=', office)
    .where('revoked_at', 'is', null)
    .orderBy('enrolled_at')
    .execute();
  return stations.flatMap(({ device_id: device, name, health }) => {
    const told = Compared.safeParse(health);
    return told.success
      ? [{ device, name, at: told.data.digests_at, differing: told.data.digests_differing }]
      : [];
  });
}

export async function verifyNow(central: Central, office: string, by: Actor): Promise<void> {
  if (underWay.has(central)) throw problem.proof.underWay();
  underWay.add(central);
  try {
    const began = performance.now();
    const proof = await proveOffice(central, office);
    const run = {
      proved_at: central.now(),
      proved_by: by,
      took_ms: Math.round(performance.now() - began),
      ok: proof.ok,
      proof: JSON.stringify(proof),
    };
    await write(central, async tx => {
      await tx
        .insertInto('proof_run')
        .values({ office_id: office, ...run })
        .onConflict(one => one.column('office_id').doUpdateSet(run))
        .execute();
      await record(tx, { at: run.proved_at, actor: by, what: 'proof.run', office, data: { ok: proof.ok } });
    });
    if (!proof.ok) central.log.error({ office }, 'proof broken');
  } finally {
    underWay.delete(central);
  }
}

const provedEveryMs = 7 * 24 * 3_600_000;

/** Proves offices that were not proved for a week, until the time is used up. @returns how many. */
export async function proveDue(central: Central, stopped: () => boolean, budgetMs: number): Promise<number> {
  const until = performance.now() + budgetMs;
  const due = await central.db
    .selectFrom('office')
    .leftJoin('proof_run', 'proof_run.office_id', 'office.office_id')
    .select('office.office_id as office')
    .where(eb =>
      eb.exists(
        eb.selectFrom('stream').select('epoch').whereRef('stream.office_id', '=', 'office.office_id'),
      ),
    )
    .where(eb =>
      eb.or([
        eb('proved_at', 'is', null),
        eb('proved_at', '<', new Date(central.now().getTime() - provedEveryMs)),
      ]),
    )
    .orderBy('proved_at', order => order.asc().nullsFirst())
    .execute();
  let proved = 0;
  for (const { office } of due) {
    if (stopped() || performance.now() > until || underWay.has(central)) break;
    await verifyNow(central, office, 'central');
    proved += 1;
  }
  return proved;
}

/** Applies the rows that wait again, and proves the office anew. */
export async function repair(central: Central, office: string, by: Actor): Promise<Replayed> {
  const replayed = await replay(central, by, undefined, office);
  await verifyNow(central, office, by);
  return replayed;
}

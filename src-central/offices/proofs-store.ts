/** The last proof of each office. Verifying reads every byte of the office, so one runs at a time. */
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
  } finally {
    underWay.delete(central);
  }
}

/** Applies the rows that wait again, and proves the office anew. */
export async function repair(central: Central, office: string, by: Actor): Promise<Replayed> {
  const replayed = await replay(central, by, undefined, office);
  await verifyNow(central, office, by);
  return replayed;
}

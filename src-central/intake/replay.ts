/** Rows that waited are applied again: after an upgrade by itself, else when somebody says so. */
import { sql } from 'kysely';
import type { Central } from '../central.ts';
import { record, write, type Actor, type Tx } from '../database/write.ts';
import { touchAllDays } from '../offices/figures-store.ts';
import { readBatch } from '../wire/rules.ts';
import type { WireRow } from '../wire/schema.ts';
import { upTable } from '../wire/tables-schema.ts';
import { applyOneByOne, officeRow, type OfficeRow } from './rows.ts';
import { storedBatch } from './store.ts';

export interface Replayed {
  applied: number;
  /** Still do not fit. */
  waiting: number;
}

/** After an upgrade: what older programs did not know yet. */
export const replayNewer = (central: Central) => replay(central, 'central', ['newer']);

/** @param reasons which rows; every one that waits when left out. @param office every office when left out. */
export async function replay(
  central: Central,
  actor: Actor,
  reasons?: string[],
  office?: string,
): Promise<Replayed> {
  const batches = await central.db
    .selectFrom('parked')
    .select(['office_id', 'device_id', 'epoch', 'no'])
    .where('settled_at', 'is', null)
    .$if(reasons !== undefined, query => query.where('reason', 'in', reasons!))
    .$if(office !== undefined, query => query.where('office_id', '=', office!))
    .distinct()
    .execute();
  const total: Replayed = { applied: 0, waiting: 0 };
  for (const batch of batches) {
    const { applied, waiting } = await replayBatch(central, batch);
    total.applied += applied;
    total.waiting += waiting;
  }
  if (total.applied > 0)
    await write(central, tx =>
      record(tx, { at: central.now(), actor, what: 'parked.applied', office, data: { ...total } }),
    );
  return total;
}

interface BatchName {
  office_id: string;
  device_id: string;
  epoch: string;
  no: number;
}

async function replayBatch(central: Central, name: BatchName): Promise<Replayed> {
  const { office_id, device_id, epoch, no } = name;
  const body = await storedBatch(central.db, office_id, { device: device_id, epoch, no });
  const lines = readBatch(body).lines;
  return write(central, async tx => {
    const waiting = await tx
      .selectFrom('parked')
      .select('line')
      .where('office_id', '=', office_id)
      .where('device_id', '=', device_id)
      .where('epoch', '=', epoch)
      .where('no', '=', no)
      .where('settled_at', 'is', null)
      .forUpdate()
      .execute();
    const fitting: { line: number; row: OfficeRow }[] = [];
    const overtaken: number[] = [];
    for (const { line } of waiting) {
      const read = lines[line - 1]!;
      if (read.row) fitting.push({ line, row: officeRow(read.row, epoch) });
      else if (read.said && (await hasLater(tx, office_id, read.said))) overtaken.push(line);
    }
    const now = central.now();
    const rows = fitting.map(one => one.row);
    const refused = await applyOneByOne(tx, office_id, rows, now);
    const settled = [...overtaken, ...fitting.filter((_, at) => !refused.has(at)).map(one => one.line)];
    if (settled.length > 0)
      await tx
        .updateTable('parked')
        .set({ settled_at: now })
        .where('office_id', '=', office_id)
        .where('device_id', '=', device_id)
        .where('epoch', '=', epoch)
        .where('no', '=', no)
        .where('line', 'in', settled)
        .execute();
    if (settled.length > 0) await touchAllDays(tx, office_id);
    return { applied: settled.length, waiting: waiting.length - settled.length };
  });
}

/** Whether the office has handed in a later version of a row, which did fit. */
async function hasLater(tx: Tx, office: string, { t, id, v }: WireRow): Promise<boolean> {
  if (!upTable(t)) return false;
  const { rows } = await sql`
    SELECT 1 FROM ${sql.table(t)} WHERE office_id = ${office} AND id = ${id} AND row_version > ${v}`.execute(
    tx,
  );
  return rows.length > 0;
}

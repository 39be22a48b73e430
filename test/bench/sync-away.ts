/** Fault F21 at its size: two months without a link, 120,000 rows, and a feed that was pruned meanwhile. */
import { write } from '../../src-central/database/write.ts';
import { pruneFeed, publish } from '../../src-central/feeds/store.ts';
import type { BenchCentral } from './sync-central.ts';
import { BenchStation } from './sync-process.ts';
import { most, type Row } from './table.ts';

const away = 120_000;
const office = '6999';

export async function measureAway(
  central: BenchCentral,
  template: string,
  share: number,
  say: (line: string) => void,
): Promise<Row[]> {
  const count = Math.round(away * share);
  say(`back after two months with ${count} rows …`);
  const station = await BenchStation.open(template);
  await station.tell({ do: 'enrol', url: central.url, code: await central.code(office) });
  await station.tell({ do: 'send' });
  await station.tell({ do: 'write', rows: count });
  for (let day = 0; day < 60; day++)
    await write(central.beside, tx =>
      publish(
        tx,
        'global',
        Array.from({ length: 20 }, (_, at) => ({
          table: 'synonym',
          id: `s${at}`,
          data: { phrases: [`kata ${at}`, `hari ${day}`] },
        })),
      ),
    );
  const { pos } = await central.beside.db
    .selectFrom('feed')
    .select('pos')
    .where('scope', '=', 'global')
    .executeTakeFirstOrThrow();
  await pruneFeed(central.beside, 'global', pos - 5);
  const cost = await station.tell({ do: 'send' });
  const { rows } = await station.tell({ do: 'look' });
  await central.proveOnce(office, count);
  await station.end();
  return [
    most('away', `back after two months: ${count} rows and a snapshot`, cost.ms / 1_000, 's', null),
    most('away-left', 'of them still to hand in', rows, 'rows', 0),
  ];
}

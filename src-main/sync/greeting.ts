import { protocol, type Hello } from '../../src-central/wire/schema.ts';
import { wireSchema } from '../../src-central/wire/tables-schema.ts';
import type { Station } from '../station.ts';
import { backlogOf, type Enrolment } from './books-store.ts';
import { placeOf } from './feed-store.ts';
import { healthOf } from './health.ts';
import { listEpochs } from './history-store.ts';
import type { Keys } from './keys.ts';
import { headOf } from './seal-store.ts';

interface Greeting {
  station: Station;
  enrolment: Enrolment;
  keys: Keys;
}

/** Where this station is: the body of M2, made anew for each try. */
export async function greetingOf({ station, enrolment, keys }: Greeting): Promise<Hello> {
  const { db } = station;
  const epochs = (await listEpochs(db)).slice(-200);
  const heads = await Promise.all(epochs.map(one => headOf(db, enrolment, one.epoch)));
  const scopes = ['global', 'catalogue', `office:${enrolment.office}`];
  const places = await Promise.all(scopes.map(scope => placeOf(db, scope)));
  const backlog = await backlogOf(db);
  return {
    proto: protocol,
    device: enrolment.device,
    office: enrolment.office,
    key: keys.id,
    app: station.version,
    schema: wireSchema,
    // What is left out means the first epoch of a database.
    epochs: epochs.map(({ epoch, parent, parent_no, reason }, at) => ({
      epoch,
      ...heads[at]!,
      ...(reason === 'first' ? {} : { parent, parent_no, reason }),
    })) as Hello['epochs'],
    scopes: scopes.map((scope, at) => {
      const place = places[at];
      return { scope, epoch: place?.epoch ?? null, pos: place?.pos ?? 0, chain: place?.chain ?? null };
    }),
    backlog: { rows: backlog.rows, batches: backlog.batches, oldest_at: backlog.oldestAt },
    health: await healthOf(station),
    clock: station.clock.now().getTime(),
  };
}

/**
 * Headquarters as a process of its own, for tests that kill it. `--stop-at POINT` ends it like a power cut where it is
 * about to store a batch for the n-th time (`--after n`): before it asks the database to, while the database does, or
 * before the answer.
 */
import type { PostgresPool } from 'kysely';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { createApp } from '../../src-central/app.ts';
import { openCentral } from '../../src-central/central.ts';
import { write } from '../../src-central/database/write.ts';
import { listen } from '../../src-central/serve.ts';
import { defaultSettings } from '../../src-central/settings.ts';
import { keepOffice, makeEnrolCode } from '../../src-central/stations/store.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    database: { type: 'string' },
    port: { type: 'string', default: '0' },
    'stop-at': { type: 'string' },
    after: { type: 'string', default: '1' },
    'under-way': { type: 'string' },
    /** Says a code for this office before it listens. */
    enrol: { type: 'string' },
    /** Ends it where a statement with these words was carried out. */
    'stop-after': { type: 'string' },
  },
});

let stores = 0;

/** A statement that stores a batch is committed with it; where it stands in a transaction, with that. */
function stopping(pool: PostgresPool): PostgresPool {
  const end = (point: string) => {
    if (values['stop-at'] === point && stores >= Number(values.after)) process.kill(process.pid, 'SIGKILL');
  };
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      let open = false;
      let storing = false;
      const query = async (text: string, parameters: readonly unknown[]) => {
        if (text.includes('INSERT INTO batch')) {
          stores += 1;
          storing = true;
          end('before-insert');
        }
        if (text === 'begin') open = true;
        if (text === 'commit') open = false;
        const committing = storing && !open;
        const asked = client.query(text, parameters);
        if (committing) setImmediate(() => end('while-storing'));
        const result = await asked;
        if (values['stop-after'] && text.includes(values['stop-after'])) process.kill(process.pid, 'SIGKILL');
        if (committing) end('before-answer');
        return result;
      };
      return { query: query as typeof client.query, release: () => client.release() };
    },
  };
}

const central = await openCentral(
  {
    ...defaultSettings,
    dataDir: values.data!,
    databaseUrl: values.database ?? null,
    ...(values['under-way'] ? { maxUnderWay: Number(values['under-way']) } : {}),
  },
  { log: pino({ level: 'error' }), pool: stopping },
);
if (values.enrol) {
  const office = values.enrol;
  const code = await write(central, async tx => {
    await keepOffice(tx, { id: office, name: `BPS ${office}` }, new Date());
    return makeEnrolCode(tx, { office, by: 'test' }, new Date());
  });
  process.stdout.write(`code ${code}\n`);
}
const served = await listen(central, createApp(central, values.data), {
  host: '127.0.0.1',
  port: Number(values.port),
});
process.on('SIGTERM', () => process.exit());
process.stdout.write(`listening ${served.url}\n`);

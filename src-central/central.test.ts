import { sql } from 'kysely';
import { execFileSync } from 'node:child_process';
import { request } from 'node:https';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { kinds, openTestCentral } from '../test/helpers/central.ts';
import { temporaryDir } from '../test/helpers/station.ts';
import { serviceRow, visitRow } from '../test/seeds/office-rows.ts';
import { readArgs, UsageError } from './command-line.ts';
import { keepPartitions } from './database/partitions.ts';
import { write } from './database/write.ts';
import { listen } from './serve.ts';
import { upTables, type Column } from './wire/tables-schema.ts';

const types: Record<Column['type'], string> = {
  uuid: 'uuid',
  word: 'text',
  int: 'bigint',
  flag: 'smallint',
  instant: 'timestamp with time zone',
  day: 'date',
  hash: 'text',
};

/** What a browser loads. */
const isScreen = (path: string) => ['/', '/hq', '/assets/*'].includes(path);

/** Of headquarters itself: few rows, reference tables on Citus. */
const serverWide = [
  'server_identity',
  'enrol_code',
  'audit',
  'rollout',
  'account',
  'account_session',
  'invitation',
  'login_failure',
  'recovery_code',
];

describe.each(kinds)('headquarters on %s', kind => {
  test('has a table for each of the whitelist, with its columns and no other', async () => {
    const { central } = await openTestCentral(kind);
    const own = {
      office_id: 'text',
      id: 'uuid',
      row_version: 'bigint',
      row_epoch: 'uuid',
      row_hash: 'bytea',
    };
    for (const [table, { columns }] of Object.entries(upTables)) {
      const { rows } = await sql<{ column_name: string; data_type: string }>`
        SELECT column_name, data_type FROM information_schema.columns WHERE table_name = ${table}`.execute(
        central.db,
      );
      const named = Object.fromEntries(
        Object.entries(columns as Record<string, Column>).map(([name, { type }]) => [name, types[type]]),
      );
      expect(Object.fromEntries(rows.map(row => [row.column_name, row.data_type])), table).toEqual({
        ...own,
        deleted: 'boolean',
        received_at: 'timestamp with time zone',
        ...named,
      });
    }
  });

  test('has the office in the key of every table that is not server-wide, as Citus wants it', async () => {
    const { central } = await openTestCentral(kind);
    const { rows } = await sql<{ name: string; key: string[] | null }>`
      SELECT c.relname AS name, (
        SELECT json_agg(a.attname) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname NOT LIKE 'kysely%'`.execute(central.db);
    expect(rows.length).toBeGreaterThan(20);
    const without = rows.filter(row => !row.key?.includes('office_id')).map(row => row.name);
    expect(without.filter(name => !serverWide.includes(name))).toEqual([]);
  });

  test('puts rows into the partition of their month, and makes one for a month that came before it', async () => {
    const { central, station: open } = await openTestCentral(kind);
    const station = await open();
    const monthOf = (iso: string) => Date.parse(iso).toString(16).padStart(12, '0');
    const idOf = (iso: string) =>
      `${monthOf(iso).slice(0, 8)}-${monthOf(iso).slice(8)}-7000-8000-000000000001`;
    const ids = ['2025-03-05T00:00:00Z', '1970-01-01T00:00:01Z', '2036-11-23T00:00:00Z'].map(idOf);
    await station.put(station.seal([...ids.map((id, at) => ({ ...visitRow(at + 1), id })), visitRow(9)]));
    const where = async () => {
      const { rows } = await sql<{
        id: string;
        part: string;
      }>`SELECT id, tableoid::regclass::text AS part FROM visit`.execute(central.db);
      return Object.fromEntries(rows.map(row => [row.id, row.part]));
    };
    expect(Object.values(await where()).filter(part => part === 'visit_rest')).toHaveLength(3);
    await keepPartitions(central.db, new Date());
    const after = await where();
    expect(ids.map(id => after[id])).toEqual(['visit_2025_03', 'visit_rest', 'visit_rest']);
    const again = { ...visitRow(1), id: ids[0]!, v: 2 };
    await station.put(station.seal([again]));
    expect(Object.keys(await where())).toHaveLength(4);
  });

  test('says that it lives, what it does, and how to speak with it', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    await station.put(station.seal([visitRow(1), { ...visitRow(2), t: 'salary' }]));
    await station.put({ ...station.seal([visitRow(3)]), no: 9 });
    expect(await (await test.ask('/healthz')).json()).toEqual({
      ok: true,
      version: '0.1.0',
      trial: kind === 'PGlite',
    });
    const metrics = await (await test.ask('/metrics')).text();
    expect(metrics).toContain('loket_rows_total{outcome="applied"} 1');
    expect(metrics).toContain('loket_rows_total{outcome="parked"} 1');
    expect(metrics).toContain('loket_rows_waiting 1');
    expect(metrics).toContain('loket_proofs_failed 0');
    expect(metrics).toMatch(/loket_room_bytes \d{6,}/);
    expect(metrics).toContain('loket_problems_total{code="sync.corrupt"} 1');
    expect(metrics).toMatch(/loket_http_seconds_count\{route="\/sync\/v1\/up\/:epoch\/:no",status="200"\} 1/);
    const document = (await (await test.ask('/openapi.json')).json()) as { paths: Record<string, object> };
    const operations = Object.values(document.paths).flatMap(path =>
      Object.values(path).map(one => (one as { summary: string }).summary.split(':')[0]),
    );
    for (let message = 1; message <= 13; message++) expect(operations).toContain(`M${message}`);
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    const answered = test.app.routes.filter(({ method, path }) => method !== 'ALL' && !isScreen(path));
    const written = answered.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(new Set(documented)).toEqual(new Set(written));
    expect((await test.ask('/nowhere')).status).toBe(404);
  });

  test('logs what happened without a word of what was sent', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const { central, station: open } = await openTestCentral(kind, { overrides: { log } });
    const station = await open();
    await sql`ALTER TABLE visit_service ADD CONSTRAINT fault CHECK (service <> 'rahasia')`.execute(
      central.db,
    );
    const visit = visitRow(1, { code: 'SITI-AMINAH' });
    const answer = await station.put(station.seal([visit, serviceRow(visit.id, { service: 'rahasia' })]));
    expect(answer).toMatchObject({ status: 200, body: { parked: [{ line: 2, reason: 'database' }] } });
    await sql`ALTER TABLE visit RENAME TO visit_away`.execute(central.db);
    expect((await station.put(station.seal([visitRow(2, { code: 'SITI-AMINAH' })]))).status).toBe(500);
    const said = lines.join('');
    expect(said).toContain('row by row');
    expect(said).toContain('request failed');
    expect(said).not.toMatch(/SITI-AMINAH|rahasia/);
    expect(said).not.toContain(station.session);
  });

  test('whose disk is full or database away keeps nothing, acknowledges nothing, and says so (F14)', async () => {
    let failure: string | null = null;
    const { station: open, central } = await openTestCentral(kind, {
      overrides: {
        pool: pool => ({
          ...pool,
          options: pool.options,
          end: () => pool.end(),
          connect: async () => {
            const client = await pool.connect();
            const query = (text: string, values: readonly unknown[]) => {
              if (failure && text.includes('INSERT INTO batch'))
                throw Object.assign(new Error('no space left on device'), { code: failure });
              return client.query(text, values);
            };
            return { query: query as typeof client.query, release: () => client.release() };
          },
        }),
      },
    });
    const station = await open();
    const sealed = station.seal([visitRow(1)]);
    failure = '53100';
    expect(await station.put(sealed)).toMatchObject({ status: 507, body: { code: 'sync.full' } });
    failure = '57P01';
    expect(await station.put(sealed)).toMatchObject({ status: 503, body: { code: 'sync.busy' } });
    expect(await central.db.selectFrom('batch').select('no').execute()).toEqual([]);
    failure = null;
    expect(await station.put(sealed)).toMatchObject({ status: 200, body: { cursor: 1 } });
  });
});

test('a write inside another write is a fault of the program, not a wait for ever', async () => {
  const { central } = await openTestCentral('PGlite');
  await expect(write(central, () => write(central, async () => 1))).rejects.toThrow('inside another');
});

test('listens with TLS where there is a certificate, and answers what is under way before it stops', async () => {
  const { central, app } = await openTestCentral('PGlite');
  const dir = temporaryDir();
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ed25519',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-keyout',
      key,
      '-out',
      cert,
    ],
    { stdio: 'ignore' },
  );
  const served = await listen(central, app, { host: '127.0.0.1', port: 0, tls: { cert, key } });
  const ask = (path: string) =>
    new Promise<number>((resolve, reject) => {
      const asked = request(
        `${served.url}${path}`,
        { ca: readFileSync(cert), servername: 'localhost' },
        response => {
          response.resume();
          resolve(response.statusCode!);
        },
      );
      asked.once('error', reject);
      asked.end();
    });
  expect(await ask('/healthz')).toBe(200);
  // Holds the one connection of the database, so that the next answer takes its time.
  const gate = Promise.withResolvers<void>();
  onTestFinished(() => gate.resolve());
  const holding = write(central, () => gate.promise);
  const slow = ask('/healthz');
  await new Promise(resolve => setTimeout(resolve, 100));
  const stopped = served.stop();
  gate.resolve();
  await holding;
  expect(await slow).toBe(200);
  await stopped;
  await expect(ask('/healthz')).rejects.toThrow('ECONNREFUSED');
});

test('the command line refuses what it does not know, and says what a command needs', () => {
  expect(readArgs([], {})).toMatchObject({ command: 'serve', port: 4_400, settings: { databaseUrl: null } });
  expect(readArgs(['--port', '0'], { DATABASE_URL: 'postgres://x' }).settings.databaseUrl).toBe(
    'postgres://x',
  );
  expect(readArgs(['admin', '--email', 'sri@bps.example'], {})).toMatchObject({ command: 'admin' });
  for (const wrong of [
    ['serv'],
    ['admin', 'sri@bps.example'],
    ['--dta', 'x'],
    ['enrol'],
    ['--port', 'x'],
    ['--cert', 'x'],
    ['serve', 'now'],
  ])
    expect(() => readArgs(wrong, {}), wrong.join(' ')).toThrow(UsageError);
});

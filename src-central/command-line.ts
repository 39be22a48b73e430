/** What `npm run central` understands. */
import { parseArgs } from 'node:util';
import { defaultDataDir, defaultSettings, type CentralSettings } from './settings.ts';

export class UsageError extends Error {
  override name = 'UsageError';
}

export const usage = `
  npm run central -- [serve] [options]     the server; without DATABASE_URL a trial on PGlite
    --data DIR           keys, files, snapshots, and the trial's database
    --host H --port N    where it listens (127.0.0.1, 4400)
    --cert FILE --key FILE   TLS; without them put a proxy with TLS in front
    --trust-proxy        take the caller's address from X-Forwarded-For
    --screens DIR        screens that were built elsewhere; without it they are built when they are old
    --backups DIR        back up there by itself: nightly, a trial hourly; seven are kept

  npm run central -- admin                                    a one-time code for a new administrator
  npm run central -- admin --email E-MAIL                     the same for a new password and phone
  npm run central -- demo [--offices 3]                       made-up offices in an empty database

  npm run central -- office --office 1311 --name 'BPS …'      add or rename an office
  npm run central -- enrol --office 1311 [--device ID]        a one-time code for 48 hours
  npm run central -- revoke --office 1311 --device ID --reason '…'
  npm run central -- prove [--office 1311]                    1 when anything is missing or altered
  npm run central -- replay [--office 1311]                   apply parked rows again
  npm run central -- publish --scope catalogue --in FILE      rows into a feed (docs/central.md): JSON lines
  npm run central -- carry --in FILE --out FILE               a parcel from a station, and its answer
  npm run central -- backup --to DIR
  npm run central -- restore --from DIR                       into an empty database

  DATABASE_URL=postgres://user:password@host:5432/name        PostgreSQL 15 or newer
`;

const commands = [
  'serve',
  'admin',
  'demo',
  'office',
  'enrol',
  'revoke',
  'prove',
  'replay',
  'publish',
  'carry',
  'backup',
  'restore',
] as const;

export type Command = (typeof commands)[number];

const options = {
  data: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '4400' },
  cert: { type: 'string' },
  key: { type: 'string' },
  'trust-proxy': { type: 'boolean', default: false },
  screens: { type: 'string' },
  backups: { type: 'string' },
  email: { type: 'string' },
  offices: { type: 'string', default: '3' },
  office: { type: 'string' },
  name: { type: 'string' },
  device: { type: 'string' },
  reason: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  in: { type: 'string' },
  scope: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Which options a command cannot do without. */
const needed: Record<Command, (keyof typeof options)[]> = {
  serve: [],
  admin: [],
  demo: [],
  office: ['office', 'name'],
  enrol: ['office'],
  revoke: ['office', 'device', 'reason'],
  prove: [],
  replay: [],
  publish: ['scope', 'in'],
  carry: ['in', 'out'],
  backup: ['to'],
  restore: ['from'],
};

export type Options = ReturnType<typeof parse>['values'];

const parse = (argv: string[]) => parseArgs({ args: argv, options, allowPositionals: true });

export interface CentralArgs {
  command: Command;
  options: Options;
  settings: CentralSettings;
  port: number;
}

/** @throws {UsageError} for anything it does not know, so that a slip of the finger never starts an empty server. */
export function readArgs(argv: string[], env: NodeJS.ProcessEnv): CentralArgs {
  let read;
  try {
    read = parse(argv);
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]);
  }
  const { values, positionals } = read;
  const command = (positionals[0] ?? 'serve') as Command;
  if (!commands.includes(command) || positionals.length > 1)
    throw new UsageError(`${positionals.join(' ')}: ${commands.join(', ')}`);
  const missing = values.help ? [] : needed[command].filter(name => values[name] === undefined);
  if (missing.length > 0) throw new UsageError(`${command} needs --${missing.join(', --')}`);
  if ((values.cert === undefined) !== (values.key === undefined))
    throw new UsageError('--cert and --key go together');
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port ${values.port}: 0 … 65535`);
  const settings: CentralSettings = {
    ...defaultSettings,
    dataDir: values.data ?? defaultDataDir(),
    databaseUrl: env.DATABASE_URL ?? null,
  };
  return { command, options: values, settings, port };
}

/** `npm run central`: headquarters' server, and the commands of whoever looks after it. */
import { readFile, writeFile } from 'node:fs/promises';
import { hasAccounts, inviteAdmin, inviteAgain } from './accounts/store.ts';
import { createApp } from './app.ts';
import { backUpRegularly } from './backup/regularly.ts';
import { buildScreens } from './build-screens.ts';
import { backUp, BackupRefused, restore } from './backup/store.ts';
import { takeParcel } from './carry/parcels.ts';
import { openCentral, type Central } from './central.ts';
import { readArgs, usage, UsageError, type CentralArgs, type Command, type Options } from './command-line.ts';
import { FolderInUse } from './database/lock.ts';
import { isDiskFull } from './database/open.ts';
import { makeDemo } from './demo/store.ts';
import { write } from './database/write.ts';
import { BadLine, publishFile } from './feeds/publish-file.ts';
import { replay } from './intake/replay.ts';
import { proveRegularly } from './offices/prove-regularly.ts';
import { Problem } from './problem.ts';
import { proveFeed, proveOffice } from './proof/store.ts';
import { listen } from './serve.ts';
import { keepOffice, makeEnrolCode, revokeDevice } from './stations/store.ts';

const actor = 'command line';
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Each resolves to the exit code. */
const commands: Record<
  Exclude<Command, 'serve' | 'restore'>,
  (central: Central, options: Options) => Promise<number>
> = {
  admin: async (central, { email }) => {
    const code = email ? await inviteAgain(central, { email }, actor) : await inviteAdmin(central, actor);
    say(`${code}   (48 jam, sekali pakai / 48 hours, good once)`);
    return 0;
  },
  demo: async (central, { offices }) => {
    await makeDemo(central, Number(offices));
    return 0;
  },
  office: async (central, { office, name }) => {
    await write(central, tx => keepOffice(tx, { id: office!, name: name! }, central.now()));
    return 0;
  },
  enrol: async (central, { office, device }) => {
    const code = await write(central, tx =>
      makeEnrolCode(tx, { office: office!, device, by: actor }, central.now()),
    );
    say(`${code}   (48 jam, sekali pakai / 48 hours, good once)`);
    return 0;
  },
  revoke: async (central, { office, device, reason }) => {
    await write(central, tx =>
      revokeDevice(tx, { office: office!, device: device!, by: actor, reason: reason! }, central.now()),
    );
    return 0;
  },
  prove: async (central, { office }) => {
    const offices = office
      ? [{ office_id: office }]
      : await central.db.selectFrom('office').select('office_id').orderBy('office_id').execute();
    let code = 0;
    for (const { office_id } of offices) {
      const proof = await proveOffice(central, office_id);
      say(JSON.stringify(proof));
      if (!proof.ok) code = 1;
    }
    for (const scope of office ? [] : ['global', 'catalogue']) {
      const proof = await proveFeed(central.db, scope);
      say(JSON.stringify({ scope, ...proof }));
      if (proof.brokenAt !== null) code = 1;
    }
    return code;
  },
  replay: async (central, { office }) => {
    say(JSON.stringify(await replay(central, actor, undefined, office)));
    return 0;
  },
  publish: async (central, options) => {
    say(JSON.stringify(await publishFile(central, options.scope!, options.in!, actor)));
    return 0;
  },
  carry: async (central, options) => {
    const answer = await takeParcel(central, await readFile(options.in!));
    await writeFile(options.out!, answer);
    return 0;
  },
  backup: async (central, { to }) => {
    say(await backUp(central, to!));
    return 0;
  },
};

async function runServer({ settings, options, port }: CentralArgs): Promise<void> {
  if (!options.screens) await buildScreens().catch(sayNoScreens);
  const central = await openCentral(settings);
  const tls = options.cert && options.key ? { cert: options.cert, key: options.key } : undefined;
  const served = await listen(central, createApp(central, options.screens), {
    host: options.host,
    port,
    tls,
    trustProxy: options['trust-proxy'],
  }).catch(async error => {
    await central.close();
    throw error;
  });
  const stopBackups = options.backups ? backUpRegularly(central, options.backups) : () => {};
  const stopProving = proveRegularly(central);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    stopBackups();
    stopProving();
    await served.stop();
    await central.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  const trial = central.trial
    ? '\n  UJI COBA / TRIAL: PGlite di folder ini. Untuk sungguhan pakai PostgreSQL (docs/central.md).\n  PGlite in this folder. In earnest use PostgreSQL (docs/central.md).\n'
    : '';
  // Last: who reads the address may stop the server at once.
  say(`\n  Pusat    ${served.url}/\n  Data     ${settings.dataDir}\n${await howToBegin(central)}${trial}`);
}

/** Stations are received all the same. */
const sayNoScreens = (error: Error) =>
  process.stderr.write(
    `  Layar tidak dapat dibangun (npm run build). / The screens could not be built. ${error.message}\n`,
  );

/** In earnest the output is a log that others read, so the first code is made by hand. */
async function howToBegin(central: Central): Promise<string> {
  if (await hasAccounts(central)) return '';
  const code = central.trial ? await inviteAdmin(central, 'central') : 'npm run central -- admin';
  return `  Admin    ${code}   (kode admin pertama / code of the first administrator)\n`;
}

async function main(): Promise<number | null> {
  const args = readArgs(process.argv.slice(2), process.env);
  const { command, options, settings } = args;
  if (options.help) say(usage);
  else if (command === 'serve') {
    await runServer(args);
    return null;
  } else if (command === 'restore') await restore(settings, options.from!);
  else {
    const central = await openCentral(settings, { beside: true });
    try {
      return await commands[command](central, options);
    } finally {
      await central.close();
    }
  }
  return 0;
}

function sentenceOf(error: Error & { code?: string }): string {
  if (error instanceof UsageError) return `  ${error.message}\n${usage}`;
  if (error instanceof Problem) return `  ${error.body.message.id}\n  ${error.body.message.en}`;
  if (error instanceof FolderInUse || error instanceof BackupRefused || error instanceof BadLine)
    return `  ${error.message}`;
  if (error.code === 'EADDRINUSE')
    return '  Port sudah dipakai; pilih --port lain. / This port is in use; choose another with --port.';
  if (isDiskFull(error))
    return '  Ruang disk habis; kosongkan sebagian, lalu jalankan lagi. Tidak ada yang hilang.\n  The disk is full: make some room, then start again. Nothing is lost.';
  return error.stack ?? error.message;
}

main().then(
  code => {
    if (code !== null) process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`\n${sentenceOf(error)}\n\n`);
    process.exit(2);
  },
);

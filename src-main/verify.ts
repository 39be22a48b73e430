/** `npm run verify -- --data DIR`: reads the whole journal of an office and says whether its chain is whole. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDir } from './command-line.ts';
import { openForReading } from './database/open.ts';
import { verifyJournal } from './journal/store.ts';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, demo: { type: 'boolean', default: false } },
  });
  const file = join(values.data ?? defaultDataDir(values.demo), 'loket.sqlite');
  if (!existsSync(file)) {
    process.stderr.write(`There is no office's data at ${file}. / Tidak ada data kantor di sana.\n`);
    return 2;
  }
  const db = openForReading(file);
  try {
    const { rows, brokenAt } = await verifyJournal(db);
    process.stdout.write(
      brokenAt === null
        ? `The journal is whole: ${rows} rows, each continues the one before it. / Jurnal utuh: ${rows} baris.\n`
        : `The journal is broken at row ${brokenAt}; the ${rows} rows before it are whole. / Jurnal rusak pada baris ${brokenAt}.\n`,
    );
    return brokenAt === null ? 0 : 1;
  } finally {
    await db.destroy();
  }
}

main().then(
  code => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  },
);

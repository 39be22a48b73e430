import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshSettings, kinds, openTestCentral, testCluster } from '../../test/helpers/central.ts';
import { SimpleStation } from '../../test/helpers/simple-station.ts';
import { silentLog, temporaryDir } from '../../test/helpers/station.ts';
import { visitRow } from '../../test/seeds/office-rows.ts';
import { createApp } from '../app.ts';
import { openCentral } from '../central.ts';
import { FolderInUse } from '../database/lock.ts';
import { proveOffice } from '../proof/store.ts';
import { packConsents, signed, signWith } from '../wire/rules.ts';
import { backUp, BackupRefused, restore } from './store.ts';

const someone = 'a0000000-0000-4000-8000-000000000001';

/** Settings of a place where there is nothing: no folder, an empty database. */
async function emptySettings(kind: (typeof kinds)[number]) {
  const settings = await freshSettings(kind);
  rmSync(settings.dataDir, { recursive: true });
  if (kind === 'PGlite') return settings;
  const name = `empty_${Math.random().toString(36).slice(2)}`;
  await (await testCluster()).run(`CREATE DATABASE ${name}`);
  return { ...settings, databaseUrl: (await testCluster()).url(name) };
}

describe.each(kinds)('a backup on %s', kind => {
  test('comes back whole elsewhere as another incarnation, and the station sends what is not in it (F10)', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const sealed = [1, 2, 3, 4].map(no => station.seal([visitRow(no)]));
    await station.put(sealed[0]!);
    await station.put(sealed[1]!);
    const list = packConsents({
      no: 1,
      people: [{ id: someone, name: 'Siti Rahasia', until: '2099-01-01' }],
    });
    const signature = signWith(station.keys.secret, signed.consents('skd', 'a', list));
    const named = await station.request('PUT', '/consents/skd/a', { body: list, headers: { signature } });
    expect(named.status).toBe(200);
    const before = await test.central.db.selectFrom('visit').selectAll().orderBy('id').execute();
    const age = async () =>
      /^loket_backup_age_seconds (.+)$/m.exec(await (await test.ask('/metrics')).text())?.[1];
    expect(await age(), 'there was none').toBe('+Inf');
    const folder = await backUp(test.central, temporaryDir());
    expect(Number(await age())).toBeLessThan(60);
    await station.put(sealed[2]!);
    if (kind === 'PostgreSQL') {
      const dump = ['--file=-', join(folder, 'database.dump')];
      const said = execFileSync('pg_restore', dump, { maxBuffer: 64 * 1024 * 1024 }).toString();
      expect(said).toContain('CREATE TABLE public.consent');
      expect(said).not.toContain('Rahasia');
    }
    const elsewhere = await emptySettings(kind);
    await restore(elsewhere, folder);
    const restored = await openCentral(elsewhere, { log: silentLog });
    try {
      expect(restored.incarnation).not.toBe(test.central.incarnation);
      expect(await restored.db.selectFrom('visit').selectAll().orderBy('id').execute()).toEqual(before);
      expect(await restored.db.selectFrom('consent').select('id').execute()).toEqual([]);
      expect(await restored.db.selectFrom('consent_part').select('no').execute()).toEqual([]);
      expect(
        await restored.db.selectFrom('audit').select('what').orderBy('id', 'desc').executeTakeFirst(),
      ).toEqual({
        what: 'central.restored',
      });
      const app = createApp(restored);
      const ask = (path: string, init?: RequestInit) =>
        Promise.resolve(app.fetch(new Request(`http://central${path}`, init), {}));
      const again = Object.assign(new SimpleStation(ask, station.enrolment, station.keys), {
        epoch: station.epoch,
        no: station.no,
        chain: station.chain,
      });
      const { body } = await again.greet();
      expect(body.incarnation).toBe(restored.incarnation);
      expect(body.streams).toMatchObject([{ cursor: 2, chain: sealed[1]!.chain.toString('hex') }]);
      for (const one of sealed.slice(2)) expect((await again.put(one)).status).toBe(200);
      expect(await proveOffice(restored, '1311')).toMatchObject({ ok: true, batches: 4 });
    } finally {
      await restored.close();
    }
  });

  test('is what makes batches archived; on trial nothing ever is', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    await station.put(station.seal([visitRow(1)]));
    await backUp(test.central, temporaryDir());
    const { body } = await station.put(station.seal([visitRow(2)]));
    expect(body).toMatchObject({ cursor: 2, archived: kind === 'PGlite' ? 0 : 1 });
    expect((await station.greet()).body.streams).toMatchObject([{ archived: kind === 'PGlite' ? 0 : 1 }]);
  });

  test('that was changed, or would overwrite something, is refused', async () => {
    const test = await openTestCentral(kind);
    await test.station();
    const folder = await backUp(test.central, temporaryDir());
    await test.central.close();
    await expect(restore(test.settings, folder)).rejects.toThrow(/holds a database already|already exists/);
    const { kind: made } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      kind: string;
    };
    const dump = join(folder, made === 'trial' ? 'database.tar.gz' : 'database.dump');
    const bytes = readFileSync(dump);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(dump, bytes);
    await expect(restore(await emptySettings(kind), folder)).rejects.toThrow(BackupRefused);
  });

  test('put in place of the database behind our back is noticed; a restart is not a restore', async () => {
    const test = await openTestCentral(kind);
    const { incarnation } = test.central;
    await test.reopen();
    expect(test.central.incarnation).toBe(incarnation);
    if (kind === 'PGlite') {
      await test.central.close();
      const old = join(temporaryDir(), 'database');
      cpSync(join(test.settings.dataDir, 'database'), old, { recursive: true });
      await test.reopen();
      await test.central.close();
      cpSync(old, join(test.settings.dataDir, 'database'), { recursive: true });
    } else {
      const { mark } = await test.central.db
        .selectFrom('server_identity')
        .select('mark')
        .executeTakeFirstOrThrow();
      await test.reopen();
      await test.central.db.updateTable('server_identity').set({ mark }).execute();
    }
    await test.reopen();
    expect(test.central.incarnation).not.toBe(incarnation);
  });

  test('a folder has one server at a time', async () => {
    const test = await openTestCentral(kind);
    await expect(openCentral(test.settings, { log: silentLog })).rejects.toThrow(FolderInUse);
    // Left by a process that is gone, by one that had our number before the computer started anew, by a power cut.
    for (const left of ['999999999', String(process.pid), '']) {
      await test.central.close();
      writeFileSync(join(test.settings.dataDir, 'central.lock'), left);
      await test.reopen();
      expect((await test.ask('/healthz')).status).toBe(200);
    }
  });
});

import type { Page } from '@playwright/test';
import { write } from '../../src-central/database/write.ts';
import { publish } from '../../src-central/feeds/store.ts';
import { ServedCentral } from '../helpers/served-central.ts';
import { guestbook } from '../seeds/office.ts';
import { expect, test as base } from './fixtures.ts';
import { signIn } from './officer.ts';

const test = base.extend<{ central: ServedCentral }>({
  central: async ({ station: _station }, use) => {
    const central = await ServedCentral.open();
    await use(central);
    await central.end().catch(() => undefined);
  },
});

async function openSync(page: Page): Promise<void> {
  await signIn(page, 'admin');
  await page.goto(`${new URL(page.url()).origin}/#/settings/sync`);
  await expect(page.getByRole('heading', { level: 2, name: 'Sinkronisasi' })).toBeVisible();
}

async function enrol(page: Page, central: ServedCentral): Promise<void> {
  await page.getByLabel('Alamat pusat').fill(central.url);
  await page.getByLabel('Kode pendaftaran').fill(await central.code());
  await page.getByRole('button', { name: 'Daftarkan' }).click();
  await expect(page.getByText('Semua sudah di pusat').first()).toBeVisible({ timeout: 20_000 });
}

test('an administrator enrols the office, sends, and reads why headquarters is not reached', async ({
  staff,
  station,
  central,
}) => {
  test.slow();
  await openSync(staff);
  await staff.getByLabel('Alamat pusat').fill(central.url);
  await staff.getByLabel('Kode pendaftaran').fill('ABCD-EFGH-2345-6789');
  await staff.getByRole('button', { name: 'Daftarkan' }).click();
  await expect(staff.getByText('Pusat tidak menerima kode ini')).toBeVisible();

  await enrol(staff, central);
  await expect(staff.getByText('BPS 1311 (1311)')).toBeVisible();
  const lamp = staff.getByRole('link', { name: /^Sinkronisasi:/ });
  await expect(lamp).toBeVisible();

  // Soon after a change while online, without anybody asking.
  await station.ask('/visits', { body: guestbook(), door: 'kiosk' });
  await expect
    .poll(async () => (await central.central.db.selectFrom('batch').select('rows').execute()).length, {
      timeout: 15_000,
    })
    .toBeGreaterThan(1);

  await central.end();
  await station.ask('/visits', { body: guestbook({}, { name: 'Budi Santoso' }), door: 'kiosk' });
  await staff.getByRole('button', { name: 'Kirim sekarang' }).click();
  await expect(staff.getByText('Pusat tidak terjangkau.')).toBeVisible({ timeout: 15_000 });
  await expect(staff.getByText(/perubahan, sejak/)).toBeVisible();
});

test('a revoked station says so, keeps its data, and can be enrolled again', async ({
  staff,
  station,
  central,
}) => {
  test.slow();
  await openSync(staff);
  await enrol(staff, central);
  const token = await station.signIn('admin');
  const { body } = await station.ask<{ device: string }>('/sync', { token });
  await central.revoke(body.device);
  await staff.getByRole('button', { name: 'Kirim sekarang' }).click();
  await expect(staff.getByText('Pusat mencabut stasiun ini.')).toBeVisible({ timeout: 15_000 });
  await enrol(staff, central);
  await expect(staff.getByText('Pusat mencabut stasiun ini.')).toHaveCount(0);
});

test('a parcel is made to be carried by USB', async ({ staff, central }) => {
  test.slow();
  await openSync(staff);
  await enrol(staff, central);
  await staff.getByRole('button', { name: 'Buat paket' }).click();
  const [download] = await Promise.all([
    staff.waitForEvent('download'),
    staff.getByRole('link', { name: /^Simpan loket-1311/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('loket-1311.paket');
});

test('what headquarters announces stands above every page until it was read', async ({ staff, central }) => {
  test.slow();
  await openSync(staff);
  await enrol(staff, central);
  await write(central.central, tx =>
    publish(tx, 'global', [
      {
        table: 'announcement',
        id: 'a1',
        data: {
          title: { id: 'Survei Kebutuhan Data', en: 'Data needs survey' },
          body: { id: 'Formulir baru berlaku Senin.', en: 'The new form begins on Monday.' },
        },
      },
    ]),
  );
  await staff.getByRole('button', { name: 'Kirim sekarang' }).click();
  const bar = staff.getByRole('status').filter({ hasText: 'Formulir baru berlaku Senin.' });
  await expect(bar).toBeVisible({ timeout: 15_000 });
  await bar.getByRole('button', { name: 'Sudah dibaca' }).click();
  await expect(bar).toHaveCount(0);
});

test('an administrator changes the station’s key, and headquarters knows the new one', async ({
  staff,
  central,
}) => {
  test.slow();
  await openSync(staff);
  await enrol(staff, central);
  const keys = () =>
    central.central.db
      .selectFrom('device_key')
      .select(['key_id', 'replaced_at'])
      .orderBy('added_at')
      .execute();
  const [before] = await keys();
  await staff.getByRole('button', { name: 'Ganti kunci' }).click();
  await expect(staff.getByText('Kunci diganti.')).toBeVisible({ timeout: 15_000 });
  const [old, fresh] = await keys();
  expect(old!.key_id).toBe(before!.key_id);
  expect(old!.replaced_at).not.toBeNull();
  expect(fresh!.replaced_at).toBeNull();
});

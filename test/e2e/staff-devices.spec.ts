/** The counter's small devices: the scanner's guided test, passport readers, spoken calls, labels and cards. */
import { clips } from '../../src-renderer/staff/voice/clips.ts';
import { expect, scan, test } from './fixtures.ts';
import { drawer, signIn, visitorSigns } from './officer.ts';

/** The specimen of ICAO 9303. */
const passport = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
] as const;

test('the guided test tells how a scanner types and sets what it adds', async ({ staff, station }) => {
  await signIn(staff, 'admin');
  await staff.goto(`${station.staffUrl}/#/settings/scanner`);
  const settings = staff.getByRole('region', { name: 'Pemindai', exact: true });
  await settings.getByRole('button', { name: 'Mulai uji' }).click();
  await expect(settings.getByRole('img', { name: 'Kode uji sebagai QR' })).toBeVisible();
  await expect(settings.getByText('Menunggu pindaian')).toBeVisible();

  await scan(staff, '~SAZQWY:!A', { gapMs: 110, end: 'Tab' });
  await expect(settings.getByText('Pemindai memakai papan ketik Prancis')).toBeVisible();
  await expect(settings.getByText('110 md per huruf: lambat')).toBeVisible();
  await expect(settings.getByText('Tab: baik.')).toBeVisible();
  await expect(settings.getByText('“~” di depan kode: diisikan di bawah.')).toBeVisible();
  await expect(settings.getByLabel('Awalan')).toHaveValue('~');
  await expect(staff.getByRole('complementary')).toHaveCount(0);

  await scan(staff, '9786020000000');
  await expect(
    settings.getByText('Ini bukan kode Loket PST, atau terlalu banyak yang tertukar'),
  ).toBeVisible();

  await settings.getByRole('button', { name: 'Selesai menguji' }).click();
  await settings.getByRole('button', { name: 'Simpan perubahan' }).click();
  await expect(staff.getByText('Tersimpan.')).toBeVisible();
  const { code } = await visitorSigns(station);
  await scan(staff, `~${code}`);
  await expect(drawer(staff)).toContainText('P-001');
});

test.describe('where the end of the number is asked for', () => {
  test.use({ profile: { custody: { askLastFour: true } } });

  test('a passport reader fills in kind and last four, and leaves nothing else', async ({
    station,
    staff,
  }) => {
    await signIn(staff);
    const visit = await visitorSigns(station);
    await station.ask(`/visits/${visit.id}/serve`, { method: 'POST', token: await station.signIn('front') });
    await scan(staff, visit.code);
    await expect(drawer(staff).getByRole('heading', { name: 'Terima kartu' })).toBeVisible();

    for (const line of passport) await scan(staff, line);
    await expect(drawer(staff).getByRole('radio', { name: 'Paspor' })).toBeChecked();
    await expect(drawer(staff).getByText('Paspor terbaca')).toBeVisible();
    await expect(drawer(staff).getByLabel('Empat angka terakhir')).toHaveValue('02C3');
    await expect(drawer(staff)).not.toContainText('ERIKSSON');
    await drawer(staff).getByRole('button', { name: 'Terima dan buat slip' }).click();
    await expect(drawer(staff).getByRole('heading', { name: 'Kartu diterima' })).toBeVisible();
  });

  test('typed lines are checked, and the part that is wrong is named', async ({ station, staff }) => {
    await signIn(staff);
    const visit = await visitorSigns(station);
    await station.ask(`/visits/${visit.id}/serve`, { method: 'POST', token: await station.signIn('front') });
    await scan(staff, visit.code);
    await drawer(staff).getByRole('radio', { name: 'Paspor' }).check();
    const lines = drawer(staff).getByLabel('Dua baris di bawah halaman foto paspor');
    await lines.fill(passport.join('\n').replace('7408122', '7409122'));
    await drawer(staff).getByRole('button', { name: 'Periksa paspor' }).click();
    await expect(drawer(staff).getByRole('alert')).toContainText('Angka periksa paspor tidak cocok');
    await expect(drawer(staff).getByRole('alert')).toContainText('Periksa: tanggal lahir.');
    await lines.fill(passport.join('\n'));
    await drawer(staff).getByRole('button', { name: 'Periksa paspor' }).click();
    await expect(drawer(staff).getByText('Paspor terbaca')).toBeVisible();
    await expect(lines).toHaveValue('');
  });
});

test.describe('where numbers are called aloud', () => {
  test.use({ profile: { voice: true } });

  test('the right words are played in the right order, in the visitor’s language too', async ({
    station,
    staff,
  }) => {
    await staff.evaluate(() => {
      const heard: [when: number, from: number][] = [];
      Object.assign(window, { heard });
      const start = AudioBufferSourceNode.prototype.start;
      AudioBufferSourceNode.prototype.start = function listen(when = 0, from = 0, length = 0) {
        heard.push([when, from]);
        start.call(this, when, from, length);
      };
    });
    await signIn(staff);
    const visit = await visitorSigns(station, 'Jane Doe', { language: 'en' });
    await scan(staff, visit.code);
    await drawer(staff).getByRole('button', { name: 'Panggil' }).click();
    const words = ['begin', 'P'] as const;
    const wanted = [
      ...[...words, 'satu', 'end'].map(word => clips.id[word as 'satu'][0]),
      ...[...words, 'one', 'end'].map(word => clips.en[word as 'one'][0]),
    ];
    const heard = () => staff.evaluate(() => (window as unknown as { heard: [number, number][] }).heard);
    await expect.poll(async () => (await heard()).map(([, from]) => from)).toEqual(wanted);
    const times = (await heard()).map(([when]) => when);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });
});

test('labels of the lockers are made in the settings, and a remembered visitor’s card at the visit', async ({
  station,
  staff,
}) => {
  await signIn(staff, 'admin');
  await staff.goto(`${station.staffUrl}/#/settings/labels`);
  const settings = staff.getByRole('region', { name: 'Label' });
  await settings.getByRole('button', { name: /Buat/ }).click();
  const saved = staff.waitForEvent('download');
  await settings.getByRole('link', { name: /Simpan/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.pdf$/);

  const visit = await visitorSigns(station, 'Siti Aminah', { remember: true });
  await scan(staff, visit.code);
  await drawer(staff)
    .getByRole('button', { name: /kartu pengunjung/i })
    .click();
  const card = staff.waitForEvent('download');
  await drawer(staff)
    .getByRole('link', { name: /Simpan/ })
    .click();
  expect((await card).suggestedFilename()).toMatch(/\.pdf$/);
});

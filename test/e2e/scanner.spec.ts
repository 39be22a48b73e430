/** Keyboard-wedge scanners as they are: slow, wrapped, in a wrong layout, two at once, into fields and over dialogs. */
import { expect, scan, test } from './fixtures.ts';
import { drawer, placeCode, signIn, visitorInside, visitorSigns, codesOf } from './officer.ts';

test('a slow Bluetooth scanner is heard, and leaves nothing in the field it typed into', async ({
  station,
  staff,
}) => {
  await signIn(staff);
  const visit = await visitorInside(station);
  const { slip } = await codesOf(station, visit.id);
  const search = staff.getByPlaceholder('Cari nama, nomor, loker…');
  await search.fill('Siti');
  await scan(staff, slip, { gapMs: 120 });
  await expect(drawer(staff).getByRole('heading', { name: 'Kembalikan kartu' })).toBeVisible();
  await expect(search).toHaveValue('Siti');
});

test('a scanner may end its code with Tab, or with nothing at all', async ({ station, staff }) => {
  await signIn(staff);
  const search = staff.getByPlaceholder('Cari nama, nomor, loker…');
  await search.focus();
  await scan(staff, await placeCode(station, 'locker', 3), { end: 'Tab' });
  await expect(staff.getByText('Loker 3 kosong')).toBeVisible();
  await scan(staff, await placeCode(station, 'locker', 4), { end: null });
  await expect(staff.getByText('Loker 4 kosong')).toBeVisible();
  await expect(search).toHaveValue('');
});

test('a scanner set to a German or French keyboard is understood', async ({ station, staff }) => {
  await signIn(staff);
  const code = await placeCode(station, 'pocket', 7);
  const french = new Map([...'QAZWM1234567890'].map((one, at) => [one, [...`AQWZ?&é"'(-è_çà`][at]!]));
  await scan(staff, Array.from(code, one => french.get(one) ?? one).join(''));
  await expect(staff.getByText('Kantong 7 kosong')).toBeVisible();
});

test.describe('an office whose scanners add to every code', () => {
  test.use({ profile: { scanner: { prefix: '~#', suffix: '#' } } });

  test('reads them with and without, fast and slow', async ({ station, staff, kiosk }) => {
    await signIn(staff);
    await scan(staff, `~#${await placeCode(station, 'locker', 1)}#`);
    await expect(staff.getByText('Loker 1 kosong')).toBeVisible();
    await scan(staff, await placeCode(station, 'locker', 2));
    await expect(staff.getByText('Loker 2 kosong')).toBeVisible();
    const search = staff.getByPlaceholder('Cari nama, nomor, loker…');
    await search.focus();
    await scan(staff, `~#${await placeCode(station, 'locker', 5)}#`, { gapMs: 110 });
    await expect(staff.getByText('Loker 5 kosong')).toBeVisible();
    await expect(search).toHaveValue('');
    await scan(kiosk, `~#${(await visitorSigns(station)).code}#`);
    await expect(kiosk.getByRole('heading', { name: 'Ini slip kunjungan' })).toBeVisible();
  });
});

test('two scanners at once are refused, press no button, and the next scan is heard', async ({
  station,
  staff,
}) => {
  await signIn(staff);
  const [one, other] = [await placeCode(station, 'locker', 1), await placeCode(station, 'pocket', 2)];
  const lock = staff.getByRole('button', { name: 'Suara menyala' });
  await lock.focus();
  const tangled = [...one].flatMap((letter, at) => [letter, other[at]!]).join('');
  // The first one's Enter comes before the last three keys of the second.
  await scan(staff, tangled.slice(0, -3));
  await expect(staff.getByText(/Ini bukan kode Loket PST|Kode tidak terbaca utuh/)).toBeVisible();
  await scan(staff, tangled.slice(-3));
  await expect(lock).toBeVisible();
  await scan(staff, other);
  await expect(staff.getByText('Kantong 2 kosong')).toBeVisible();
});

test('a scan while a dialog asks something waits its turn and takes nothing from the dialog', async ({
  station,
  staff,
}) => {
  await signIn(staff);
  const visit = await visitorSigns(station);
  const other = await visitorSigns(station, 'Budi Santoso');
  await scan(staff, visit.code);
  await drawer(staff).getByRole('button', { name: 'Pulang sebelum dilayani…' }).click();
  const dialog = staff.getByRole('dialog', { name: /pulang sebelum dilayani/ });
  const reason = dialog.getByRole('radio', { name: 'Akan kembali lain waktu' });
  await reason.check();
  await scan(staff, other.code);
  await expect(staff.getByText('Selesaikan dulu pertanyaan di layar')).toBeVisible();
  await expect(reason).toBeChecked();
  await staff.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await scan(staff, other.code);
  await expect(drawer(staff)).toContainText(other.number);
});

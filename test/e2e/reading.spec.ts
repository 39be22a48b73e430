import { expect, scan, test } from './fixtures.ts';
import { handed, printed } from './librarian.ts';
import { codesOf, drawer, signIn, visitorInside } from './officer.ts';

const yearbook = 'Kabupaten Dharmasraya Dalam Angka 2024';

test('slip, then publication: it is with that visitor; scanned again it is back on its shelf', async ({
  station,
  staff,
}) => {
  const visit = await visitorInside(station);
  const { codes } = await printed(station, yearbook);
  await signIn(staff, 'librarian');
  await scan(staff, visit.code);
  await expect(drawer(staff).getByText('Belum membaca apa pun.')).toBeVisible();
  await scan(staff, codes[0]!);
  await expect(staff.getByText(`${yearbook} kini bersama ${visit.number}`)).toBeVisible();
  await expect(drawer(staff).getByRole('button', { name: yearbook, exact: true })).toBeVisible();
  await expect(staff.getByRole('region', { name: 'Di dalam' }).getByText('1 publikasi')).toBeVisible();

  await staff.keyboard.press('Escape');
  await staff.getByRole('link', { name: 'Dibaca' }).click();
  await expect(staff.getByRole('row', { name: new RegExp(yearbook) })).toContainText(visit.number);
  await scan(staff, codes[0]!);
  await expect(staff.getByText(`${yearbook} kembali ke rak B-2`).first()).toBeVisible();
  await expect(staff.getByText('Semua publikasi ada di raknya')).toBeVisible();
});

test('publication first: it asks for its reader, who is scanned or chosen from the board', async ({
  station,
  staff,
}) => {
  const siti = await visitorInside(station);
  const budi = await visitorInside(station, 'Budi Santoso');
  const { codes } = await printed(station, yearbook, { copies: 2 });
  await signIn(staff);
  await scan(staff, codes[0]!);
  await expect(drawer(staff).getByRole('heading', { name: 'Dibaca oleh siapa?' })).toBeVisible();
  await scan(staff, siti.code);
  await expect(drawer(staff).getByRole('heading', { name: new RegExp(siti.number) })).toBeVisible();
  await expect(drawer(staff).getByRole('button', { name: yearbook, exact: true })).toBeVisible();

  await staff.keyboard.press('Escape');
  await scan(staff, codes[1]!);
  await drawer(staff)
    .getByRole('button', { name: `Beri kepada ${budi.number}` })
    .click();
  await expect(drawer(staff).getByRole('heading', { name: new RegExp(budi.number) })).toBeVisible();
  await staff.goto(`${station.staffUrl}/#/reading`);
  await expect(staff.getByRole('row', { name: new RegExp(yearbook) })).toHaveCount(2);
});

test('a publication in other hands is not given away, and a code typed by hand counts as a scan', async ({
  station,
  staff,
}) => {
  const siti = await visitorInside(station);
  const budi = await visitorInside(station, 'Budi Santoso');
  const { codes } = await printed(station, yearbook);
  await handed(station, codes[0]!, siti.id);
  await signIn(staff, 'librarian');
  await scan(staff, budi.code);
  await expect(drawer(staff).getByText('Belum membaca apa pun.')).toBeVisible();
  await staff.keyboard.press('F2');
  await staff.keyboard.type(codes[0]!.toLowerCase(), { delay: 80 });
  await staff.keyboard.press('Enter');
  await expect(staff.getByText(`Eksemplar ini masih bersama ${siti.number}`, { exact: false })).toBeVisible();
  await expect(drawer(staff).getByText('Belum membaca apa pun.')).toBeVisible();
});

test('the card is not given back before the publication is', async ({ station, staff }) => {
  const visit = await visitorInside(station);
  const { codes } = await printed(station, yearbook);
  await handed(station, codes[0]!, visit.id);
  const places = await codesOf(station, visit.id);
  await signIn(staff);
  for (const code of [places.slip, places.pocket, places.locker]) {
    await scan(staff, code);
    await expect(drawer(staff).getByRole('heading', { name: 'Kembalikan kartu' })).toBeVisible();
  }
  await expect(drawer(staff).getByText('Cocok', { exact: true })).toHaveCount(3);
  await staff.getByRole('button', { name: 'Serahkan kartu', exact: true }).click();
  await expect(staff.getByText('Masih ada publikasi pada kunjungan ini', { exact: false })).toBeVisible();
  await scan(staff, codes[0]!);
  await expect(staff.getByText('kembali ke rak B-2', { exact: false }).first()).toBeVisible();
  await staff.getByRole('button', { name: 'Serahkan kartu', exact: true }).click();
  await expect(staff.getByText(`Kartu ${visit.number} sudah kembali`)).toBeVisible();
});

test('what a visitor carried away is called missing, and the list says so to both desks', async ({
  station,
  staff,
  secondStaff,
}) => {
  const visit = await visitorInside(station);
  const { codes } = await printed(station, yearbook);
  await handed(station, codes[0]!, visit.id);
  await signIn(secondStaff, 'supervisor');
  await secondStaff.goto(`${station.staffUrl}/#/reading`);
  await expect(secondStaff.getByRole('row', { name: new RegExp(yearbook) })).toBeVisible();
  await signIn(staff, 'librarian');
  await staff.goto(`${station.staffUrl}/#/reading`);
  await staff.getByRole('button', { name: `Buka ${yearbook}` }).click();
  await drawer(staff).getByRole('button', { name: 'Tidak kembali' }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Tidak kembali' }).click();
  await expect(staff.getByText('Tercatat hilang.')).toBeVisible();
  await expect(secondStaff.getByText('Semua publikasi ada di raknya')).toBeVisible();
});

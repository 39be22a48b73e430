import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../test/helpers/central.ts';
import { Headquarters } from '../../test/helpers/headquarters.ts';
import { visitRow } from '../../test/seeds/office-rows.ts';

/** As spreadsheets with Indonesian settings read it. */
const csv = (bytes: Buffer) => parse(bytes, { bom: true, delimiter: ';' });

async function open(kind: (typeof kinds)[number]) {
  const hq = await Headquarters.open(kind, '2026-11-24T02:00:00.000Z');
  const admin = await hq.admin();
  const station = await hq.test.station('1311');
  await station.put(
    station.seal([
      visitRow(1, { state: 'closed', waited_ms: 60_000 }),
      visitRow(2, { state: 'closed', waited_ms: 400_000 }),
      visitRow(3, { state: 'closed', waited_ms: 400_000 }),
    ]),
  );
  await admin.ask('POST', '/offices', { id: '1399', name: '=HYPERLINK("http://jahat.example")' });
  return { admin };
}

describe.each(kinds)('files for spreadsheets on %s', kind => {
  test('the list of offices reads the same from CSV and Excel, and computes nothing', async () => {
    const { admin } = await open(kind);
    const asked = { order: 'office' };
    const text = csv((await admin.ask('POST', '/exports/offices/csv', asked)).bytes);
    expect(text[0]!.slice(0, 4)).toEqual(['Kode', 'Kantor', 'Keadaan', 'Stasiun']);
    expect(text.map(row => row[0])).toEqual(['Kode', '1311', '1399']);
    const column = (name: string) => text[1]![text[0]!.indexOf(name)];
    expect(
      ['Keadaan', 'Kunjungan 30 hari', 'Tepat janji (%)', 'Terakhir terlihat (WIB)'].map(column),
    ).toEqual(['Baik', '3', '33,3', '2026-11-24 09:00']);
    expect(text[2]![1]).toBe(`'=HYPERLINK("http://jahat.example")`);

    const workbook = await admin.ask('POST', '/exports/offices/xlsx', asked);
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
    const [sheet] = await readExcelFile(workbook.bytes);
    expect(sheet!.sheet).toBe('Kantor');
    const cells = sheet!.data.map(row =>
      row.map(cell => {
        if (cell instanceof Date) return cell.toISOString().slice(0, 16).replace('T', ' ');
        return cell === null ? '' : String(cell).replace('.', typeof cell === 'number' ? ',' : '.');
      }),
    );
    expect(cells[1]).toEqual(text[1]);
    const seen = sheet!.data[1]![text[0]!.indexOf('Terakhir terlihat (WIB)')];
    expect(seen, 'what the clock on the wall showed').toEqual(new Date('2026-11-24T09:00:00Z'));
    expect(cells[2]![1], 'text in a workbook is text').toBe('=HYPERLINK("http://jahat.example")');

    const english = csv(
      (await admin.ask('POST', '/exports/offices/csv', { ...asked, language: 'en' })).bytes,
    );
    expect(english.map(row => row[2])).toEqual(['State', 'Well', 'Not connected yet']);
  });

  test('one office’s days have the figures of the screen', async () => {
    const { admin } = await open(kind);
    const span = { from: '2026-11-01', to: '2026-11-30' };
    const rows = csv((await admin.ask('POST', '/exports/days/1311/csv', span)).bytes);
    expect(rows.slice(1)).toEqual([['2026-11-23', '3', '3', '3', '1', '33,3', '0', '287']]);
    expect((await admin.ask('POST', '/exports/days/9999/csv', span)).body.code).toBe('stations.noOffice');
    expect((await admin.ask('POST', '/exports/days/1311/pdf', span)).body.code).toBe('request.invalid');
  });

  test('whoever takes a file is in the audit, and in the file of the audit', async () => {
    const { admin } = await open(kind);
    await admin.ask('POST', '/exports/offices/csv', {});
    const rows = csv((await admin.ask('POST', '/exports/audit/csv', { text: 'diunduh' })).bytes);
    expect(rows[1]!.slice(0, 5)).toEqual([
      '2026-11-24 09:00',
      admin.email,
      'Daftar “Kantor” diunduh, 2 baris',
      '',
      'list.exported',
    ]);
    expect(JSON.parse(rows[1]![5]!)).toEqual({ list: 'offices', rows: 2 });
  });
});

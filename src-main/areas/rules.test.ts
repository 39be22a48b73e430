import { expect, test } from 'vitest';
import { areaOf, areaOfTitle, areas, findAreas } from './rules.ts';

const codes = (text: string) => findAreas(text.split(' ')).map(one => one.areas.map(area => area.code));

test('the list has the country, 38 provinces and 514 regencies and cities, each once', () => {
  expect(areas.filter(area => area.kind === 'province')).toHaveLength(38);
  expect(areas.filter(area => area.kind === 'regency' || area.kind === 'city')).toHaveLength(514);
  expect(new Set(areas.map(area => area.code)).size).toBe(areas.length);
});

test('codes are those of BPS', () => {
  expect(areaOf('1311')?.name).toBe('Kabupaten Dharmasraya');
  expect(areaOf('1377')?.name).toBe('Kota Pariaman');
  expect(areaOf('6474')?.name).toBe('Kota Bontang');
  expect(areaOf('7326')?.name).toBe('Kabupaten Toraja Utara');
  expect(areaOf('9436')?.name).toBe('Kabupaten Deiyai');
});

test('the longest name wins, and the kind tells city from regency', () => {
  expect(codes('padang panjang dalam angka')).toEqual([['1374']]);
  expect(codes('padang dalam angka')).toEqual([['1371']]);
  expect(codes('solok')).toEqual([['1303', '1372']]);
  expect(codes('kota solok')).toEqual([['1372']]);
  expect(codes('kab solok')).toEqual([['1303']]);
  expect(codes('sumbar')).toEqual([['1300']]);
  expect(codes('tojo una una')).toEqual([['7209']]);
});

test('a title is about the smallest area that it names', () => {
  const of = (title: string) => areaOfTitle(title.split(' '))?.code ?? null;
  expect(of('kabupaten solok dalam angka 2023')).toBe('1303');
  expect(of('statistik kabupaten agam provinsi sumatera barat')).toBe('1307');
  expect(of('solok dalam angka')).toBeNull();
  expect(of('statistik indonesia')).toBe('0000');
});

/** Which area of Indonesia a code, a name or the words of a title stand for. */
import { otherNames, provinces } from './names.ts';

export interface Area {
  /** Four digits of BPS; 0000 is the whole country, PP00 a province. */
  code: string;
  /** As it stands on covers: Kabupaten Dharmasraya, Kota Padang, Provinsi Sumatera Barat, Indonesia. */
  name: string;
  /** Without the kind: dharmasraya, padang, sumatera barat. */
  bare: string;
  kind: 'country' | 'province' | 'regency' | 'city';
}

export const country: Area = { code: '0000', name: 'Indonesia', bare: 'indonesia', kind: 'country' };

export const areas: readonly Area[] = [country, ...Object.entries(provinces).flatMap(areasOf)];

function areasOf([code, province]: [string, (typeof provinces)[string]]): Area[] {
  const below = (list: string, from: number, title: string, kind: Area['kind']) => {
    let number = from - 1;
    return list
      .split(',')
      .filter(Boolean)
      .map(entry => {
        const [name, own] = entry.split('=').reverse() as [string, string?];
        number = own ? Number(own) : number + 1;
        return make(`${code}${String(number).padStart(2, '0')}`, `${title} ${name}`, name, kind);
      });
  };
  return [
    make(`${code}00`, `Provinsi ${province.name}`, province.name, 'province'),
    ...below(province.regencies, 1, 'Kabupaten', 'regency'),
    ...below(province.cities, 71, 'Kota', 'city'),
  ];
}

function make(code: string, name: string, plain: string, kind: Area['kind']): Area {
  return { code, name, bare: plain.toLowerCase().replaceAll('-', ' '), kind };
}

const byCode = new Map(areas.map(area => [area.code, area]));

export function areaOf(code: string | null | undefined): Area | null {
  return byCode.get(code ?? '') ?? null;
}

/** The province of a regency or city; of a province itself; null for the country. */
export function provinceOf(code: string): string | null {
  return code === '0000' ? null : `${code.slice(0, 2)}00`;
}

const byName = new Map<string, Area[]>();
for (const area of areas) byName.set(area.bare, [...(byName.get(area.bare) ?? []), area]);
for (const [name, code] of Object.entries(otherNames)) {
  const area = byCode.get(code)!;
  byName.set(name, [...new Set([...(byName.get(name) ?? []), area])]);
}
/** Most words of a title begin no name. */
const firstWords = new Set([...byName.keys()].map(name => name.split(' ')[0]!));
const longest = Math.max(...[...byName.keys()].map(name => name.split(' ').length));

const kindWords: Record<string, Area['kind']> = {
  kabupaten: 'regency',
  kab: 'regency',
  kota: 'city',
  kotamadya: 'city',
  kodya: 'city',
  provinsi: 'province',
  propinsi: 'province',
  prov: 'province',
  prop: 'province',
};

export interface FoundArea {
  /** Several when one name is a city and a regency, and the kind was not said. */
  areas: Area[];
  /** Which words name it, `to` excluded; the kind word before the name is one of them. */
  from: number;
  to: number;
  /** The words tell city from regency. */
  kindSaid: boolean;
}

/** Every area named among folded words, the longest names first: in "padang panjang" it is not Padang. */
export function findAreas(words: readonly string[]): FoundArea[] {
  const found: FoundArea[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!firstWords.has(words[at]!)) continue;
    for (let length = Math.min(longest, words.length - at); length > 0; length--) {
      const named = byName.get(words.slice(at, at + length).join(' '));
      if (!named) continue;
      const kind = at > 0 ? kindWords[words[at - 1]!] : undefined;
      const ofKind = kind ? named.filter(area => area.kind === kind) : [];
      found.push({
        areas: ofKind.length > 0 ? ofKind : named,
        from: kind ? at - 1 : at,
        to: at + length,
        kindSaid: ofKind.length > 0,
      });
      at += length - 1;
      break;
    }
  }
  return found;
}

/** The area that a title is about; null when it names none or several. */
export function areaOfTitle(words: readonly string[]): Area | null {
  const found = findAreas(words).filter(one => one.areas.length === 1 || one.kindSaid);
  const named = new Set(found.flatMap(one => one.areas));
  if (named.size === 1) return [...named][0]!;
  const small = [...named].filter(area => area.kind === 'regency' || area.kind === 'city');
  return small.length === 1 ? small[0]! : null;
}

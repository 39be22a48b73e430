/** Seeded people, codes and identifiers for the bench: the same seed gives the same crowd. */
import { mod37_36 } from 'cdigit';
import { codeKinds, type CodeKind } from '../../src-main/codes/rules.ts';

/** Mulberry32: small, quick, good enough for a crowd. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  is(share: number): boolean {
    return this.next() < share;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** The first of a list are met far more often than the last, as names are. */
  often<T>(list: readonly T[]): T {
    return list[Math.floor(list.length * this.next() ** 2.5)]!;
  }
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A UUID of version 7 for the moment, or of version 4 without one. */
export function uuidOf(chance: Chance, atMs: number | null): string {
  const word = () => Math.floor(chance.next() * 4_294_967_296);
  const [a, b, c] = [word(), word(), word()];
  const time = atMs === null ? hex8(word()) + hex4(word()) : atMs.toString(16).padStart(12, '0');
  const version = atMs === null ? '4' : '7';
  const variant = '89ab'[(a >>> 28) & 3]!;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}${hex4(a).slice(1)}-${variant}${hex4(a >>> 12).slice(1)}-${hex8(b)}${hex4(c)}`;
}

const hex4 = (word: number) => hex[(word >>> 8) & 255]! + hex[word & 255]!;
const hex8 = (word: number) => hex4(word >>> 16) + hex4(word);

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code as `makeCode` makes it, from the seed; unique among those of this maker. */
export class Codes {
  #given = new Set<string>();
  #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  make(kind: CodeKind): string {
    for (;;) {
      let body: string = codeKinds[kind];
      for (let at = 0; at < 7; at++) body += alphabet[this.#chance.below(32)];
      if (this.#given.has(body)) continue;
      this.#given.add(body);
      return mod37_36.generate(body);
    }
  }
}

const firstNames = (
  'Siti Muhammad Nur Sri Dewi Ahmad Rina Andi Budi Yulia Fitri Dodi Agus Ratna Rahmat Wahyu Indah Putri Rizki Eko ' +
  'Hendra Lestari Joko Maya Irfan Aisyah Fajar Nova Yusuf Desi Ridwan Mega Arif Wulan Dian Bayu Sari Ilham Tuti ' +
  'Zulkarnain Rosmawati Hasan Laila Farid Sinta Taufik Yanti Gilang Mira Bambang Endang Rudi Lina Iqbal Vina'
).split(' ');
const lastNames = (
  'Aminah Saputra Rahmadani Handayani Marlina Siregar Hidayat Lestari Wijaya Nasution Pratama Ramadhan Susanti ' +
  'Harahap Setiawan Kurniawan Permata Anggraini Zubaidah Fauzi Hasibuan Utami Firmansyah Maulana Sitompul Oktavia ' +
  'Gunawan Chaniago Piliang Tanjung Koto Sikumbang Caniago Jambak Guci Melayu Santoso Wibowo Halimah Puspita ' +
  'Suryani Iskandar Effendi Syahputra Yuliani Novitasari Febrianti Mahendra Nugroho Purnama Simanjuntak Lubis ' +
  'Batubara Pohan Rangkuti Daulay Pulungan Ritonga Sihombing Manurung Sitorus Pasaribu Hutapea Nainggolan'
).split(' ');

export interface Someone {
  name: string;
  sex: 'male' | 'female';
  birthYear: number;
  /** As typed at the kiosk: `0812…`. */
  phone: string;
}

export function someone(chance: Chance): Someone {
  const words = [chance.often(firstNames)];
  const length = chance.next();
  if (length > 0.12) words.push(chance.often(lastNames));
  if (length > 0.8) words.splice(1, 0, chance.often(firstNames));
  return {
    name: words.join(' '),
    sex: chance.is(0.55) ? 'female' : 'male',
    birthYear: chance.between(1955, 2009),
    phone: `08${chance.between(1_100_000_000, 9_999_999_999)}`,
  };
}

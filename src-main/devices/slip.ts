/** What stands on a slip: words and numbers only. How it looks is `receipt.ts`; personal data has no field here. */
import { DateTime } from 'luxon';
import type { Both, OfficeProfile } from '../profile/schema.ts';

export type SlipKind = 'ticket' | 'locker' | 'photocopy' | 'test';

export interface SlipContent {
  kind: SlipKind;
  officeName: string;
  /** What the number is: "Nomor antrean", "Loker". */
  caption: Both;
  /** The one thing to see from a step away: `P-007`, `12`. */
  bigNumber: string;
  /** On a locker slip, which visit it belongs to; null where the big number says it. */
  visitNumber: string | null;
  /** Printed as Code 128 and QR: at most ten characters, `A`–`Z` and `0`–`9`. */
  code: string;
  /** The office's own calendar day and time of day, and the name of its zone. */
  onDay: string;
  time: string;
  zone: 'WIB' | 'WITA' | 'WIT';
  /** What to do next, one short sentence a line. */
  next: { id: string[]; en: string[] };
  promise: Both | null;
  demo: boolean;
  /** A test page for the printer that takes over. */
  onFallback?: boolean;
  /** Of a photocopy form. */
  photocopy?: PhotocopySlip;
}

/** What the co-op is to copy. */
export interface PhotocopySlip {
  titles: { title: string; pages: string; pageCount: number }[];
  /** How many sets. */
  copies: number;
  paper: string;
  duplex: boolean;
  /** Of all sets. */
  sheets: number;
  copyright: Both;
  /** What a phone at the co-op opens from the stub; null: the stub's QR holds the code of the slip. */
  confirmUrl: string | null;
}

export interface SlipFacts {
  kind: SlipKind;
  bigNumber: string;
  code: string;
  visitNumber?: string;
  /** False when a card is kept and no locker is used. */
  locker?: boolean;
  /** Of a test page. */
  onFallback?: boolean;
  photocopy?: PhotocopySlip;
}

const zoneNames = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const;

export function slipContent(
  facts: SlipFacts,
  profile: Pick<OfficeProfile, 'office' | 'promiseMinutes'>,
  now: Date,
  demo: boolean,
): SlipContent {
  const local = DateTime.fromJSDate(now).setZone(profile.office.zone);
  const servedBy = local.plus({ minutes: profile.promiseMinutes });
  const zone = zoneNames[profile.office.zone];
  const words = {
    ticket: {
      caption: { id: 'Nomor antrean', en: 'Your number' },
      next: {
        id: ['Silakan duduk.', 'Nomor ini akan kami panggil.'],
        en: ['Please take a seat until we call you.'],
      },
      promise: {
        id: `Dilayani sebelum ${servedBy.toFormat('HH.mm')} ${zone}`,
        en: `Served before ${servedBy.toFormat('HH:mm')}`,
      },
    },
    locker: {
      caption:
        facts.locker === false ? { id: 'Kantong kartu', en: 'Card pocket' } : { id: 'Loker', en: 'Locker' },
      next: {
        id: ['Simpan slip ini.', 'Tunjukkan saat Anda pulang.'],
        en: ['Please show this slip when you leave.'],
      },
      promise: {
        id: 'Barang Anda kami jaga.',
        en: 'We keep your things safe.',
      },
    },
    photocopy: {
      caption: { id: 'Formulir layanan fotokopi', en: 'Photocopy form' },
      next: {
        id: ['Bawa publikasi dan formulir ini', 'ke koperasi.'],
        en: ['Take the publication and this form to the co-op.'],
      },
      promise: null,
    },
    test: {
      caption: { id: 'Uji cetak', en: 'Test page' },
      next: {
        id: ['Jika kedua kode terbaca,', 'printer siap dipakai.'],
        en: ['If both codes scan, the printer is ready.'],
      },
      promise: null,
    },
  }[facts.kind];
  return {
    kind: facts.kind,
    officeName: profile.office.name,
    ...words,
    bigNumber: facts.bigNumber,
    visitNumber: facts.visitNumber ?? null,
    code: facts.code,
    onDay: local.toISODate()!,
    time: local.toFormat('HH:mm'),
    zone,
    demo,
    ...(facts.onFallback && { onFallback: true }),
    ...(facts.photocopy && { photocopy: facts.photocopy }),
  };
}

/** What the sample morning's visitors read and had copied, in minutes before now. */
import type { Tx } from '../database/write.ts';
import * as photocopies from '../photocopies/store.ts';
import { scanCopy } from '../reading/store.ts';
import type { Event } from './event.ts';

interface Reading {
  who: string;
  title: string;
  ago: number;
  backAgo?: number;
}

interface Form {
  who: string;
  title: string;
  pages: string;
  copies?: number;
  ago: number;
  atKiosk?: boolean;
  outAgo?: number;
  stubAgo?: number;
  backAgo?: number;
}

const readings: Reading[] = [
  { who: "Nur'aini", title: 'Statistik Daerah Kabupaten Dharmasraya 2024', ago: 190, backAgo: 135 },
  { who: 'Dewi Lestari', title: 'Kabupaten Dharmasraya Dalam Angka 2023', ago: 145 },
  { who: 'Eko Prasetyo', title: 'Kabupaten Dharmasraya Dalam Angka 2024', ago: 140, backAgo: 95 },
  { who: 'Siti Aminah', title: 'Profil Kemiskinan Kabupaten Dharmasraya 2023', ago: 108 },
  { who: 'Muh. Ali', title: 'Indikator Kesejahteraan Rakyat Kabupaten Dharmasraya 2023', ago: 98 },
  { who: 'Ratna Juwita, S.Pd.', title: 'Kabupaten Dharmasraya Dalam Angka 2024', ago: 80 },
  { who: 'Ratna Juwita, S.Pd.', title: 'Kecamatan Pulau Punjung Dalam Angka 2024', ago: 79 },
  { who: 'Wulan Sari', title: 'Statistik Daerah Kabupaten Dharmasraya 2023', ago: 60, backAgo: 9 },
  { who: 'Mega Puspita', title: 'Indeks Pembangunan Manusia Kabupaten Dharmasraya 2023', ago: 44 },
];

const forms: Form[] = [
  {
    who: 'Dewi Lestari',
    title: 'Kabupaten Dharmasraya Dalam Angka 2023',
    pages: '12-18, 40',
    ago: 130,
    atKiosk: true,
    outAgo: 128,
    stubAgo: 110,
    backAgo: 109,
  },
  {
    who: 'Muh. Ali',
    title: 'Indikator Kesejahteraan Rakyat Kabupaten Dharmasraya 2023',
    pages: '20-31',
    copies: 2,
    ago: 40,
    outAgo: 38,
  },
  {
    who: 'Rahmat Hidayat',
    title: 'Luas Panen dan Produksi Padi Kabupaten Dharmasraya 2023',
    pages: '5, 9-14',
    ago: 13,
    outAgo: 12,
  },
  {
    who: 'Mega Puspita',
    title: 'Indeks Pembangunan Manusia Kabupaten Dharmasraya 2023',
    pages: '1-8',
    ago: 4,
    atKiosk: true,
  },
];

async function visitOf(tx: Tx, name: string): Promise<string> {
  const visit = await tx
    .selectFrom('visit')
    .innerJoin('visitor', 'visitor.id', 'visit.visitor_id')
    .select('visit.id')
    .where('visitor.name', '=', name)
    .executeTakeFirstOrThrow();
  return visit.id;
}

/** The first copy of a title, with whose hands it is in. */
async function copyOf(tx: Tx, title: string) {
  return tx
    .selectFrom('publication_copy')
    .innerJoin('publication', 'publication.id', 'publication_copy.publication_id')
    .select(['publication_copy.code', 'publication.id as publicationId'])
    .where('publication.title', '=', title)
    .orderBy('publication_copy.id')
    .executeTakeFirstOrThrow();
}

const scan = async (tx: Tx, title: string, visitId: string | null) =>
  scanCopy(tx, (await copyOf(tx, title)).code, visitId);

export function readingEvents(): Event[] {
  return [...readings.flatMap(eventsOfReading), ...forms.flatMap(eventsOfForm)];
}

function eventsOfReading({ who, title, ago, backAgo }: Reading): Event[] {
  const given: Event = {
    ago,
    actor: 'librarian',
    happens: async tx => scan(tx, title, await visitOf(tx, who)),
  };
  if (backAgo === undefined) return [given];
  return [given, { ago: backAgo, actor: 'librarian', happens: tx => scan(tx, title, null) }];
}

function eventsOfForm(form: Form): Event[] {
  let id = '';
  const code = async (tx: Tx) => (await copyOf(tx, form.title)).code;
  const steps: [ago: number | undefined, happens: Event['happens']][] = [
    [form.outAgo, async tx => photocopies.handOut(tx, id, await code(tx))],
    [form.stubAgo, tx => photocopies.takeStub(tx, id, 'slip')],
    [form.backAgo, async tx => photocopies.bringBack(tx, id, await code(tx))],
  ];
  const asked: Event = {
    ago: form.ago,
    actor: form.atKiosk ? 'kiosk' : 'librarian',
    happens: async tx => {
      const { publicationId } = await copyOf(tx, form.title);
      const made = await photocopies.requestPhotocopy(tx, await visitOf(tx, form.who), {
        titles: [{ publicationId, pages: form.pages }],
        copies: form.copies ?? 1,
        paper: 'a4',
        duplex: true,
      });
      id = made.id;
    },
  };
  return [
    asked,
    ...steps.flatMap(([ago, happens]) =>
      ago === undefined ? [] : [{ ago, actor: 'librarian' as const, happens }],
    ),
  ];
}

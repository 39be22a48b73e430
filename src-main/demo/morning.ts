/** One morning at the sample office, as data: who came when, in minutes before now, and what became of each visit. */
import type { TakeIn } from '../custody/schema.ts';
import type { Guestbook } from '../visits/schema.ts';

/** Made-up people: the numbers lie in a block that no operator gives out. */
export const demoStaff = {
  admin: 'Yulia Rahmadani',
  supervisor: 'Fitri Handayani',
  front: 'Rina Marlina',
  librarian: 'Dodi Saputra',
  viewer: 'Hendra Gunawan',
} as const;

type Form = Partial<Omit<Guestbook, 'notice' | 'submissionId'>> & { refuses?: boolean };

export interface DemoVisit {
  form: Form;
  cameAgo: number;
  /** An officer writes the visit down afterwards, at `cameAgo`; the visitor came at `arrivedAgo`. */
  late?: { arrivedAgo: number; reason: string };
  servedAgo?: number;
  breachReason?: string;
  /** With `card`/`locker` a take-in, without them straight into the room. */
  inside?: { ago: number; takeIn?: Pick<TakeIn, 'card' | 'locker' | 'noCardReason'> };
  leavingAgo?: number;
  closed?: { ago: number; lostSlip?: boolean };
  left?: { ago: number; reason: string };
}

const woman = (name: string, birthYear: number, phone: string) => ({
  name,
  sex: 'female' as const,
  birthYear,
  phone,
});
const man = (name: string, birthYear: number, phone: string) => ({
  name,
  sex: 'male' as const,
  birthYear,
  phone,
});
const card = (kind: string, of: 'visitor' | 'leader' | 'companion' = 'visitor') => ({
  card: { kind, of },
  locker: 'next',
});

/** Oldest first. The first two are remembered and gone: they can be recognised at the kiosk. */
export const morning: DemoVisit[] = [
  {
    form: {
      person: woman("Nur'aini", 2001, '081200000101'),
      services: ['library'],
      purpose: 'study',
      remember: true,
    },
    cameAgo: 200,
    servedAgo: 198,
    inside: { ago: 196, takeIn: card('student') },
    leavingAgo: 131,
    closed: { ago: 130 },
  },
  {
    form: {
      person: man('Ir. Bambang Sutrisno', 1974, '081200000102'),
      services: ['recommendation'],
      purpose: 'government',
      remember: true,
    },
    cameAgo: 195,
    servedAgo: 192,
    closed: { ago: 165 },
  },
  {
    form: { person: woman('Aisyah Putri', 1998, '081200000103'), services: ['website'], purpose: 'research' },
    cameAgo: 188,
    servedAgo: 185,
    closed: { ago: 170 },
  },
  {
    form: { refuses: true, services: ['library'], purpose: 'other', purposeOther: 'Membaca' },
    cameAgo: 180,
    servedAgo: 177,
    inside: { ago: 176 },
    leavingAgo: 121,
    closed: { ago: 120 },
  },
  {
    form: {
      language: 'en',
      person: man('Michael Tan', 1986, '+6581200001'),
      services: ['consultation'],
      purpose: 'commercial',
    },
    cameAgo: 172,
    servedAgo: 168,
    closed: { ago: 140 },
  },
  {
    form: { person: man('Yusri', 1991, '081200000106'), services: ['consultation'], purpose: 'other' },
    cameAgo: 165,
    left: { ago: 158, reason: 'no-time' },
  },
  {
    form: { person: woman('Dewi Lestari', 1995, '081200000107'), services: ['library'], purpose: 'research' },
    cameAgo: 160,
    servedAgo: 152,
    breachReason: 'busy',
    inside: { ago: 150, takeIn: card('sim') },
    closed: { ago: 101 },
  },
  {
    form: { person: man('Eko Prasetyo', 2003, '081200000108'), services: ['library'], purpose: 'study' },
    cameAgo: 150,
    servedAgo: 148,
    inside: { ago: 146, takeIn: card('ktp') },
    closed: { ago: 92, lostSlip: true },
  },
  {
    form: {
      person: woman('Siti Aminah', 1999, '081200000109'),
      services: ['library'],
      purpose: 'study',
      remember: true,
    },
    cameAgo: 120,
    servedAgo: 117,
    inside: { ago: 115, takeIn: card('ktp') },
  },
  {
    form: {
      person: man('Muh. Ali', 1982, '081200000110'),
      services: ['library', 'website'],
      purpose: 'research',
    },
    cameAgo: 110,
    servedAgo: 108,
    inside: { ago: 106, takeIn: card('sim') },
  },
  {
    form: {
      kind: 'group',
      person: { name: 'Ratna Juwita, S.Pd.', phone: '081200000111', institution: 'SMAN 1 Pulau Punjung' },
      men: 12,
      women: 16,
      services: ['library'],
      purpose: 'study',
    },
    cameAgo: 95,
    servedAgo: 93,
    inside: { ago: 90, takeIn: card('employee', 'leader') },
  },
  {
    form: {
      kind: 'child',
      person: { name: 'Fajar Ramadhan', sex: 'male', birthYear: 2014 },
      companionName: 'Lina Marlina',
      companionRelation: 'parent',
      services: ['library'],
      purpose: 'study',
    },
    cameAgo: 88,
    servedAgo: 86,
    inside: { ago: 84, takeIn: card('ktp', 'companion') },
  },
  {
    form: { person: woman('Wulan Sari', 2000, '081200000113'), services: ['library'], purpose: 'study' },
    cameAgo: 75,
    servedAgo: 73,
    inside: { ago: 71, takeIn: card('ktp') },
    leavingAgo: 1.5,
  },
  {
    form: {
      person: man('Rahmat Hidayat', 1990, '081200000114'),
      services: ['library'],
      purpose: 'commercial',
    },
    cameAgo: 70,
    servedAgo: 68,
    inside: { ago: 66, takeIn: { card: null, noCardReason: 'ikd', locker: 'next' } },
  },
  {
    form: { person: man('Agus Salim', 1968, '081200000115'), services: ['library'], purpose: 'government' },
    cameAgo: 66,
    servedAgo: 64,
    inside: { ago: 63 },
    leavingAgo: 3,
  },
  {
    form: { person: woman('Mega Puspita', 1997, '081200000116'), services: ['library'], purpose: 'other' },
    cameAgo: 62,
    servedAgo: 60,
    inside: { ago: 58 },
  },
  {
    form: {
      kind: 'accompanied',
      person: { ...man('Syafril', 1953, '081200000117'), disability: 'sensory' },
      companionName: 'Andi Syafril',
      companionRelation: 'family',
      services: ['consultation'],
      purpose: 'other',
    },
    cameAgo: 55,
    servedAgo: 53,
    inside: { ago: 50, takeIn: card('ktp', 'companion') },
  },
  {
    form: {
      person: woman('Hasnah', 1979, '081200000118'),
      services: ['recommendation'],
      purpose: 'government',
    },
    cameAgo: 45,
    late: { arrivedAgo: 185, reason: 'Listrik padam, dicatat di kertas dahulu' },
    servedAgo: 44,
    closed: { ago: 43 },
  },
  {
    form: {
      person: man('Fauzan Azima', 1994, '081200000119'),
      services: ['consultation'],
      purpose: 'research',
    },
    cameAgo: 14,
    servedAgo: 11,
  },
  {
    // Served too late, and nobody has said why yet.
    form: {
      person: woman('Ratih Kumala', 1988, '081200000120'),
      services: ['library'],
      purpose: 'commercial',
    },
    cameAgo: 13.5,
    servedAgo: 7,
  },
  {
    form: {
      person: man('Teguh Wibowo', 1985, '081200000121'),
      services: ['consultation'],
      purpose: 'government',
    },
    cameAgo: 6.4,
  },
  {
    form: { person: woman('Intan Permata', 2002, '081200000122'), services: ['library'], purpose: 'study' },
    cameAgo: 4.7,
  },
  {
    form: {
      language: 'en',
      person: woman('Sarah Miller', 1990, '+6581200002'),
      services: ['website'],
      purpose: 'research',
    },
    cameAgo: 3.3,
  },
  {
    form: { person: man('Doni Kurniawan', 2004, '081200000124'), services: ['library'], purpose: 'study' },
    cameAgo: 0.7,
  },
];

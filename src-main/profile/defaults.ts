/**
 * The default profile: BPS Kabupaten Dharmasraya (1311), service standard SK 018/2023.
 *
 * Two strings of the published standard look wrong and are kept as published, for the owner to decide in the
 * settings: the complaint phone 0751-451548 (Dharmasraya's area code is 0754) and the link pengaduan1300.
 */
import { defaultLists, defaultServices } from './options.ts';
import type { OfficeProfile } from './schema.ts';

const both = (id: string, en: string) => ({ id, en });

export const defaultProfile: OfficeProfile = {
  office: {
    name: 'BPS Kabupaten Dharmasraya',
    shortName: 'BPS Dharmasraya',
    code: '1311',
    address:
      'Jl. Lintas Sumatera Km.5 Sikabau, Kecamatan Pulau Punjung, Kabupaten Dharmasraya, Sumatera Barat 27573',
    phone: '0754451548',
    email: 'bps1311@bps.go.id',
    website: 'dharmasrayakab.bps.go.id',
    zone: 'Asia/Jakarta',
  },
  standard: {
    number: 'SK 018 Tahun 2023',
    pledge: both(
      'Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan, dan apabila tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan yang berlaku.',
      'We hereby declare that we will serve according to the published service standard and, should we fail to keep this promise, accept the consequences laid down by law.',
    ),
    requirements: [
      both(
        'Datang langsung ke Unit Pelayanan Statistik Terpadu (PST).',
        'Come in person to the Integrated Statistical Services unit (PST).',
      ),
      both(
        'Memiliki kartu identitas yang masih berlaku (KTP, SIM, Paspor, dan lain-lain).',
        'Have a valid identity card (KTP, driving licence, passport or other).',
      ),
      both('Mengisi buku tamu elektronik.', 'Sign the electronic guestbook.'),
      both(
        'Untuk layanan online: memiliki alamat email yang masih aktif dan akun pada aplikasi perpustakaan online.',
        'For the online service: have a working e-mail address and an account in the online library.',
      ),
    ],
    procedure: [
      both(
        'Menemui petugas frontline dan mengisi buku tamu elektronik.',
        'Meet the frontline officer and sign the electronic guestbook.',
      ),
      both(
        'Menyerahkan kartu identitas untuk penggunaan loker dan meletakkan tas di loker.',
        'Hand over an identity card for a locker and leave your bag there.',
      ),
      both(
        'Membaca pustaka tercetak di ruang layanan perpustakaan.',
        'Read printed publications in the library room.',
      ),
      both(
        'Memperoleh pustaka softcopy dengan sarana scanner pustaka.',
        'Take softcopies with the library scanner.',
      ),
      both(
        'Memfotokopi di koperasi dengan mengisi formulir layanan fotokopi.',
        'Photocopy at the co-op after filling in the photocopy form.',
      ),
      both(
        'Mengambil tas di loker dan kartu identitas di resepsionis, kemudian pulang.',
        'Fetch your bag from the locker and your card from reception, then leave.',
      ),
    ],
    time: [
      both(
        'Dilayani paling lama 5 menit setelah mengisi buku tamu elektronik.',
        'Served within 5 minutes of signing the electronic guestbook.',
      ),
    ],
    cost: both('Tidak dipungut biaya.', 'Free of charge.'),
    products: [
      both(
        'Koleksi perpustakaan dalam media hardcopy dan softcopy format PDF.',
        'Library collection on paper and as PDF softcopy.',
      ),
    ],
    complaints: [
      {
        kind: 'box',
        label: both('Kotak saran dan pengaduan', 'Suggestion and complaint box'),
        value: 'PST BPS Kabupaten Dharmasraya',
      },
      {
        kind: 'web',
        label: both('Pengaduan BPS', 'BPS complaints'),
        value: 'https://s.bps.go.id/pengaduan1300',
      },
      { kind: 'web', label: both('LAPOR!', 'LAPOR!'), value: 'https://lapor.go.id' },
      { kind: 'email', label: both('E-mail', 'E-mail'), value: 'bps1311@bps.go.id' },
      { kind: 'phone', label: both('Telepon', 'Phone'), value: '0751-451548' },
    ],
  },
  hours: [1, 2, 3, 4, 5].map(weekday => ({
    weekday,
    open: '08:00',
    close: weekday === 5 ? '16:00' : '15:30',
  })),
  promiseMinutes: 5,
  kiosk: { form: 'short', idleSeconds: 45, countdownSeconds: 30, printTicket: true },
  custody: { askLastFour: false },
  voice: false,
  scanner: { prefix: '', suffix: '' },
  photocopy: {
    outMinutes: 30,
    papers: ['a4', 'f4', 'a3'],
    copyright: both(
      'Publikasi BPS dilindungi UU 28/2014 tentang Hak Cipta. Fotokopi untuk belajar, penelitian, dan keperluan sendiri; cantumkan BPS sebagai sumber.',
      'BPS publications are protected by the Indonesian Copyright Act (Law 28/2014). Copies are for study, research and your own use; please name BPS as the source.',
    ),
    phonePort: null,
  },
  privacy: {
    identityMonths: null,
    legalBasis: both(
      'pelayanan publik (UU 25/2009) dan UU 27/2022 tentang Pelindungan Data Pribadi pasal 20',
      'public service (Law 25/2009) and article 20 of Law 27/2022 on Personal Data Protection',
    ),
    contact: 'bps1311@bps.go.id',
  },
  consents: [],
  lockMinutes: 5,
  services: defaultServices,
  lists: defaultLists,
  softcopy: {
    watchFolder: null,
    selfService: false,
    wipeHours: 24,
    mailLimitMb: 15,
    downloadMinutes: 60,
    mail: null,
  },
  printer: { kind: 'none' },
};

import type { ConsentPurpose } from '../../src-central/wire/consent-schema.ts';
import type { Both, NoticeBody, OfficeProfile } from './schema.ts';

/**
 * The privacy notice, made from the settings that are really in force: it promises nothing the program does not do.
 * The same settings always give the same words, so a new version appears only when something changed.
 */
export function noticeOf(profile: OfficeProfile): NoticeBody {
  const { office, privacy, kiosk, custody, softcopy, consents } = profile;
  const full = kiosk.form === 'full';
  const points: Both[] = [
    {
      id: full
        ? 'Yang kami simpan: nama, jenis kelamin, tahun lahir, nomor HP atau email, pendidikan, pekerjaan, instansi, keperluan, dan layanan yang Anda pilih; untuk rombongan jumlah orangnya, dan bila didampingi nama serta hubungan pendamping. Isian disabilitas bersifat sukarela.'
        : 'Yang kami simpan: nama, jenis kelamin, tahun lahir, nomor HP atau email, dan layanan yang Anda pilih; untuk rombongan juga instansi dan jumlah orangnya, dan bila didampingi nama serta hubungan pendamping. Isian disabilitas bersifat sukarela.',
      en: full
        ? 'What we store: your name, sex, year of birth, phone or email, education, occupation, institution, purpose and the services you choose; of a group also how many you are, and of a companion the name and relation. Answering about disability is up to you.'
        : 'What we store: your name, sex, year of birth, phone or email, and the services you choose; of a group also its institution and how many you are, and of a companion the name and relation. Answering about disability is up to you.',
    },
    {
      id: 'Selama kunjungan: tercatat publikasi yang Anda baca, fotokopi, atau pindai, dan data yang Anda perlukan.',
      en: 'During the visit: we note the publications that you read, copy or scan, and the data you need.',
    },
    {
      id: `Untuk apa: melayani kunjungan Anda dan menyusun statistik layanan. Dasar hukum: ${privacy.legalBasis.id}.`,
      en: `What for: serving your visit and statistics about the service. Legal basis: ${privacy.legalBasis.en}.`,
    },
    {
      id: `Siapa yang melihat: petugas layanan ${office.name}. Nomor HP dan email tersembunyi; setiap kali dibuka, tercatat siapa yang membukanya.`,
      en: `Who sees it: the service staff of ${office.name}. Phone and email are hidden; each time somebody opens them, it is recorded who did.`,
    },
    privacy.identityMonths === null
      ? {
          id: 'Berapa lama: kantor ini belum menetapkan jangka waktu. Data disimpan di komputer kantor ini sampai Anda meminta penghapusan atau kantor menetapkannya.',
          en: 'How long: this office has not set a period. The data stays on this office’s computer until you ask for erasure or the office sets one.',
        }
      : {
          id: `Berapa lama: nama dan kontak Anda dihapus otomatis ${privacy.identityMonths} bulan setelah kunjungan terakhir Anda.`,
          en: `How long: your name and contact are erased automatically ${privacy.identityMonths} months after your last visit.`,
        },
    {
      id: custody.askLastFour
        ? 'Jika Anda memakai loker: kartu identitas dititipkan. Kami mencatat jenis kartu dan empat angka terakhirnya; kartu tidak difoto dan tidak difotokopi.'
        : 'Jika Anda memakai loker: kartu identitas dititipkan. Kami hanya mencatat jenis kartunya; nomor tidak dicatat, kartu tidak difoto dan tidak difotokopi.',
      en: custody.askLastFour
        ? 'If you use a locker: we keep your identity card meanwhile. We note the kind of card and its last four digits; it is neither photographed nor copied.'
        : 'If you use a locker: we keep your identity card meanwhile. We note only the kind of card; no number is noted, and it is neither photographed nor copied.',
    },
    ...(softcopy.mail
      ? [
          {
            id: `Jika Anda meminta softcopy lewat email: alamat itu menunggu di komputer kantor ini sampai suratnya terkirim atau ditolak, paling lama ${softcopy.wipeHours} jam, lalu dihapus; softcopy ikut dihapus setelah ${softcopy.wipeHours} jam. Surat dikirim melalui server ${softcopy.mail.host}.`,
            en: `If you ask for a softcopy by email: that address waits on this office’s computer until the letter is sent or refused, ${softcopy.wipeHours} hours at most, and is then erased; so is the softcopy after ${softcopy.wipeHours} hours. The letter goes through the server ${softcopy.mail.host}.`,
          },
        ]
      : []),
    ...consents.map(({ purpose, days }) => consentWords[purpose].point(days)),
    {
      id: `Hak Anda: melihat, memperbaiki, atau meminta penghapusan data melalui petugas atau ${privacy.contact}.`,
      en: `Your rights: to see, correct or have your data erased, through our staff or ${privacy.contact}.`,
    },
  ];
  return {
    title: { id: 'Data Anda di kantor ini', en: 'Your data in this office' },
    short: {
      id: 'Kami menyimpan isian buku tamu untuk melayani Anda. Jika tidak berkenan, Anda tetap dilayani; kunjungan hanya dihitung tanpa nama.',
      en: 'We store what you write in the guestbook in order to serve you. If you would rather not, you are served all the same; the visit is only counted, without a name.',
    },
    points,
    ...(consents.length > 0 && {
      consents: consents.map(({ purpose, days }) => ({
        purpose,
        title: consentWords[purpose].title,
        text: consentWords[purpose].text(days),
      })),
    }),
  };
}

/** What is handed in, to whom, what for and for how long (UU 27/2022, article 21), and that it may be refused. */
const consentWords: Record<
  ConsentPurpose,
  { point: (days: number) => Both; title: Both; text: (days: number) => Both }
> = {
  skd: {
    point: days => ({
      id: `Hanya bila Anda setuju: nama serta nomor HP atau email Anda diserahkan ke BPS Pusat untuk mengundang Anda ke Survei Kebutuhan Data, paling lama ${days} hari sejak kunjungan. Persetujuan dapat dicabut kapan saja.`,
      en: `Only if you agree: your name and phone or email go to BPS headquarters, which invites you to the Data Needs Survey, for ${days} days after the visit at most. You can take this back at any time.`,
    }),
    title: {
      id: 'Bersedia diundang ke Survei Kebutuhan Data?',
      en: 'May we invite you to the Data Needs Survey?',
    },
    text: days => ({
      id: `Setahun sekali BPS menanyakan data apa yang Anda butuhkan. Bila bersedia, nama serta nomor HP atau email Anda diserahkan ke BPS Pusat, hanya untuk undangan itu, paling lama ${days} hari. Boleh menolak: layanan tetap sama. Yang berlaku jawaban terakhir Anda; lewat petugas dapat dicabut kapan saja.`,
      en: `Once a year BPS asks which data you need. If you agree, your name and phone or email go to BPS headquarters, for this invitation only, for ${days} days at most. You may say no: the service stays the same. Your latest answer counts, and you can take it back through our staff at any time.`,
    }),
  },
};

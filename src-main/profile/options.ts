/** The option lists of the guestbook: SKD Block I wording and codes (facts of BPS's own forms, 2022 and later). */
import type { Choice, OfficeProfile, Service } from './schema.ts';

const choice = (code: string, id: string, en: string, skd?: number): Choice => ({ code, id, en, skd });
const service = (
  code: string,
  letter: string,
  id: string,
  en: string,
  skd: number,
  active: boolean,
): Service => ({
  code,
  letter,
  id,
  en,
  skd,
  active,
});

/** SKD question 10, a bit mask; the short words of the kiosk. A letter belongs to one service only. */
export const defaultServices: Service[] = [
  service('library', 'P', 'Perpustakaan', 'Library', 1, true),
  service('consultation', 'K', 'Konsultasi statistik', 'Statistical consultation', 16, true),
  service(
    'recommendation',
    'R',
    'Rekomendasi kegiatan statistik',
    'Recommendation of statistical activities',
    32,
    true,
  ),
  service(
    'website',
    'W',
    'Akses produk statistik di situs BPS',
    'Help with products on the BPS website',
    8,
    true,
  ),
  service('publication', 'B', 'Pembelian publikasi BPS', 'Buying BPS publications', 2, false),
  service(
    'microdata',
    'M',
    'Data mikro dan peta wilayah kerja statistik',
    'Microdata and statistical area maps',
    4,
    false,
  ),
];

export const defaultLists: OfficeProfile['lists'] = {
  cards: [
    choice('ktp', 'KTP', 'KTP (national identity card)'),
    choice('sim', 'SIM', 'SIM (driving licence)'),
    choice('passport', 'Paspor', 'Passport'),
    choice('student', 'Kartu Pelajar/Mahasiswa', 'Student card'),
    choice('kia', 'KIA', 'KIA (child identity card)'),
    choice('employee', 'Kartu Pegawai/ASN', 'Employee card'),
    choice('other', 'Lainnya', 'Other'),
  ],
  /** Eight levels, which map onto SKD's five without loss; the reverse is impossible. */
  education: [
    choice('none', 'Tidak/Belum Sekolah', 'No schooling', 1),
    choice('sd', 'SD/Sederajat', 'Primary school', 1),
    choice('smp', 'SMP/Sederajat', 'Lower secondary school', 1),
    choice('sma', 'SMA/Sederajat', 'Upper secondary school', 1),
    choice('diploma', 'D1/D2/D3', 'Diploma', 2),
    choice('bachelor', 'D4/S1', 'Bachelor', 3),
    choice('master', 'S2', 'Master', 4),
    choice('doctor', 'S3', 'Doctorate', 5),
  ],
  occupations: [
    choice('student', 'Pelajar/Mahasiswa', 'Pupil/student', 1),
    choice('researcher', 'Peneliti/Dosen', 'Researcher/lecturer', 2),
    choice('civil-servant', 'ASN/TNI/Polri', 'Civil service/armed forces/police', 3),
    choice('state-company', 'Pegawai BUMN/BUMD', 'State company employee', 4),
    choice('private', 'Pegawai Swasta', 'Private employee', 5),
    choice('self-employed', 'Wiraswasta', 'Self-employed', 6),
    choice('other', 'Lainnya', 'Other', 7),
  ],
  institutions: [
    choice('state', 'Lembaga Negara', 'State institution', 1),
    choice('ministry', 'Kementerian & Lembaga Pemerintah', 'Ministry or government agency', 2),
    choice('security', 'TNI/POLRI/BIN/Kejaksaan', 'Armed forces, police, intelligence, prosecution', 3),
    choice('local-government', 'Pemerintah Daerah', 'Local government', 4),
    choice('international', 'Lembaga Internasional', 'International organisation', 5),
    choice('research-education', 'Lembaga Penelitian & Pendidikan', 'Research or education', 6),
    choice('state-company', 'BUMN/BUMD', 'State company', 7),
    choice('private', 'Swasta', 'Private sector', 8),
    choice('other', 'Lainnya', 'Other', 9),
  ],
  purposes: [
    choice('study', 'Tugas Sekolah/Tugas Kuliah', 'School or university work', 1),
    choice('government', 'Pemerintahan', 'Government', 2),
    choice('commercial', 'Komersial', 'Commercial', 3),
    choice('research', 'Penelitian', 'Research', 4),
    choice('other', 'Lainnya', 'Other', 5),
  ],
  disabilities: [
    choice('none', 'Tidak', 'No'),
    choice('physical', 'Disabilitas Fisik', 'Physical', 1),
    choice('intellectual', 'Disabilitas Intelektual', 'Intellectual', 2),
    choice('mental', 'Disabilitas Mental', 'Mental', 3),
    choice('sensory', 'Disabilitas Sensorik', 'Sensory', 4),
  ],
  relations: [
    choice('parent', 'Orang tua/wali', 'Parent or guardian'),
    choice('teacher', 'Guru', 'Teacher'),
    choice('family', 'Keluarga', 'Family'),
    choice('assistant', 'Pendamping', 'Assistant'),
  ],
  breachReasons: [
    choice('busy', 'Pengunjung ramai', 'Many visitors at once'),
    choice('alone', 'Petugas hanya satu', 'Only one officer on duty'),
    choice('long-service', 'Layanan sebelumnya lama', 'The service before took long'),
    choice('visitor-away', 'Pengunjung belum ke meja', 'The visitor had not come to the counter'),
    choice('system', 'Gangguan sistem atau listrik', 'System or power fault'),
    choice('other', 'Lainnya', 'Other'),
  ],
  leftReasons: [
    choice('no-time', 'Tidak sempat menunggu', 'Could not wait'),
    choice('wrong-place', 'Salah tempat layanan', 'Came to the wrong place'),
    choice('later', 'Akan kembali lain waktu', 'Will come another time'),
    choice('twice', 'Mengisi dua kali', 'Signed twice'),
    choice('unknown', 'Tidak diketahui', 'Not known'),
  ],
  noCardReasons: [
    choice('no-locker', 'Tidak memakai loker', 'Uses no locker'),
    choice('declined', 'Tidak bersedia menitipkan kartu', 'Prefers not to hand over a card'),
    choice('ikd', 'Hanya punya KTP digital (IKD)', 'Only has a digital identity (IKD)'),
    choice('none', 'Tidak membawa kartu', 'Has no card with them'),
  ],
};

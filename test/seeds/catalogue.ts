/**
 * A catalogue as BPS offices publish it, from a seed: the title patterns are those of real covers, the numbers are
 * made the way real ones are. 500,000 titles are all areas, all series, 1996 to 2025, and the sub-district volumes.
 */
import { areas, type Area } from '../../src-main/areas/rules.ts';
import { Chance } from '../bench/crowd.ts';

export interface SeedPublication {
  pub_id: string;
  title: string;
  year: number;
  area_code: string;
  pub_no: string;
  kat_no: string;
  issn: string | null;
  isbn: string | null;
  language: 'id' | 'en';
  abstract: string;
  pages: number;
  rl_date: string;
  cover: string;
  pdf: string;
}

interface Series {
  /** `{A}` is the area with its kind, `{Y}` the year, `{P}` the year before, `{R}` the last five years. */
  title: string;
  catalogue: string;
  from: number;
  /** Every so many years. */
  every?: number;
  /** How many of the offices publish it. */
  share?: number;
}

const s = (title: string, catalogue: string, from: number, every = 1, share = 1): Series => ({
  title,
  catalogue,
  from,
  every,
  share,
});

/** What a regency, a city and a province publish. */
const local: Series[] = [
  s('{A} Dalam Angka {Y}', '1102001', 1996),
  s('Statistik Daerah {A} {Y}', '1101002', 2010),
  s('Statistik Kesejahteraan Rakyat {A} {Y}', '4101002', 2003),
  s('Indikator Kesejahteraan Rakyat {A} {Y}', '4102004', 2002),
  s('Produk Domestik Regional Bruto {A} Menurut Lapangan Usaha {R}', '9302021', 1998),
  s('Produk Domestik Regional Bruto {A} Menurut Pengeluaran {R}', '9302020', 2005),
  s('Tinjauan Ekonomi Regional {A} {Y}', '9199007', 2008, 1, 0.3),
  s('Indeks Pembangunan Manusia {A} {Y}', '4102002', 2004),
  s('Data dan Informasi Kemiskinan {A} {Y}', '3205014', 2006, 1, 0.6),
  s('Profil Kemiskinan {A} {Y}', '3205015', 2010, 1, 0.5),
  s('Keadaan Angkatan Kerja {A} {Y}', '2303004', 2000, 1, 0.7),
  s('Indikator Ketenagakerjaan {A} {Y}', '2302003', 2007, 1, 0.6),
  s('Statistik Ketenagakerjaan {A} {Y}', '2301018', 2011, 1, 0.4),
  s('Proyeksi Penduduk {A} {Y}', '2301020', 2010, 5),
  s('Hasil Sensus Penduduk {Y} {A}', '2102041', 2000, 10),
  s('Profil Penduduk {A} {Y}', '2104010', 2000, 1, 0.4),
  s('Statistik Gender {A} {Y}', '2104003', 2010, 1, 0.4),
  s('Indeks Harga Konsumen {A} {Y}', '7102004', 2002, 1, 0.3),
  s('Perkembangan Inflasi {A} {Y}', '7102009', 2008, 1, 0.3),
  s('Indeks Kemahalan Konstruksi {A} {Y}', '7105005', 2010, 1, 0.3),
  s('Statistik Nilai Tukar Petani {A} {Y}', '7103018', 2008, 1, 0.2),
  s('Statistik Harga Produsen Pertanian {A} {Y}', '7103011', 2008, 1, 0.2),
  s('Luas Panen dan Produksi Padi {A} {Y}', '5203028', 2018),
  s('Statistik Tanaman Pangan {A} {Y}', '5203021', 2004, 1, 0.6),
  s('Statistik Hortikultura {A} {Y}', '5204003', 2006, 1, 0.5),
  s('Statistik Perkebunan {A} {Y}', '5205001', 2006, 1, 0.4),
  s('Statistik Peternakan {A} {Y}', '5301001', 2006, 1, 0.4),
  s('Statistik Perikanan {A} {Y}', '5402001', 2008, 1, 0.3),
  s('Hasil Sensus Pertanian {Y} {A}', '5106001', 2003, 10),
  s('Direktori Industri Manufaktur Besar dan Sedang {A} {Y}', '6105012', 2005, 1, 0.3),
  s('Statistik Industri Mikro dan Kecil {A} {Y}', '6104003', 2010, 1, 0.3),
  s('Statistik Konstruksi {A} {Y}', '6303003', 2009, 1, 0.3),
  s('Statistik Air Bersih {A} {Y}', '6206001', 2007, 1, 0.3),
  s('Statistik Hotel dan Akomodasi Lainnya {A} {Y}', '8403001', 2004, 1, 0.4),
  s('Tingkat Penghunian Kamar Hotel {A} {Y}', '8403007', 2008, 1, 0.4),
  s('Statistik Transportasi {A} {Y}', '8301002', 2006, 1, 0.4),
  s('Statistik Keuangan Pemerintah {A} {P}-{Y}', '7203006', 2008, 1, 0.4),
  s('Statistik Politik dan Keamanan {A} {Y}', '4601003', 2009, 1, 0.3),
  s('Statistik Pendidikan {A} {Y}', '4301002', 2006, 1, 0.5),
  s('Profil Kesehatan Ibu dan Anak {A} {Y}', '4201005', 2012, 1, 0.3),
  s('Statistik Potensi Desa {A} {Y}', '1305055', 2005, 3),
  s('Hasil Sensus Ekonomi {Y} {A}', '9102061', 2006, 10),
  s('Analisis Hasil Survei Kebutuhan Data {A} {Y}', '1399013', 2012),
  s('Pola Konsumsi Penduduk {A} {Y}', '3201006', 2009, 1, 0.4),
  s('Analisis Pembangunan Ekonomi {A} {Y}', '9199017', 2014, 1, 0.2),
];

/** What is published for a province or the whole country besides. */
const large: Series[] = [
  s('Tingkat Pengangguran Terbuka {A} Agustus {Y}', '2303011', 2005),
  s('Rasio Gini {A} September {Y}', '3205030', 2011),
  s('Indeks Demokrasi Indonesia {A} {Y}', '4601010', 2009),
  s('Statistik Ekspor {A} {Y}', '8202007', 1999),
  s('Statistik Impor {A} {Y}', '8202010', 1999),
  s('Statistik Lingkungan Hidup {A} {Y}', '3305001', 2000),
  s('Statistik Wisatawan Mancanegara {A} {Y}', '8401004', 2004),
  s('Statistik Pemuda {A} {Y}', '4103006', 2008),
  s('Statistik Penduduk Lanjut Usia {A} {Y}', '4104001', 2008),
  s('Statistik Perumahan dan Permukiman {A} {Y}', '3304004', 2004, 3),
  s('Indeks Ketimpangan Gender {A} {Y}', '2104020', 2018),
  s('Perkembangan Indeks Produksi Industri Manufaktur {A} {Y}', '6102002', 2010),
];

const national: Series[] = [
  s('Statistik Indonesia {Y}', '1101001', 1996),
  s('Statistical Yearbook of Indonesia {Y}', '1101001', 1996),
  s('Statistik Telekomunikasi Indonesia {Y}', '8305002', 2004),
  s('Statistik Upah Buruh {Y}', '2302001', 2003),
  s('Keadaan Angkatan Kerja di Indonesia Februari {Y}', '2303004', 2005),
  s('Keadaan Angkatan Kerja di Indonesia Agustus {Y}', '2303004', 2005),
  s('Keadaan Pekerja di Indonesia Agustus {Y}', '2303014', 2006),
  s('Penghitungan dan Analisis Kemiskinan Makro Indonesia {Y}', '3205013', 2007),
  s('Pengeluaran untuk Konsumsi Penduduk Indonesia Maret {Y}', '3201001', 2005),
  s('Konsumsi Kalori dan Protein Penduduk Indonesia {Y}', '3201023', 2005),
  s('Pendapatan Nasional Indonesia {R}', '9301005', 1998),
  s('Tabel Input Output Indonesia {Y}', '9503003', 2000, 5),
  s('Sistem Neraca Sosial Ekonomi Indonesia {Y}', '9504001', 2000, 5),
  s('Laporan Perekonomian Indonesia {Y}', '9199002', 1998),
  s('Indikator Ekonomi {Y}', '9103007', 1998),
  s('Laporan Bulanan Data Sosial Ekonomi Desember {Y}', '9199015', 2010),
  s('Survei Sosial Ekonomi Nasional Buku Pedoman Pencacah {Y}', '1307001', 2002),
  s('Survei Angkatan Kerja Nasional Buku Pedoman Pencacah {Y}', '1307005', 2004),
  s('Indikator Tujuan Pembangunan Berkelanjutan Indonesia {Y}', '1103004', 2014),
  s('Indeks Kebahagiaan {Y}', '4101017', 2014, 3),
  s('Statistik Perdagangan Luar Negeri Indonesia Ekspor {Y} Jilid I', '8202012', 1998),
  s('Statistik Perdagangan Luar Negeri Indonesia Impor {Y} Jilid I', '8202016', 1998),
  s('Statistik Kriminal {Y}', '4401002', 2005),
  s('Statistik Migrasi Indonesia Hasil Survei Penduduk Antar Sensus {Y}', '2102032', 1995, 10),
  s('Survei Demografi dan Kesehatan Indonesia {Y}', '4203001', 1997, 5),
  s('Profil Industri Mikro dan Kecil {Y}', '6104002', 2010),
  s('Statistik Minyak dan Gas Bumi {Y}', '6202001', 2001),
  s('Statistik Listrik {Y}', '6201002', 2001),
  s('Direktori Perusahaan Pertanian Bidang Usaha Perkebunan {Y}', '5205010', 2004),
  s('Statistik Kelapa Sawit Indonesia {Y}', '5205014', 2008),
  s('Statistik Karet Indonesia {Y}', '5205015', 2008),
  s('Statistik Kopi Indonesia {Y}', '5205016', 2008),
  s('Perkembangan Beberapa Indikator Utama Sosial Ekonomi Indonesia {Y}', '3101015', 2006),
  s('Catalogue of Publications {Y}', '1404001', 2005, 1),
  s('Peraturan Kepala BPS Master File Desa {Y}', '1301003', 2005),
];

const roots =
  'Sungai,Koto,Tanjung,Lubuk,Pulau,Batang,Muara,Bukit,Teluk,Rantau,Padang,Kampung,Gunung,Air,Ulu,Simpang,Suka,Karang';
const tails =
  'Rumbai,Salak,Baru,Besar,Gadang,Timur,Barat,Utara,Selatan,Tengah,Jaya,Makmur,Mulya,Indah,Tinggi,Dalam,Panjang,Sari,Punjung,Laban,Tiga,Agung';

const lastYear = 2025;

/** Publications in a fixed order; the same count always gives the same ones. The newest years come first. */
export function* seedCatalogue(count: number, seed = 1311): Generator<SeedPublication> {
  const chance = new Chance(seed);
  const sequence = new Map<string, number>();
  const districts = new Map(areas.map(area => [area.code, districtsOf(area, chance)]));
  let made = 0;
  for (let year = lastYear; year >= 1996; year--) {
    for (const area of areas) {
      const series =
        area.code === '0000' ? [...national, ...large] : [...local, ...(province(area) ? large : [])];
      for (const one of series) {
        if (year < one.from || (year - one.from) % (one.every ?? 1) !== 0) continue;
        if ((one.share ?? 1) < 1 && !chance.is(one.share!)) continue;
        yield publication(one, area, area.name, year, chance, sequence);
        if (++made === count) return;
      }
      if (year < 2003) continue;
      for (const district of districts.get(area.code)!) {
        yield publication(district, area, '', year, chance, sequence);
        if (++made === count) return;
      }
    }
  }
}

const province = (area: Area) => area.kind === 'province';

function districtsOf(area: Area, chance: Chance): Series[] {
  if (area.kind !== 'regency' && area.kind !== 'city') return [];
  const names = new Set<string>();
  for (let at = 0; at < 22; at++) names.add(`${chance.of(roots.split(','))} ${chance.of(tails.split(','))}`);
  return [...names].map(name => s(`Kecamatan ${name} Dalam Angka {Y}`, '1102001', 2003));
}

function publication(
  series: Series,
  area: Area,
  areaName: string,
  year: number,
  chance: Chance,
  sequence: Map<string, number>,
): SeedPublication {
  const title = series.title
    .replace('{A}', areaName.replace(/^Provinsi /, chance.is(0.5) ? 'Provinsi ' : ''))
    .replace('{R}', `${year - 4}-${year}`)
    .replace('{Y}', String(year))
    .replace('{P}', String(year - 1));
  const producer = area.code === '0000' ? '03000' : `${area.code}0`;
  const counter = `${producer}.${String(year).slice(2)}`;
  const number = (sequence.get(counter) ?? 0) + 1;
  sequence.set(counter, number);
  const id = chance
    .below(2 ** 31)
    .toString(16)
    .padStart(8, '0');
  const pub_id = `${id}${(number + year * 1_000).toString(16).padStart(8, '0')}${area.code}${id.slice(0, 4)}`;
  const serial = (series.every ?? 1) === 1;
  return {
    pub_id,
    title,
    year,
    area_code: area.code,
    pub_no: `${counter}${String(number).padStart(2, '0')}`,
    kat_no: area.code === '0000' ? series.catalogue : `${series.catalogue}.${area.code}`,
    issn: serial ? issnOf(series, area) : null,
    isbn: serial ? null : `978-602-438-${String(number % 1_000).padStart(3, '0')}-${year % 10}`,
    language: /^(Statistical|Catalogue)/.test(title) ? 'en' : 'id',
    abstract: `Publikasi ${title} menyajikan data dan informasi yang dihimpun oleh Badan Pusat Statistik.`,
    pages: 40 + chance.below(320),
    rl_date: `${year}-${String(1 + chance.below(12)).padStart(2, '0')}-${String(1 + chance.below(28)).padStart(2, '0')}`,
    cover: `https://web-api.bps.go.id/cover.php?f=${pub_id}`,
    pdf: `https://web-api.bps.go.id/download.php?f=${pub_id}`,
  };
}

/** One ISSN for each series of each area, with a valid check digit. */
function issnOf(series: Series, area: Area): string {
  const body = String(((Number(series.catalogue) * 31 + Number(area.code) * 7_919) % 9_000_000) + 1_000_000);
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (8 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return `${body.slice(0, 4)}-${body.slice(4)}${check === 10 ? 'X' : check}`;
}

/** What stands in the reading room of the sample office: made up after the real series of BPS. */
import type { CopyCondition } from '../catalogue/schema.ts';

export interface DemoTitle {
  title: string;
  catalogue?: string;
  issn?: string;
  pages: number;
  abstract?: string;
  /** Printed copies; none where only the PDF was published. */
  copies?: {
    shelf: string;
    count?: number;
    condition?: CopyCondition;
    notForCopying?: boolean;
    note?: string;
  }[];
}

const yearbooks = [2024, 2023, 2022, 2021, 2020].map((year, at): DemoTitle => ({
  title: `Kabupaten Dharmasraya Dalam Angka ${year}`,
  catalogue: '1102001.1311',
  issn: '2302-7738',
  pages: 348 + at * 6,
  abstract: `Data geografi, pemerintahan, penduduk, sosial, pertanian, industri, perdagangan, dan ekonomi Kabupaten Dharmasraya, dengan keadaan sampai tahun ${year - 1}.`,
  copies: [{ shelf: 'R-01', count: year > 2022 ? 2 : 1 }],
}));

const districts = [
  'Pulau Punjung',
  'Sitiung',
  'Koto Baru',
  'Sungai Rumbai',
  'Timpeh',
  'Padang Laweh',
  'Koto Salak',
  'Asam Jujuhan',
].map((name, at): DemoTitle => ({
  title: `Kecamatan ${name} Dalam Angka 2024`,
  catalogue: `1102001.1311${String((at + 1) * 10).padStart(3, '0')}`,
  pages: 96 + at * 4,
  copies: at % 3 === 2 ? [] : [{ shelf: 'R-02' }],
}));

export const demoShelf: DemoTitle[] = [
  ...yearbooks,
  ...districts,
  {
    title: 'Provinsi Sumatera Barat Dalam Angka 2024',
    catalogue: '1102001.13',
    pages: 812,
    copies: [{ shelf: 'R-01' }],
  },
  { title: 'Statistik Indonesia 2024', catalogue: '1101001', pages: 812, copies: [{ shelf: 'R-01' }] },
  ...[2023, 2022].map((year): DemoTitle => ({
    title: `Produk Domestik Regional Bruto Kabupaten Dharmasraya Menurut Lapangan Usaha ${year - 4}–${year}`,
    catalogue: '9302021.1311',
    pages: 124,
    abstract:
      'Nilai tambah bruto tujuh belas lapangan usaha atas dasar harga berlaku dan harga konstan 2010.',
    copies: [{ shelf: 'R-03' }],
  })),
  ...[2023, 2022].map((year): DemoTitle => ({
    title: `Produk Domestik Regional Bruto Kabupaten Dharmasraya Menurut Pengeluaran ${year - 4}–${year}`,
    catalogue: '9302020.1311',
    pages: 108,
    copies: [{ shelf: 'R-03' }],
  })),
  ...[2024, 2023, 2022].map((year): DemoTitle => ({
    title: `Statistik Daerah Kabupaten Dharmasraya ${year}`,
    catalogue: '1101002.1311',
    pages: 60,
    copies: [{ shelf: 'R-02' }],
  })),
  ...[2023, 2022].map((year): DemoTitle => ({
    title: `Indikator Kesejahteraan Rakyat Kabupaten Dharmasraya ${year}`,
    catalogue: '4102004.1311',
    pages: 88,
    copies: [{ shelf: 'R-04' }],
  })),
  {
    title: 'Indeks Pembangunan Manusia Kabupaten Dharmasraya 2023',
    catalogue: '4102002.1311',
    pages: 52,
    copies: [{ shelf: 'R-04' }],
  },
  {
    title: 'Profil Kemiskinan Kabupaten Dharmasraya 2023',
    catalogue: '3205014.1311',
    pages: 44,
    copies: [{ shelf: 'R-04', condition: 'worn' }],
  },
  {
    title: 'Keadaan Angkatan Kerja Kabupaten Dharmasraya Agustus 2023',
    catalogue: '2303004.1311',
    pages: 72,
    copies: [{ shelf: 'R-04' }],
  },
  {
    title: 'Luas Panen dan Produksi Padi Kabupaten Dharmasraya 2023',
    catalogue: '5203030.1311',
    pages: 40,
    copies: [{ shelf: 'R-05' }],
  },
  {
    title: 'Statistik Hortikultura Kabupaten Dharmasraya 2022',
    catalogue: '5204003.1311',
    pages: 66,
    copies: [{ shelf: 'R-05', condition: 'damaged', note: 'Sampul lepas' }],
  },
  {
    title: 'Sensus Pertanian 2023: Hasil Pencacahan Lengkap Kabupaten Dharmasraya Tahap I',
    catalogue: '5106001.1311',
    pages: 138,
    copies: [{ shelf: 'R-05' }],
  },
  {
    title: 'Hasil Sensus Penduduk 2020 Kabupaten Dharmasraya',
    catalogue: '2102041.1311',
    pages: 78,
    copies: [{ shelf: 'R-06' }],
  },
  {
    title: 'Potensi Desa Kabupaten Dharmasraya 2021',
    catalogue: '1399007.1311',
    pages: 210,
    copies: [{ shelf: 'R-06', notForCopying: true, note: 'Jilid rapuh' }],
  },
  {
    title: 'Direktori Industri Manufaktur Sumatera Barat 2019',
    catalogue: '6103001.13',
    pages: 96,
    copies: [{ shelf: 'R-07', condition: 'missing' }],
  },
  {
    title: 'Indeks Harga Konsumen Kota Padang 2023',
    catalogue: '7102003.1371',
    pages: 58,
    copies: [{ shelf: 'R-07' }],
  },
  {
    title: 'Kota Padang Dalam Angka 2024',
    catalogue: '1102001.1371',
    pages: 402,
    copies: [{ shelf: 'R-08' }],
  },
  {
    title: 'Kota Solok Dalam Angka 2024',
    catalogue: '1102001.1372',
    pages: 366,
    copies: [{ shelf: 'R-08' }],
  },
  { title: 'Kabupaten Sijunjung Dalam Angka 2024', catalogue: '1102001.1305', pages: 352 },
  { title: 'Kabupaten Solok Selatan Dalam Angka 2024', catalogue: '1102001.1310', pages: 340 },
];

/** What was asked for in vain at the sample office. */
export const demoWishes = [
  'Peta blok sensus Timpeh',
  'Harga karet 2010',
  'peta blok sensus timpeh',
  'Upah buruh sawit',
];

/**
 * What people type, and the title that they want to see: judged by hand over `seedCatalogue` and never
 * changed to suit the search. `Provinsi ` is left out of titles when comparing, because offices print it or not.
 */
export type QueryKind = 'plain' | 'misspelt' | 'abbreviated' | 'reordered';

export interface JudgedQuery {
  text: string;
  wanted: string[];
  kind: QueryKind;
}

const lines: Record<QueryKind, string> = {
  plain: `
padang dalam angka 2023 | Kota Padang Dalam Angka 2023
dharmasraya dalam angka 2024 | Kabupaten Dharmasraya Dalam Angka 2024
kabupaten dharmasraya dalam angka | Kabupaten Dharmasraya Dalam Angka 2025
dalam angka 2020 | Kabupaten Dharmasraya Dalam Angka 2020
statistik indonesia 2022 | Statistik Indonesia 2022
statistik indonesia | Statistik Indonesia 2025
statistik daerah kabupaten agam 2019 | Statistik Daerah Kabupaten Agam 2019
statistik kesejahteraan rakyat sumatera barat 2021 | Statistik Kesejahteraan Rakyat Sumatera Barat 2021
indikator kesejahteraan rakyat kota solok 2018 | Indikator Kesejahteraan Rakyat Kota Solok 2018
indeks pembangunan manusia kabupaten sijunjung 2022 | Indeks Pembangunan Manusia Kabupaten Sijunjung 2022
indeks pembangunan manusia | Indeks Pembangunan Manusia Kabupaten Dharmasraya 2025
produk domestik regional bruto kabupaten solok selatan menurut lapangan usaha 2019-2023 | Produk Domestik Regional Bruto Kabupaten Solok Selatan Menurut Lapangan Usaha 2019-2023
produk domestik regional bruto dharmasraya pengeluaran 2022 | Produk Domestik Regional Bruto Kabupaten Dharmasraya Menurut Pengeluaran 2018-2022
kota bukittinggi dalam angka 2015 | Kota Bukittinggi Dalam Angka 2015
kabupaten bandung dalam angka 2021 | Kabupaten Bandung Dalam Angka 2021
kota bandung dalam angka 2021 | Kota Bandung Dalam Angka 2021
hasil sensus penduduk 2020 kabupaten dharmasraya | Hasil Sensus Penduduk 2020 Kabupaten Dharmasraya
hasil sensus pertanian 2023 | Hasil Sensus Pertanian 2023 Kabupaten Dharmasraya
keadaan angkatan kerja di indonesia agustus 2021 | Keadaan Angkatan Kerja di Indonesia Agustus 2021
pendapatan nasional indonesia 2017-2021 | Pendapatan Nasional Indonesia 2017-2021
statistik telekomunikasi indonesia 2020 | Statistik Telekomunikasi Indonesia 2020
laporan perekonomian indonesia 2016 | Laporan Perekonomian Indonesia 2016
tingkat pengangguran terbuka sumatera barat agustus 2022 | Tingkat Pengangguran Terbuka Sumatera Barat Agustus 2022
luas panen dan produksi padi kabupaten pesisir selatan 2022 | Luas Panen dan Produksi Padi Kabupaten Pesisir Selatan 2022
statistik potensi desa pasaman barat 2023 | Statistik Potensi Desa Kabupaten Pasaman Barat 2023
indeks kebahagiaan 2020 | Indeks Kebahagiaan 2020
statistik kelapa sawit indonesia | Statistik Kelapa Sawit Indonesia 2025
statistik penduduk lanjut usia sumatera barat 2023 | Statistik Penduduk Lanjut Usia Sumatera Barat 2023
statistical yearbook of indonesia 2019 | Statistical Yearbook of Indonesia 2019
proyeksi penduduk kabupaten tanah datar | Proyeksi Penduduk Kabupaten Tanah Datar 2025
analisis hasil survei kebutuhan data kota pariaman 2022 | Analisis Hasil Survei Kebutuhan Data Kota Pariaman 2022
padang panjang dalam angka 2022 | Kota Padang Panjang Dalam Angka 2022
padang pariaman dalam angka 2022 | Kabupaten Padang Pariaman Dalam Angka 2022
statistik kriminal 2023 | Statistik Kriminal 2023
statistik lingkungan hidup indonesia 2024 | Statistik Lingkungan Hidup Indonesia 2024
statistik ekspor sumatera barat 2018 | Statistik Ekspor Sumatera Barat 2018
tabel input output indonesia 2020 | Tabel Input Output Indonesia 2020
survei demografi dan kesehatan indonesia 2017 | Survei Demografi dan Kesehatan Indonesia 2017
rasio gini sumatera barat september 2021 | Rasio Gini Sumatera Barat September 2021
statistik perumahan dan permukiman indonesia 2022 | Statistik Perumahan dan Permukiman Indonesia 2022
kota payakumbuh 2010 dalam angka | Kota Payakumbuh Dalam Angka 2010
statistik daerah kepulauan mentawai 2021 | Statistik Daerah Kabupaten Kepulauan Mentawai 2021
indikator tujuan pembangunan berkelanjutan | Indikator Tujuan Pembangunan Berkelanjutan Indonesia 2025
pengeluaran untuk konsumsi penduduk indonesia maret 2019 | Pengeluaran untuk Konsumsi Penduduk Indonesia Maret 2019
konsumsi kalori dan protein 2022 | Konsumsi Kalori dan Protein Penduduk Indonesia 2022
hasil sensus ekonomi 2016 sumatera barat | Hasil Sensus Ekonomi 2016 Sumatera Barat
dki jakarta dalam angka 2024 | DKI Jakarta Dalam Angka 2024
kabupaten sleman dalam angka 2005 | Kabupaten Sleman Dalam Angka 2005
statistik upah buruh 2021 | Statistik Upah Buruh 2021
indikator ekonomi 2012 | Indikator Ekonomi 2012
statistik pemuda indonesia 2020 | Statistik Pemuda Indonesia 2020
laporan bulanan sosial ekonomi desember 2018 | Laporan Bulanan Data Sosial Ekonomi Desember 2018
master file desa 2020 | Peraturan Kepala BPS Master File Desa 2020
buku statistik daerah dharmasraya tahun 2020 | Statistik Daerah Kabupaten Dharmasraya 2020
1102001.1371 | Kota Padang Dalam Angka 2025`,
  misspelt: `
statistk kesejahteraan rakyat sumatera barat 2022 | Statistik Kesejahteraan Rakyat Sumatera Barat 2022
statistik kesejahtraan rakyat dharmasraya 2020 | Statistik Kesejahteraan Rakyat Kabupaten Dharmasraya 2020
kota bandnug dalam angka 2019 | Kota Bandung Dalam Angka 2019
darmasraya dalam angka 2022 | Kabupaten Dharmasraya Dalam Angka 2022
dhamasraya dlam angka 2021 | Kabupaten Dharmasraya Dalam Angka 2021
penghitungan dan analisis kemiskian makro indonesia 2021 | Penghitungan dan Analisis Kemiskinan Makro Indonesia 2021
kemiskinan makro indonsia 2020 | Penghitungan dan Analisis Kemiskinan Makro Indonesia 2020
indek pembangunan manusia kota padang 2021 | Indeks Pembangunan Manusia Kota Padang 2021
indeks pembagunan manusia kab agam 2023 | Indeks Pembangunan Manusia Kabupaten Agam 2023
produk domestk regional bruto kota padang pengeluaran 2023 | Produk Domestik Regional Bruto Kota Padang Menurut Pengeluaran 2019-2023
statsitik daerah kota sawahlunto 2020 | Statistik Daerah Kota Sawahlunto 2020
statistik daera kab pasaman 2018 | Statistik Daerah Kabupaten Pasaman 2018
bukitinggi dalam angka 2018 | Kota Bukittinggi Dalam Angka 2018
payakumbu dalam angka 2023 | Kota Payakumbuh Dalam Angka 2023
sijunjug dalam angka 2017 | Kabupaten Sijunjung Dalam Angka 2017
keadaan angktan kerja indonesia februari 2022 | Keadaan Angkatan Kerja di Indonesia Februari 2022
tingkat penganguran terbuka indonesia agustus 2023 | Tingkat Pengangguran Terbuka Indonesia Agustus 2023
sensus pertanain 2013 dharmasraya | Hasil Sensus Pertanian 2013 Kabupaten Dharmasraya
hasil sensus pendudk 2010 kota padang | Hasil Sensus Penduduk 2010 Kota Padang
statistik telekomunikassi indonesia 2018 | Statistik Telekomunikasi Indonesia 2018
luas panen produksi pdai tanah datar 2021 | Luas Panen dan Produksi Padi Kabupaten Tanah Datar 2021
statistik lingkugan hidup indonesia 2020 | Statistik Lingkungan Hidup Indonesia 2020
dalamangka kota solok 2020 | Kota Solok Dalam Angka 2020
pesisirselatan dalam angka 2016 | Kabupaten Pesisir Selatan Dalam Angka 2016
indikator kesejateraan rakyat lima puluh kota 2019 | Indikator Kesejahteraan Rakyat Kabupaten Lima Puluh Kota 2019
statistik krimnal 2019 | Statistik Kriminal 2019
pendapatn nasional indonesia 2018-2022 | Pendapatan Nasional Indonesia 2018-2022
proyeksi pendudk kota pariaman 2020 | Proyeksi Penduduk Kota Pariaman 2020
yogjakarta dalam angka 2020 | DI Yogyakarta Dalam Angka 2020 ; Kota Yogyakarta Dalam Angka 2020
surabya dalam angka 2022 | Kota Surabaya Dalam Angka 2022
makasar dalam angka 2021 | Kota Makassar Dalam Angka 2021
statistik indonsia 2018 | Statistik Indonesia 2018
laporan prekonomian indonesia 2020 | Laporan Perekonomian Indonesia 2020
indeks kebahagian 2017 | Indeks Kebahagiaan 2017
klapa swait indonesia 2020 | Statistik Kelapa Sawit Indonesia 2020
stastistik keswjahteraan rkyat agam 2021 | Statistik Kesejahteraan Rakyat Kabupaten Agam 2021
indeks demokrsi sumbar 2020 | Indeks Demokrasi Indonesia Sumatera Barat 2020
dalm agka sumatra barat 2021 | Sumatera Barat Dalam Angka 2021
telekominikasi indonesia 2015 | Statistik Telekomunikasi Indonesia 2015
padng pariamn dalam angka 2020 | Kabupaten Padang Pariaman Dalam Angka 2020
kosumsi kalori protien 2019 | Konsumsi Kalori dan Protein Penduduk Indonesia 2019
pengeluaran konsumsi pendudu indonesia mart 2020 | Pengeluaran untuk Konsumsi Penduduk Indonesia Maret 2020
bukit tingi dalam angka 2021 | Kota Bukittinggi Dalam Angka 2021
kabupten solok dalam angka 2023 | Kabupaten Solok Dalam Angka 2023
jawabarat dalam angka 2020 | Jawa Barat Dalam Angka 2020
indeks pembangunn mnusia sijunjng 2020 | Indeks Pembangunan Manusia Kabupaten Sijunjung 2020`,
  abbreviated: `
ipm dharmasraya 2023 | Indeks Pembangunan Manusia Kabupaten Dharmasraya 2023
ipm | Indeks Pembangunan Manusia Kabupaten Dharmasraya 2025
pdrb dharmasraya lapangan usaha 2021 | Produk Domestik Regional Bruto Kabupaten Dharmasraya Menurut Lapangan Usaha 2017-2021
pdrb pengeluaran sumbar 2023 | Produk Domestik Regional Bruto Sumatera Barat Menurut Pengeluaran 2019-2023
tpt sumbar 2021 | Tingkat Pengangguran Terbuka Sumatera Barat Agustus 2021
tpt indonesia agustus 2020 | Tingkat Pengangguran Terbuka Indonesia Agustus 2020
dda dharmasraya 2019 | Kabupaten Dharmasraya Dalam Angka 2019
statda kab solok 2022 | Statistik Daerah Kabupaten Solok 2022
inkesra pasaman barat 2020 | Indikator Kesejahteraan Rakyat Kabupaten Pasaman Barat 2020
kesra sumbar 2023 | Statistik Kesejahteraan Rakyat Sumatera Barat 2023 ; Indikator Kesejahteraan Rakyat Sumatera Barat 2023
susenas pedoman pencacah 2022 | Survei Sosial Ekonomi Nasional Buku Pedoman Pencacah 2022
sakernas pedoman 2021 | Survei Angkatan Kerja Nasional Buku Pedoman Pencacah 2021
sdki 2012 | Survei Demografi dan Kesehatan Indonesia 2012
sdgs 2023 | Indikator Tujuan Pembangunan Berkelanjutan Indonesia 2023
idi sumbar 2019 | Indeks Demokrasi Indonesia Sumatera Barat 2019
ikg sumbar 2022 | Indeks Ketimpangan Gender Sumatera Barat 2022
tabel io 2015 | Tabel Input Output Indonesia 2015
podes dharmasraya 2020 | Statistik Potensi Desa Kabupaten Dharmasraya 2020
st2023 dharmasraya | Hasil Sensus Pertanian 2023 Kabupaten Dharmasraya
sp2020 kota padang | Hasil Sensus Penduduk 2020 Kota Padang
skd kota padang 2023 | Analisis Hasil Survei Kebutuhan Data Kota Padang 2023
ntb dalam angka 2023 | Nusa Tenggara Barat Dalam Angka 2023
jabar dalam angka 2022 | Jawa Barat Dalam Angka 2022
gini ratio sumbar 2022 | Rasio Gini Sumatera Barat September 2022
statistik migas 2019 | Statistik Minyak dan Gas Bumi 2019
lansia indonesia 2022 | Statistik Penduduk Lanjut Usia Indonesia 2022
wisman sumbar 2019 | Statistik Wisatawan Mancanegara Sumatera Barat 2019
human development index kota padang 2020 | Indeks Pembangunan Manusia Kota Padang 2020
statistik kab agam dda 2020 | Kabupaten Agam Dalam Angka 2020
prov sumbar dlm angka 2020 | Sumatera Barat Dalam Angka 2020
kab 50 kota dalam angka 2019 | Kabupaten Lima Puluh Kota Dalam Angka 2019
dharmasraya in figures 2020 | Kabupaten Dharmasraya Dalam Angka 2020
pengangguran sumbar 2019 | Tingkat Pengangguran Terbuka Sumatera Barat Agustus 2019
produksi beras agam 2022 | Luas Panen dan Produksi Padi Kabupaten Agam 2022
jumlah penduduk miskin indonesia 2022 | Penghitungan dan Analisis Kemiskinan Makro Indonesia 2022
snse 2015 | Sistem Neraca Sosial Ekonomi Indonesia 2015`,
  reordered: `
2022 angka dalam padang kota | Kota Padang Dalam Angka 2022
angka dalam dharmasraya | Kabupaten Dharmasraya Dalam Angka 2025
sumatera barat 2020 rakyat kesejahteraan statistik | Statistik Kesejahteraan Rakyat Sumatera Barat 2020
manusia pembangunan indeks agam 2021 | Indeks Pembangunan Manusia Kabupaten Agam 2021
padang 2018 statistik daerah | Statistik Daerah Kota Padang 2018
indonesia 2016 telekomunikasi statistik | Statistik Telekomunikasi Indonesia 2016
2021 keadaan pekerja indonesia | Keadaan Pekerja di Indonesia Agustus 2021
penduduk sensus 2020 solok selatan | Hasil Sensus Penduduk 2020 Kabupaten Solok Selatan
sawit statistik 2021 | Statistik Kelapa Sawit Indonesia 2021
lapangan usaha pdrb 2022 pariaman kota | Produk Domestik Regional Bruto Kota Pariaman Menurut Lapangan Usaha 2018-2022
desa potensi sijunjung 2020 | Statistik Potensi Desa Kabupaten Sijunjung 2020
gizi konsumsi protein kalori indonesia 2018 | Konsumsi Kalori dan Protein Penduduk Indonesia 2018`,
};

export const judgedQueries: JudgedQuery[] = Object.entries(lines).flatMap(([kind, text]) =>
  text
    .trim()
    .split('\n')
    .map(line => {
      const [typed, wanted] = line.split(' | ') as [string, string];
      return { text: typed, wanted: wanted.split(' ; '), kind: kind as QueryKind };
    }),
);

const bare = (title: string) => title.replace('Provinsi ', '');

/** Where the first wanted title stands among titles, from 1; 0 when it is not there. */
export function placeOf(query: JudgedQuery, titles: string[]): number {
  const wanted = new Set(query.wanted.map(bare));
  return titles.findIndex(title => wanted.has(bare(title))) + 1;
}

/**
 * The areas of Indonesia with the codes of BPS (which are not those of the ministry of home affairs): a province is
 * PP00, its regencies count from 01, its cities from 71. `NN=` marks a code that does not follow its neighbour.
 */
export const provinces: Record<string, { name: string; regencies: string; cities: string }> = {
  11: {
    name: 'Aceh',
    regencies:
      'Simeulue,Aceh Singkil,Aceh Selatan,Aceh Tenggara,Aceh Timur,Aceh Tengah,Aceh Barat,Aceh Besar,Pidie,Bireuen,Aceh Utara,Aceh Barat Daya,Gayo Lues,Aceh Tamiang,Nagan Raya,Aceh Jaya,Bener Meriah,Pidie Jaya',
    cities: 'Banda Aceh,Sabang,Langsa,Lhokseumawe,Subulussalam',
  },
  12: {
    name: 'Sumatera Utara',
    regencies:
      'Nias,Mandailing Natal,Tapanuli Selatan,Tapanuli Tengah,Tapanuli Utara,Toba,Labuhanbatu,Asahan,Simalungun,Dairi,Karo,Deli Serdang,Langkat,Nias Selatan,Humbang Hasundutan,Pakpak Bharat,Samosir,Serdang Bedagai,Batu Bara,Padang Lawas Utara,Padang Lawas,Labuhanbatu Selatan,Labuhanbatu Utara,Nias Utara,Nias Barat',
    cities: 'Sibolga,Tanjungbalai,Pematangsiantar,Tebing Tinggi,Medan,Binjai,Padangsidimpuan,Gunungsitoli',
  },
  13: {
    name: 'Sumatera Barat',
    regencies:
      'Kepulauan Mentawai,Pesisir Selatan,Solok,Sijunjung,Tanah Datar,Padang Pariaman,Agam,Lima Puluh Kota,Pasaman,Solok Selatan,Dharmasraya,Pasaman Barat',
    cities: 'Padang,Solok,Sawahlunto,Padang Panjang,Bukittinggi,Payakumbuh,Pariaman',
  },
  14: {
    name: 'Riau',
    regencies:
      'Kuantan Singingi,Indragiri Hulu,Indragiri Hilir,Pelalawan,Siak,Kampar,Rokan Hulu,Bengkalis,Rokan Hilir,Kepulauan Meranti',
    cities: 'Pekanbaru,73=Dumai',
  },
  15: {
    name: 'Jambi',
    regencies:
      'Kerinci,Merangin,Sarolangun,Batang Hari,Muaro Jambi,Tanjung Jabung Timur,Tanjung Jabung Barat,Tebo,Bungo',
    cities: 'Jambi,Sungai Penuh',
  },
  16: {
    name: 'Sumatera Selatan',
    regencies:
      'Ogan Komering Ulu,Ogan Komering Ilir,Muara Enim,Lahat,Musi Rawas,Musi Banyuasin,Banyuasin,Ogan Komering Ulu Selatan,Ogan Komering Ulu Timur,Ogan Ilir,Empat Lawang,Penukal Abab Lematang Ilir,Musi Rawas Utara',
    cities: 'Palembang,Prabumulih,Pagar Alam,Lubuk Linggau',
  },
  17: {
    name: 'Bengkulu',
    regencies:
      'Bengkulu Selatan,Rejang Lebong,Bengkulu Utara,Kaur,Seluma,Mukomuko,Lebong,Kepahiang,Bengkulu Tengah',
    cities: 'Bengkulu',
  },
  18: {
    name: 'Lampung',
    regencies:
      'Lampung Barat,Tanggamus,Lampung Selatan,Lampung Timur,Lampung Tengah,Lampung Utara,Way Kanan,Tulang Bawang,Pesawaran,Pringsewu,Mesuji,Tulang Bawang Barat,Pesisir Barat',
    cities: 'Bandar Lampung,Metro',
  },
  19: {
    name: 'Kepulauan Bangka Belitung',
    regencies: 'Bangka,Belitung,Bangka Barat,Bangka Tengah,Bangka Selatan,Belitung Timur',
    cities: 'Pangkalpinang',
  },
  21: {
    name: 'Kepulauan Riau',
    regencies: 'Karimun,Bintan,Natuna,Lingga,Kepulauan Anambas',
    cities: 'Batam,Tanjungpinang',
  },
  31: {
    name: 'DKI Jakarta',
    regencies: 'Kepulauan Seribu',
    cities: 'Jakarta Selatan,Jakarta Timur,Jakarta Pusat,Jakarta Barat,Jakarta Utara',
  },
  32: {
    name: 'Jawa Barat',
    regencies:
      'Bogor,Sukabumi,Cianjur,Bandung,Garut,Tasikmalaya,Ciamis,Kuningan,Cirebon,Majalengka,Sumedang,Indramayu,Subang,Purwakarta,Karawang,Bekasi,Bandung Barat,Pangandaran',
    cities: 'Bogor,Sukabumi,Bandung,Cirebon,Bekasi,Depok,Cimahi,Tasikmalaya,Banjar',
  },
  33: {
    name: 'Jawa Tengah',
    regencies:
      'Cilacap,Banyumas,Purbalingga,Banjarnegara,Kebumen,Purworejo,Wonosobo,Magelang,Boyolali,Klaten,Sukoharjo,Wonogiri,Karanganyar,Sragen,Grobogan,Blora,Rembang,Pati,Kudus,Jepara,Demak,Semarang,Temanggung,Kendal,Batang,Pekalongan,Pemalang,Tegal,Brebes',
    cities: 'Magelang,Surakarta,Salatiga,Semarang,Pekalongan,Tegal',
  },
  34: {
    name: 'DI Yogyakarta',
    regencies: 'Kulon Progo,Bantul,Gunungkidul,Sleman',
    cities: 'Yogyakarta',
  },
  35: {
    name: 'Jawa Timur',
    regencies:
      'Pacitan,Ponorogo,Trenggalek,Tulungagung,Blitar,Kediri,Malang,Lumajang,Jember,Banyuwangi,Bondowoso,Situbondo,Probolinggo,Pasuruan,Sidoarjo,Mojokerto,Jombang,Nganjuk,Madiun,Magetan,Ngawi,Bojonegoro,Tuban,Lamongan,Gresik,Bangkalan,Sampang,Pamekasan,Sumenep',
    cities: 'Kediri,Blitar,Malang,Probolinggo,Pasuruan,Mojokerto,Madiun,Surabaya,Batu',
  },
  36: {
    name: 'Banten',
    regencies: 'Pandeglang,Lebak,Tangerang,Serang',
    cities: 'Tangerang,Cilegon,Serang,Tangerang Selatan',
  },
  51: {
    name: 'Bali',
    regencies: 'Jembrana,Tabanan,Badung,Gianyar,Klungkung,Bangli,Karangasem,Buleleng',
    cities: 'Denpasar',
  },
  52: {
    name: 'Nusa Tenggara Barat',
    regencies: 'Lombok Barat,Lombok Tengah,Lombok Timur,Sumbawa,Dompu,Bima,Sumbawa Barat,Lombok Utara',
    cities: 'Mataram,Bima',
  },
  53: {
    name: 'Nusa Tenggara Timur',
    regencies:
      'Sumba Barat,Sumba Timur,Kupang,Timor Tengah Selatan,Timor Tengah Utara,Belu,Alor,Lembata,Flores Timur,Sikka,Ende,Ngada,Manggarai,Rote Ndao,Manggarai Barat,Sumba Tengah,Sumba Barat Daya,Nagekeo,Manggarai Timur,Sabu Raijua,Malaka',
    cities: 'Kupang',
  },
  61: {
    name: 'Kalimantan Barat',
    regencies:
      'Sambas,Bengkayang,Landak,Mempawah,Sanggau,Ketapang,Sintang,Kapuas Hulu,Sekadau,Melawi,Kayong Utara,Kubu Raya',
    cities: 'Pontianak,Singkawang',
  },
  62: {
    name: 'Kalimantan Tengah',
    regencies:
      'Kotawaringin Barat,Kotawaringin Timur,Kapuas,Barito Selatan,Barito Utara,Sukamara,Lamandau,Seruyan,Katingan,Pulang Pisau,Gunung Mas,Barito Timur,Murung Raya',
    cities: 'Palangka Raya',
  },
  63: {
    name: 'Kalimantan Selatan',
    regencies:
      'Tanah Laut,Kotabaru,Banjar,Barito Kuala,Tapin,Hulu Sungai Selatan,Hulu Sungai Tengah,Hulu Sungai Utara,Tabalong,Tanah Bumbu,Balangan',
    cities: 'Banjarmasin,Banjarbaru',
  },
  64: {
    name: 'Kalimantan Timur',
    regencies: 'Paser,Kutai Barat,Kutai Kartanegara,Kutai Timur,Berau,09=Penajam Paser Utara,11=Mahakam Ulu',
    cities: 'Balikpapan,Samarinda,74=Bontang',
  },
  65: { name: 'Kalimantan Utara', regencies: 'Malinau,Bulungan,Tana Tidung,Nunukan', cities: 'Tarakan' },
  71: {
    name: 'Sulawesi Utara',
    regencies:
      'Bolaang Mongondow,Minahasa,Kepulauan Sangihe,Kepulauan Talaud,Minahasa Selatan,Minahasa Utara,Bolaang Mongondow Utara,Siau Tagulandang Biaro,Minahasa Tenggara,Bolaang Mongondow Selatan,Bolaang Mongondow Timur',
    cities: 'Manado,Bitung,Tomohon,Kotamobagu',
  },
  72: {
    name: 'Sulawesi Tengah',
    regencies:
      'Banggai Kepulauan,Banggai,Morowali,Poso,Donggala,Tolitoli,Buol,Parigi Moutong,Tojo Una-Una,Sigi,Banggai Laut,Morowali Utara',
    cities: 'Palu',
  },
  73: {
    name: 'Sulawesi Selatan',
    regencies:
      'Kepulauan Selayar,Bulukumba,Bantaeng,Jeneponto,Takalar,Gowa,Sinjai,Maros,Pangkajene dan Kepulauan,Barru,Bone,Soppeng,Wajo,Sidenreng Rappang,Pinrang,Enrekang,Luwu,Tana Toraja,22=Luwu Utara,25=Luwu Timur,26=Toraja Utara',
    cities: 'Makassar,Parepare,Palopo',
  },
  74: {
    name: 'Sulawesi Tenggara',
    regencies:
      'Buton,Muna,Konawe,Kolaka,Konawe Selatan,Bombana,Wakatobi,Kolaka Utara,Buton Utara,Konawe Utara,Kolaka Timur,Konawe Kepulauan,Muna Barat,Buton Tengah,Buton Selatan',
    cities: 'Kendari,Baubau',
  },
  75: {
    name: 'Gorontalo',
    regencies: 'Boalemo,Gorontalo,Pohuwato,Bone Bolango,Gorontalo Utara',
    cities: 'Gorontalo',
  },
  76: {
    name: 'Sulawesi Barat',
    regencies: 'Majene,Polewali Mandar,Mamasa,Mamuju,Pasangkayu,Mamuju Tengah',
    cities: '',
  },
  81: {
    name: 'Maluku',
    regencies:
      'Kepulauan Tanimbar,Maluku Tenggara,Maluku Tengah,Buru,Kepulauan Aru,Seram Bagian Barat,Seram Bagian Timur,Maluku Barat Daya,Buru Selatan',
    cities: 'Ambon,Tual',
  },
  82: {
    name: 'Maluku Utara',
    regencies:
      'Halmahera Barat,Halmahera Tengah,Kepulauan Sula,Halmahera Selatan,Halmahera Utara,Halmahera Timur,Pulau Morotai,Pulau Taliabu',
    cities: 'Ternate,Tidore Kepulauan',
  },
  91: {
    name: 'Papua Barat',
    regencies:
      'Fakfak,Kaimana,Teluk Wondama,Teluk Bintuni,Manokwari,Sorong Selatan,Sorong,Raja Ampat,Tambrauw,Maybrat,Manokwari Selatan,Pegunungan Arfak',
    cities: 'Sorong',
  },
  92: { name: 'Papua Barat Daya', regencies: '', cities: '' },
  94: {
    name: 'Papua',
    regencies:
      'Merauke,Jayawijaya,Jayapura,Nabire,08=Kepulauan Yapen,Biak Numfor,Paniai,Puncak Jaya,Mimika,Boven Digoel,Mappi,Asmat,Yahukimo,Pegunungan Bintang,Tolikara,Sarmi,Keerom,26=Waropen,Supiori,Mamberamo Raya,Nduga,Lanny Jaya,Mamberamo Tengah,Yalimo,Puncak,Dogiyai,Intan Jaya,Deiyai',
    cities: 'Jayapura',
  },
  95: { name: 'Papua Selatan', regencies: '', cities: '' },
  96: { name: 'Papua Tengah', regencies: '', cities: '' },
  97: { name: 'Papua Pegunungan', regencies: '', cities: '' },
};

/** Earlier names, spellings that people use, and the short names of provinces; each stands for an area of today. */
export const otherNames: Record<string, string> = {
  nad: '1100',
  'nanggroe aceh darussalam': '1100',
  sumut: '1200',
  'toba samosir': '1206',
  'labuhan batu': '1207',
  'labuhan batu selatan': '1222',
  'labuhan batu utara': '1223',
  madina: '1202',
  'tanjung balai': '1272',
  'pematang siantar': '1273',
  siantar: '1273',
  'padang sidempuan': '1277',
  'padang sidimpuan': '1277',
  padangsidempuan: '1277',
  sumbar: '1300',
  mentawai: '1301',
  pessel: '1302',
  'sawahlunto sijunjung': '1304',
  'sawah lunto': '1373',
  limapuluh: '1308',
  'limapuluh kota': '1308',
  '50 kota': '1308',
  pasbar: '1312',
  damasraya: '1311',
  darmasraya: '1311',
  'bukit tinggi': '1375',
  kuansing: '1401',
  inhu: '1402',
  inhil: '1403',
  rohul: '1407',
  rohil: '1409',
  meranti: '1410',
  'pekan baru': '1471',
  batanghari: '1504',
  tanjabtim: '1506',
  tanjabbar: '1507',
  sumsel: '1600',
  oku: '1601',
  oki: '1602',
  muba: '1606',
  'banyu asin': '1607',
  pali: '1612',
  muratara: '1613',
  pagaralam: '1673',
  lubuklinggau: '1674',
  'muko muko': '1706',
  tulangbawang: '1808',
  tubaba: '1812',
  bandarlampung: '1871',
  babel: '1900',
  'bangka belitung': '1900',
  'pangkal pinang': '1971',
  kepri: '2100',
  'tanjung pinang': '2172',
  jakarta: '3100',
  dki: '3100',
  jaksel: '3171',
  jaktim: '3172',
  jakpus: '3173',
  jakbar: '3174',
  jakut: '3175',
  jabar: '3200',
  jateng: '3300',
  solo: '3372',
  diy: '3400',
  jogja: '3400',
  jogjakarta: '3400',
  yogya: '3400',
  yogyakarta: '3400',
  kulonprogo: '3401',
  'gunung kidul': '3403',
  jatim: '3500',
  tangsel: '3674',
  'karang asem': '5107',
  ntb: '5200',
  lobar: '5201',
  loteng: '5202',
  lotim: '5203',
  ntt: '5300',
  kalbar: '6100',
  pontianak: '6171',
  kalteng: '6200',
  kobar: '6201',
  kotim: '6202',
  palangkaraya: '6271',
  kalsel: '6300',
  'kota baru': '6302',
  'banjar baru': '6372',
  kaltim: '6400',
  pasir: '6401',
  kukar: '6403',
  'mahakam hulu': '6411',
  kaltara: '6500',
  sulut: '7100',
  bolmong: '7101',
  sitaro: '7108',
  sulteng: '7200',
  'toli toli': '7206',
  'tojo una una': '7209',
  sulsel: '7300',
  pangkep: '7309',
  sidrap: '7314',
  'pare pare': '7372',
  'ujung pandang': '7371',
  sultra: '7400',
  'bau bau': '7472',
  sulbar: '7600',
  polman: '7602',
  'mamuju utara': '7605',
  'maluku tenggara barat': '8101',
  malut: '8200',
  tidore: '8272',
  'irian jaya': '9400',
};

/** The questions of the guestbook, their hints, and what is said when an answer is not yet right. */
import type { Sentence } from '../words.ts';

const both = (id: string, en: string): Sentence => ({ id, en });

export const questionWords = {
  who: both('Siapa yang berkunjung?', 'Who is visiting?'),
  name: both('Siapa nama Anda?', 'What is your name?'),
  nameLeader: both('Siapa nama ketua rombongan?', 'What is the leader’s name?'),
  nameChild: both('Siapa namamu?', 'What is your name?'),
  sex: both('Apa jenis kelamin Anda?', 'What is your sex?'),
  birthYear: both('Tahun berapa Anda lahir?', 'In which year were you born?'),
  birthYearChild: both('Tahun berapa kamu lahir?', 'In which year were you born?'),
  companion: both('Siapa yang mendampingi?', 'Who is accompanying?'),
  relation: both('Pendamping ini siapanya pengunjung?', 'How is the companion related?'),
  counts: both('Berapa orang rombongan Anda?', 'How many people are in your group?'),
  contact: both('Bagaimana kami dapat menghubungi Anda?', 'How can we reach you?'),
  education: both('Apa pendidikan terakhir Anda?', 'What is your highest education?'),
  occupation: both('Apa pekerjaan utama Anda?', 'What is your main occupation?'),
  institutionCategory: both('Apa jenis instansi Anda?', 'What kind of institution are you from?'),
  institution: both('Apa nama instansi Anda?', 'What is the name of your institution?'),
  institutionGroup: both('Dari instansi atau sekolah mana?', 'Which institution or school are you from?'),
  purpose: both('Untuk apa hasil kunjungan ini?', 'What will you use this visit for?'),
  disability: both('Apakah Anda penyandang disabilitas?', 'Do you have a disability?'),
  services: both('Layanan apa yang Anda perlukan?', 'Which services do you need?'),
};

export const hintWords = {
  name: both('Sesuai kartu identitas. Satu kata pun boleh.', 'As on your ID card. One word is fine.'),
  birthYear: both('Empat angka, misalnya 1998', 'Four digits, for example 1998'),
  birthYearChild: both('Empat angka, misalnya 2015', 'Four digits, for example 2015'),
  companion: both('Nama orang tua, guru, atau pendamping', 'Name of the parent, teacher or companion'),
  counts: both('Termasuk ketua rombongan', 'Including the leader'),
  contact: both(
    'Cukup salah satu. Hanya petugas kami yang dapat melihatnya.',
    'One of the two is enough. Only our staff can see it.',
  ),
  contactUnlessAgreed: both(
    'Cukup salah satu. Hanya petugas kami yang dapat melihatnya, kecuali Anda menyetujui yang lain.',
    'One of the two is enough. Only our staff can see it, unless you agree to more.',
  ),
  institution: both('Kantor, sekolah, kampus, atau usaha', 'Office, school, university or business'),
  disability: both(
    'Boleh dilewati. Jawaban membantu kami menyiapkan bantuan.',
    'You may skip this. The answer helps us prepare assistance.',
  ),
  services: both('Boleh lebih dari satu', 'You may choose more than one'),
  other: both('Tuliskan', 'Please specify'),
};

export const answerWords = {
  single: both('Saya sendiri', 'Myself'),
  singleHint: both('Satu orang, 17 tahun ke atas', 'One person, 17 or older'),
  child: both('Anak di bawah 17 tahun', 'A child under 17'),
  childHint: both('Isian lebih singkat', 'A shorter form'),
  accompanied: both('Dengan pendamping', 'With a companion'),
  accompaniedHint: both('Lansia atau penyandang disabilitas', 'Elderly or with a disability'),
  group: both('Rombongan', 'A group'),
  groupHint: both('Cukup ketua yang mengisi', 'Only the leader signs'),
  male: both('Laki-laki', 'Male'),
  female: both('Perempuan', 'Female'),
  men: both('Laki-laki', 'Men'),
  women: both('Perempuan', 'Women'),
  total: both('Jumlah {count} orang', '{count} people in total'),
  fewer: both('Kurangi', 'One fewer'),
  more: both('Tambah', 'One more'),
  phone: both('Telepon', 'Phone'),
  email: both('Email', 'Email'),
  noContact: both('Saya tidak punya keduanya', 'I have neither'),
  chooseAgain: both('Pilih dari daftar', 'Choose from the list'),
  accept: both('Setuju dan lanjut', 'Agree and continue'),
  refuse: both('Lanjut tanpa data diri', 'Continue without personal data'),
  remember: both('Ingat saya untuk kunjungan berikutnya', 'Remember me for my next visit'),
  consentYes: both('Ya, saya bersedia', 'Yes, you may'),
  consentNo: both('Tidak, terima kasih', 'No, thank you'),
  rememberHint: both('Boleh tidak dicentang', 'You may leave this unticked'),
};

export const mendWords = {
  name: both(
    'Mohon isi nama dengan huruf, paling sedikit dua huruf.',
    'Please write the name in letters, at least two.',
  ),
  birthYear: both('Mohon isi tahun antara {min} dan {max}.', 'Please enter a year between {min} and {max}.'),
  phone: both(
    'Mohon periksa nomor telepon, misalnya 081234567890.',
    'Please check the phone number, e.g. 081234567890.',
  ),
  email: both(
    'Mohon periksa alamat email, misalnya siti@gmail.com.',
    'Please check the address, e.g. siti@gmail.com.',
  ),
  contact: both('Mohon isi salah satu: telepon atau email.', 'Please fill in one of them: phone or email.'),
  choose: both('Mohon pilih salah satu.', 'Please choose one.'),
  specify: both('Mohon tuliskan jawaban Anda.', 'Please write your answer.'),
  counts: both('Mohon isi jumlah orang.', 'Please enter the number of people.'),
  text: both('Mohon diisi.', 'Please fill this in.'),
};

export const keyWords = {
  board: both('Papan ketik', 'Keyboard'),
  pad: both('Papan angka', 'Number pad'),
  space: both('Spasi', 'Space'),
  erase: both('Hapus satu huruf', 'Erase one letter'),
  shift: both('Huruf besar', 'Capital letters'),
};

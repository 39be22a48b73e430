/** Words of who works at headquarters: accounts, sessions, one's own account. */
export const accountWords = {
  title: { id: 'Akun', en: 'Accounts' },
  lead: {
    id: 'Orang yang bekerja di pusat. Setiap orang menyiapkan kata sandi dan ponselnya sendiri dengan kode sekali pakai.',
    en: 'Who works at headquarters. Each sets password and phone up with a one-time code.',
  },
  add: { id: 'Tambah orang', en: 'Add a person' },
  name: { id: 'Nama', en: 'Name' },
  email: { id: 'E-mail', en: 'E-mail' },
  role: { id: 'Peran', en: 'Role' },
  state: { id: 'Keadaan', en: 'State' },
  states: {
    active: { id: 'Aktif', en: 'Active' },
    waiting: { id: 'Menunggu disiapkan', en: 'Not set up yet' },
    dismissed: { id: 'Dinonaktifkan', en: 'Dismissed' },
  },
  seen: { id: 'Terakhir terlihat', en: 'Last seen' },
  never: { id: 'belum pernah', en: 'never' },
  edit: { id: 'Ubah', en: 'Edit' },
  editOf: { id: 'Ubah {name}', en: 'Edit {name}' },
  newCode: { id: 'Kode baru', en: 'New code' },
  newCodeOf: { id: 'Kode baru untuk {name}', en: 'New code for {name}' },
  needs: { id: 'Isi nama dan e-mail dahulu.', en: 'Enter name and e-mail first.' },
  active: { id: 'Boleh masuk', en: 'May sign in' },
  activeHint: {
    id: 'Bila dimatikan, semua sesinya berakhir seketika.',
    en: 'When turned off, all sessions end at once.',
  },
  codeTitle: { id: 'Kode sekali pakai untuk {name}', en: 'One-time code for {name}' },
  codeLead: {
    id: 'Berikan langsung kepada orangnya. Kode berlaku 48 jam, satu kali, dan hanya ditampilkan sekarang.',
    en: 'Give it to the person directly. It is good for 48 hours, once, and is shown only now.',
  },
  codeWhere: {
    id: 'Orang itu membuka halaman ini dan memilih “Saya punya kode sekali pakai”.',
    en: 'The person opens this page and chooses “I have a one-time code”.',
  },
  askCode: {
    id: 'Kata sandi dan ponsel yang lama tetap berlaku sampai kode ini dipakai. Buat untuk yang kehilangan salah satunya.',
    en: 'The old password and phone stay good until the code is used. Make it for whoever lost one of them.',
  },
  make: { id: 'Buat kode', en: 'Make the code' },
  done: { id: 'Selesai', en: 'Done' },
};

export const sessionWords = {
  title: { id: 'Sesi', en: 'Sessions' },
  leadOwn: {
    id: 'Di mana saja Anda sedang masuk. Akhiri yang tidak Anda kenal.',
    en: 'Where you are signed in. End those that you do not know.',
  },
  leadAll: {
    id: 'Siapa yang sedang masuk, dan dari mana. Sesi yang diakhiri tertutup pada permintaan berikutnya.',
    en: 'Who is signed in, and from where. A session that is ended closes at its next request.',
  },
  who: { id: 'Siapa', en: 'Who' },
  browser: { id: 'Peramban', en: 'Browser' },
  address: { id: 'Alamat', en: 'Address' },
  opened: { id: 'Masuk', en: 'Signed in' },
  seen: { id: 'Terakhir aktif', en: 'Last active' },
  current: { id: 'Layar ini', en: 'This screen' },
  end: { id: 'Akhiri', en: 'End' },
  endOf: { id: 'Akhiri sesi {name}, {browser}', en: 'End the session of {name}, {browser}' },
  ended: { id: 'Sesi diakhiri.', en: 'The session is ended.' },
};

export const meWords = {
  title: { id: 'Akun saya', en: 'My account' },
  mine: { id: 'Sesi saya', en: 'My sessions' },
  lost: {
    id: 'Kata sandi atau ponsel perlu diganti? Mintalah kode sekali pakai kepada admin, lalu pilih “Saya punya kode sekali pakai” di halaman masuk.',
    en: 'Password or phone to be changed? Ask an administrator for a one-time code, and choose “I have a one-time code” where you sign in.',
  },
};

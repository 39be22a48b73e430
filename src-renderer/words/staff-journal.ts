/** The journal in plain words: one sentence for each happening, by the name the station gives it. */
import type { Sentence } from '../words.ts';

export const journalFrame = {
  doors: {
    kiosk: { id: 'Kios tamu', en: 'Visitors’ kiosk' },
    staff: { id: 'Loket', en: 'Counter' },
    station: { id: 'Stasiun', en: 'Station' },
  },
  title: { id: 'Jurnal', en: 'Journal' },
  lead: {
    id: 'Setiap kejadian dicatat satu kali, berantai, dan tidak dapat diubah.',
    en: 'Everything that happens is recorded once, in a chain, and cannot be changed.',
  },
  verify: { id: 'Periksa rantai jurnal', en: 'Check the chain' },
  whole: { id: 'Rantai utuh: {n} catatan diperiksa.', en: 'The chain is whole: {n} entries checked.' },
  broken: {
    id: 'Rantai putus pada catatan {n}. Hubungi pengelola dan jangan mengubah apa pun.',
    en: 'The chain breaks at entry {n}. Tell the administrator and change nothing.',
  },
  seq: { id: 'No.', en: 'No.' },
  at: { id: 'Waktu', en: 'Time' },
  what: { id: 'Kejadian', en: 'What happened' },
  who: { id: 'Oleh', en: 'By' },
  empty: { id: 'Jurnal masih kosong', en: 'The journal is empty' },
};

interface JournalWords {
  /** By name, or by name/variant where the variant is the entry's `release`, `choice` or `kind`. */
  happenings: Record<string, Sentence>;
  values: Record<string, Sentence>;
}

export const journalWords: JournalWords = {
  happenings: {
    'visit.opened': {
      id: 'Buku tamu diisi: {number}, {services}',
      en: 'Guestbook signed: {number}, {services}',
    },
    'visit.served': {
      id: 'Mulai dilayani setelah menunggu {waitedMs}',
      en: 'Served after waiting {waitedMs}',
    },
    'visit.inside': { id: 'Masuk ke ruang baca', en: 'Went into the reading room' },
    'visit.leaving': { id: 'Akan pulang', en: 'About to leave' },
    'visit.closed': { id: 'Kunjungan selesai', en: 'Visit finished' },
    'visit.left': { id: 'Pulang sebelum dilayani: {reason}', en: 'Left before service: {reason}' },
    'visit.undone': {
      id: 'Langkah dibatalkan: {from} kembali ke {to}',
      en: 'Step undone: {from} back to {to}',
    },
    'visit.breach-explained': {
      id: 'Alasan lewat janji: {reason}',
      en: 'Reason for the missed promise: {reason}',
    },
    'visit.left-open': {
      id: 'Dibiarkan terbuka saat penutupan hari, dengan alasan',
      en: 'Left open at closing, with a reason',
    },
    'visit.service-added': { id: 'Layanan ditambahkan: {service}', en: 'Service added: {service}' },
    'visit.service-started': { id: 'Layanan dimulai: {service}', en: 'Service started: {service}' },
    'visit.service-ended': {
      id: 'Layanan berakhir: {service} ({outcome})',
      en: 'Service ended: {service} ({outcome})',
    },
    'visitor.added': { id: 'Tamu baru disimpan', en: 'New visitor stored' },
    'visitor.looked': { id: 'Nomor HP dan email dibuka', en: 'Phone and email were shown' },
    'visitor.recognised': { id: 'Tamu lama dikenali', en: 'Returning visitor recognised' },
    'visitor.not-recognised': { id: 'Tamu lama tidak dikenali', en: 'Returning visitor not recognised' },
    'visitor.erased': { id: 'Data tamu dihapus', en: 'Visitor’s data erased' },
    'visit.companions-erased': { id: 'Nama pendamping lama dihapus', en: 'Old companions’ names erased' },
    'station.damaged': {
      id: 'Basis data rusak ditemukan saat mulai',
      en: 'The database was found damaged at start',
    },
    'visitor.searched': {
      id: 'Pencarian nama tamu: {found} ditemukan',
      en: 'Visitors searched by name: {found} found',
    },
    'reading.given': { id: 'Publikasi diberikan untuk dibaca', en: 'Publication given to read' },
    'reading.shelved': { id: 'Publikasi kembali ke rak', en: 'Publication back on its shelf' },
    'reading.sent': { id: 'Publikasi keluar ke koperasi', en: 'Publication out to the co-op' },
    'reading.lost': { id: 'Publikasi tercatat hilang', en: 'Publication recorded as missing' },
    'photocopy.requested': {
      id: 'Formulir fotokopi {number} diisi',
      en: 'Photocopy form {number} filled in',
    },
    'photocopy.out': { id: 'Formulir fotokopi keluar', en: 'Photocopy form is out' },
    'photocopy.copied': { id: 'Fotokopi selesai dibuat', en: 'The photocopies are made' },
    'photocopy.back': {
      id: 'Semua publikasi kembali dari koperasi',
      en: 'All publications are back from the co-op',
    },
    'photocopy.closed': { id: 'Formulir fotokopi selesai', en: 'Photocopy form finished' },
    'photocopy.cancelled': { id: 'Formulir fotokopi dibatalkan', en: 'Photocopy form cancelled' },
    'photocopy.lost': {
      id: 'Publikasi tidak kembali dari koperasi',
      en: 'The publication never came back from the co-op',
    },
    'sync.enrolled': { id: 'Stasiun didaftarkan ke pusat', en: 'Station enrolled with headquarters' },
    'sync.key-changed': { id: 'Kunci stasiun diganti', en: 'The station’s key was changed' },
    'sync.asked': { id: 'Pengiriman ke pusat diminta', en: 'Sending to headquarters was asked for' },
    'sync.packed': { id: 'Paket USB untuk pusat dibuat', en: 'A parcel for headquarters was made' },
    'sync.unpacked': { id: 'Balasan pusat dari USB diterima', en: 'Headquarters’ answer came by USB' },
    'sync.restored': {
      id: 'Basis data ini dipulihkan atau disalin: riwayat baru dimulai',
      en: 'This database was restored or copied: a new history begins',
    },
    'sync.forked': {
      id: 'Riwayat berbeda dengan pusat: yang belum sampai dikirim lagi',
      en: 'The history differs from headquarters’: what had not arrived is sent again',
    },
    'sync.returned': {
      id: '{put} baris yang hilang di sini kembali dari pusat',
      en: '{put} rows lost here came back from headquarters',
    },
    'sync.received': { id: 'Kabar dari pusat diterima: {rows}', en: 'News from headquarters: {rows}' },
    'synonym.received': { id: 'Persamaan kata dari pusat diterima', en: 'A synonym came from headquarters' },
    'sync.batch-damaged': {
      id: 'Bundel rusak di disk ini: isinya dikirim lagi',
      en: 'A batch was damaged on this disk: what it held is sent again',
    },
    'custody.taken': {
      id: 'Kartu diterima: {cardKind}, kantong {pocket}, loker {locker}',
      en: 'Card taken in: {cardKind}, pocket {pocket}, locker {locker}',
    },
    'custody.returned': { id: 'Kartu dikembalikan', en: 'Card given back' },
    'custody.returned/slip': {
      id: 'Kartu dikembalikan; slip, kantong, dan loker cocok',
      en: 'Card given back; slip, pocket and locker agreed',
    },
    'custody.returned/lost-slip': {
      id: 'Kartu dikembalikan tanpa slip, disaksikan petugas kedua',
      en: 'Card given back without a slip, witnessed by a second officer',
    },
    'custody.mismatch': { id: 'BERHENTI: {wrong} tidak cocok', en: 'STOP: {wrong} did not agree' },
    'custody.moved': { id: 'Pindah ke loker {locker}: {reason}', en: 'Moved to locker {locker}: {reason}' },
    'custody.slip-replaced': {
      id: 'Slip hilang diganti, disaksikan petugas kedua',
      en: 'Lost slip replaced, witnessed by a second officer',
    },
    'custody.undone': { id: 'Penerimaan kartu dibatalkan', en: 'Taking in the card was undone' },
    'slip.made': { id: 'Slip dibuat', en: 'Slip made' },
    'slip.made/ticket': { id: 'Slip nomor antrean dibuat', en: 'Number slip made' },
    'slip.made/locker': { id: 'Slip loker dibuat', en: 'Locker slip made' },
    'slip.made/test': { id: 'Halaman uji dibuat', en: 'Test page made' },
    'slip.voided': { id: 'Slip tidak berlaku lagi ({reason})', en: 'Slip no longer valid ({reason})' },
    'print.waiting': {
      id: 'Printer belum siap; slip menunggu',
      en: 'The printer is not ready; the slip waits',
    },
    'print.queued': { id: 'Slip masuk antrean cetak', en: 'Slip queued for printing' },
    'print.started': { id: 'Slip mulai dicetak', en: 'Printing started' },
    'print.printing': { id: 'Slip mulai dicetak', en: 'Printing started' },
    'print.printed': { id: 'Slip tercetak', en: 'Slip printed' },
    'print.not-printed': { id: 'Slip tidak tercetak', en: 'Slip was not printed' },
    'print.maybe': {
      id: 'Slip mungkin tercetak; perlu dilihat',
      en: 'Slip may have been printed; needs a look',
    },
    'print.ended': { id: 'Pencetakan berakhir', en: 'Printing ended' },
    'print.settled': { id: 'Hasil cetak dipastikan petugas', en: 'An officer settled how the print ended' },
    'print.cancelled': { id: 'Cetak dibatalkan ({reason})', en: 'Print cancelled ({reason})' },
    'place.changed': { id: '{kind} {number}: {condition}', en: '{kind} {number}: {condition}' },
    'place.counted': { id: 'Jumlah {kind} menjadi {count}', en: 'Number of {kind}s set to {count}' },
    'handover.made': {
      id: 'Serah terima: {countedCards} kartu dihitung, {expectedCards} tercatat',
      en: 'Hand-over: {countedCards} cards counted, {expectedCards} on record',
    },
    'closing.made': {
      id: 'Hari {onDay} ditutup, {leftOpen} dibiarkan terbuka',
      en: 'Day {onDay} closed, {leftOpen} left open',
    },
    'evacuation.listed': {
      id: 'Daftar evakuasi dibuka ({visits} kunjungan)',
      en: 'Evacuation list opened ({visits} visits)',
    },
    'help.called': { id: 'Kios {kiosk} memanggil petugas', en: 'Kiosk {kiosk} called for help' },
    'help.answered': { id: 'Petugas datang ke kios', en: 'An officer went to the kiosk' },
    'session.opened': { id: 'Petugas masuk', en: 'Signed in' },
    'session.closed': { id: 'Petugas keluar', en: 'Signed out' },
    'session.locked': { id: 'Layar dikunci', en: 'Screen locked' },
    'session.unlocked': { id: 'Layar dibuka', en: 'Screen unlocked' },
    'session.refused': {
      id: 'PIN keliru ({wrongPins} kali berturut-turut)',
      en: 'Wrong PIN ({wrongPins} in a row)',
    },
    'session.recovered': { id: 'PIN benar setelah keliru', en: 'Right PIN after wrong ones' },
    'staff.added': { id: 'Petugas ditambahkan', en: 'Member of staff added' },
    'staff.changed': { id: 'Data petugas diubah', en: 'Member of staff changed' },
    'profile.saved': {
      id: 'Profil kantor disimpan (versi {version})',
      en: 'Office profile saved (version {version})',
    },
    'profile.notice': {
      id: 'Pemberitahuan privasi versi {version}',
      en: 'Privacy notice, version {version}',
    },
    'setup.done': {
      id: 'Penyiapan awal selesai: {lockers} loker, {pockets} kantong',
      en: 'Set-up finished: {lockers} lockers, {pockets} pockets',
    },
    'publication.added': { id: 'Publikasi ditambahkan', en: 'Publication added' },
    'publication.changed': { id: 'Publikasi diubah', en: 'Publication changed' },
    'publication.imported': {
      id: 'Publikasi diambil: {added} baru, {changed} diperbarui, {unchanged} sama',
      en: 'Publications taken in: {added} new, {changed} brought up to date, {unchanged} the same',
    },
    'copy.added': { id: 'Eksemplar tercetak ditambahkan', en: 'Printed copies added' },
    'copy.changed': { id: 'Eksemplar {code} diubah', en: 'Copy {code} changed' },
    'wanted.added': { id: 'Dicatat sebagai dicari', en: 'Recorded as wanted' },
    'wanted.settled': {
      id: 'Yang dicari diselesaikan ({times} kali dicari)',
      en: 'A wish was settled (asked for {times} times)',
    },
    'synonym.added': { id: 'Padanan kata ditambahkan', en: 'Synonyms added' },
    'synonym.changed': { id: 'Padanan kata diubah', en: 'Synonyms changed' },
    'synonym.removed': { id: 'Padanan kata dihapus', en: 'Synonyms removed' },
    'import.started': { id: 'Impor dimulai', en: 'Import begun' },
    'import.resumed': { id: 'Impor dilanjutkan', en: 'Import resumed' },
    'import.advanced': { id: 'Impor sampai baris {position}', en: 'Import reached row {position}' },
    'import.ended': { id: 'Impor berakhir ({state})', en: 'Import ended ({state})' },
    'labels.printed': { id: '{count} label dibuat', en: '{count} labels made' },
    'journal.verified': {
      id: 'Rantai jurnal diperiksa: {rows} catatan',
      en: 'Journal chain checked: {rows} entries',
    },
  },
  values: {
    given: { id: 'diberikan', en: 'given' },
    'not-available': { id: 'tidak tersedia', en: 'not available' },
    cancelled: { id: 'batal', en: 'cancelled' },
    done: { id: 'selesai', en: 'done' },
    failed: { id: 'gagal', en: 'failed' },
    interrupted: { id: 'terhenti', en: 'interrupted' },
    slip: { id: 'slip', en: 'slip' },
    pocket: { id: 'kantong', en: 'pocket' },
    locker: { id: 'loker', en: 'locker' },
    usable: { id: 'siap dipakai', en: 'ready for use' },
    broken: { id: 'rusak', en: 'broken' },
    cleaning: { id: 'dibersihkan', en: 'being cleaned' },
    'given-back': { id: 'kartu sudah kembali', en: 'card given back' },
    lost: { id: 'hilang', en: 'lost' },
    moved: { id: 'pindah loker', en: 'locker changed' },
    undone: { id: 'dibatalkan', en: 'undone' },
    wiped: { id: 'tamu meninggalkan kios', en: 'visitor left the kiosk' },
    'slip-void': { id: 'slip tidak berlaku', en: 'slip void' },
  },
};

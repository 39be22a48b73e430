/** The words of the e-mail that brings a softcopy, in both languages. */
import { DateTime } from 'luxon';
import type { OfficeProfile } from '../profile/schema.ts';

interface Contents {
  titles: { title: string; year: number | null; pages: string | null }[];
  pages: number | null;
}

export interface Link {
  url: string;
  expiresAt: string;
}

/** @param link given when the file is too large to be attached. */
export function letterOf(office: OfficeProfile['office'], softcopy: Contents, link: Link | null) {
  const titles = softcopy.titles.map(one =>
    [`- ${one.title}`, one.pages && `(hal./pp. ${one.pages})`].filter(Boolean).join(' '),
  );
  const until = link && DateTime.fromISO(link.expiresAt).setZone(office.zone).toFormat('dd-MM-yyyy HH:mm');
  const file = {
    id: link
      ? `Berkasnya terlalu besar untuk dilampirkan. Unduh satu kali dari jaringan kantor sebelum ${until}:\n${link.url}`
      : 'Berkasnya terlampir dalam bentuk PDF.',
    en: link
      ? `The file is too large to be attached. Download it once from the office’s network before ${until}:\n${link.url}`
      : 'The file is attached as a PDF.',
  };
  const text = [
    `Softcopy dari Pelayanan Statistik Terpadu ${office.name} (${softcopy.pages} halaman):`,
    titles.join('\n'),
    file.id,
    'Mohon cantumkan BPS sebagai sumber. Alamat e-mail Anda dihapus dari antrean kami setelah surat ini terkirim. Layanan ini tidak dipungut biaya.',
    '—',
    `Softcopy from the Integrated Statistical Services of ${office.name} (${softcopy.pages} pages).`,
    file.en,
    'Please name BPS as the source. Your address leaves our queue once this letter is sent. The service is free of charge.',
    `${office.name}\n${office.address}\n${office.website}`,
  ].join('\n\n');
  return { subject: `Softcopy publikasi – ${office.shortName}`, text };
}

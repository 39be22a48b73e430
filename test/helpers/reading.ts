/** Printed publications in a test office, and where the station says that they are. */
import type { Asker } from './station.ts';

export interface Printed {
  publicationId: string;
  /** Of the labels on its copies. */
  codes: string[];
  copyIds: string[];
}

interface PublicationDetail {
  copies: { id: string; code: string }[];
}

interface PrintedHow {
  copies?: number;
  /** The last page; null when nobody knows it. */
  pages?: number | null;
  notForCopying?: boolean;
}

/** Adds a title with some printed copies, as a librarian does. */
export async function addPrinted(
  librarian: Asker,
  title: string,
  { copies = 1, pages = 120, notForCopying = false }: PrintedHow = {},
): Promise<Printed> {
  const { body } = await librarian.post<{ id: string }>('/publications', { title, pages });
  await librarian.post(`/publications/${body.id}/copies`, { count: copies, shelf: 'B-2', notForCopying });
  const detail = await librarian.get<PublicationDetail>(`/publications/${body.id}`);
  return {
    publicationId: body.id,
    codes: detail.body.copies.map(copy => copy.code),
    copyIds: detail.body.copies.map(copy => copy.id),
  };
}

export interface Out {
  code: string;
  copyId: string;
  title: string;
  visitId: string;
  visitNumber: string;
  photocopyNumber: string | null;
}

/** Every copy that is not on its shelf. */
export async function stillOut(asker: Asker): Promise<Out[]> {
  return (await asker.get<Out[]>('/readings')).body;
}

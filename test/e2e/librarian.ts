/** What a librarian does, asked of the station itself: the beginnings of tests about publications. */
import type { ServedStation } from '../helpers/served-station.ts';
import { addPrinted } from '../helpers/reading.ts';

/** The station as somebody signed in in that role sees it. */
export async function asked(station: ServedStation, role: 'front' | 'librarian' = 'librarian') {
  const token = await station.signIn(role);
  return {
    get: <T>(path: string) => station.ask<T>(path, { token }),
    post: <T>(path: string, body: unknown = {}) => station.ask<T>(path, { token, body }),
    send: <T>(method: string, path: string, body?: unknown) => station.ask<T>(path, { token, method, body }),
  };
}

export async function printed(
  station: ServedStation,
  title: string,
  how: Parameters<typeof addPrinted>[2] = {},
) {
  return addPrinted(await asked(station), title, how);
}

/** A copy is handed to a visitor, or comes back from one. */
export async function handed(station: ServedStation, code: string, visitId?: string): Promise<void> {
  const librarian = await asked(station);
  await librarian.post('/readings/scan', { code, visitId });
}

export interface AskedForm {
  id: string;
  number: string;
  code: string;
  slipId: string;
}

/** A photocopy form of a visit, for one title. */
export async function formOf(
  station: ServedStation,
  visitId: string,
  publicationId: string,
  pages = '1-5, 8',
): Promise<AskedForm> {
  const librarian = await asked(station);
  const titles = [{ publicationId, pages }];
  const { body } = await librarian.post<AskedForm>('/photocopies', {
    visitId,
    titles,
    copies: 1,
    paper: 'a4',
    duplex: true,
  });
  return body;
}

/** A photocopy form while it is filled in at the kiosk; in memory only. */
import type { Paper } from '../../../src-main/photocopies/options.ts';
import type { api } from '../../api.ts';

/** A publication that may be copied. */
export interface Chosen {
  id: string;
  title: string;
  /** The last page; null when nobody knows it. */
  last: number | null;
}

export interface Form {
  titles: (Chosen & { pages: string })[];
  copies: number;
  paper: Paper;
  duplex: boolean;
}

/** What the station says of a form that it has stored. */
export type Requested = Awaited<
  ReturnType<Awaited<ReturnType<typeof api.photocopies.request.$post>>['json']>
>;

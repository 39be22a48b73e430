/** Row types of where printed copies are, and of the photocopy forms. */
import type { Selectable } from 'kysely';
import type { PhotocopyState } from '../photocopies/schema.ts';
import type { Paper } from '../photocopies/options.ts';

export interface ReadingTables {
  copy_away: CopyAwayTable;
  photocopy: PhotocopyTable;
  photocopy_title: {
    photocopy_id: string;
    publication_id: string;
    position: number;
    /** As `parsePages` writes them: `1-5, 8, 10-12`. */
    pages: string;
    page_count: number;
  };
}

/** One time that a copy was not on its shelf. While `ended_at` is null it is away; there is one such row at most. */
export interface CopyAwayTable {
  id: string;
  copy_id: string;
  visit_id: string;
  /** Null: the visitor reads it in the room. Else it is out with this slip. */
  photocopy_id: string | null;
  taken_at: string;
  taken_by: string | null;
  ended_at: string | null;
  ended_by: string | null;
  ending: 'shelf' | 'co-op' | 'lost' | null;
}

export interface PhotocopyTable {
  id: string;
  visit_id: string;
  /** With `count` the number of the slip: the n-th of the office's day. */
  on_day: string;
  count: number;
  /** How many sets. */
  copies: number;
  paper: Paper;
  duplex: number;
  state: PhotocopyState;
  /** Lets a phone at the co-op say once that the copies are made; null when the office does not use that. */
  token: string | null;
  requested_at: string;
  /** Null: the visitor filled the form in at the kiosk. */
  requested_by: string | null;
  out_at: string | null;
  copied_at: string | null;
  copied_by: 'slip' | 'phone' | null;
  back_at: string | null;
  ended_at: string | null;
  ended_by: string | null;
}

export type CopyAway = Selectable<CopyAwayTable>;
export type PhotocopyRow = Selectable<PhotocopyTable>;

/** Row types of softcopies and their deliveries, and of the data that visitors needed. */
import type { Generated, Selectable } from 'kysely';
import type { NeedSource, Obtained } from '../data-needs/schema.ts';
import type {
  DeliveryState,
  DeliveryWay,
  ScanType,
  SoftcopySource,
  SoftcopyState,
} from '../softcopies/schema.ts';

export interface SoftcopyTables {
  softcopy: SoftcopyTable;
  softcopy_title: {
    softcopy_id: string;
    position: number;
    /** Null when the office's catalogue does not have it. */
    publication_id: string | null;
    title: string;
    year: number | null;
    pages: string | null;
  };
  softcopy_file: {
    id: string;
    softcopy_id: string;
    position: number;
    /** As the scanner called it. */
    name: string;
    type: ScanType;
    bytes: number;
    pages: number;
  };
  delivery: DeliveryTable;
  data_need: DataNeedTable;
}

export interface SoftcopyTable {
  id: string;
  visit_id: string;
  source: SoftcopySource;
  state: SoftcopyState;
  opened_at: string;
  /** Null: the visitor began it at a screen of their own. */
  opened_by: string | null;
  ready_at: string | null;
  ended_at: string | null;
  pages: number | null;
  bytes: number | null;
  sha256: string | null;
}

export interface DeliveryTable {
  id: string;
  softcopy_id: string;
  way: DeliveryWay;
  state: DeliveryState;
  /** An e-mail address; erased when the delivery ends. */
  address: string | null;
  token_hash: string | null;
  /** The download that an e-mail links to, when the file is too large to be attached. */
  download_id: string | null;
  tries: Generated<number>;
  next_try_at: string | null;
  expires_at: string | null;
  /** Code of what went wrong last, without anything personal. */
  problem: string | null;
  made_at: string;
  made_by: string | null;
  ended_at: string | null;
}

export interface DataNeedTable {
  id: string;
  visit_id: string;
  wanted: string;
  area_code: string | null;
  area_name: string | null;
  year_from: number | null;
  year_to: number | null;
  obtained: Obtained;
  source: NeedSource | null;
  publication_id: string | null;
  title: string | null;
  title_year: number | null;
  planning: number | null;
  quality: number | null;
  noted_at: string;
  noted_by: string | null;
  /** Taken back by whoever noted it: shown nowhere, and without the visitor's words. */
  removed_at: Generated<string | null>;
}

export type SoftcopyRow = Selectable<SoftcopyTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
export type DataNeedRow = Selectable<DataNeedTable>;

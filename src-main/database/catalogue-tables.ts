/** Row types of the catalogue, its full text, its imports and what was asked for in vain. */
import type { Generated, Selectable } from 'kysely';
import type { CopyCondition, PublicationSource, WantedOutcome } from '../catalogue/schema.ts';
import type { ImportKind, ImportState } from '../imports/schema.ts';

export interface CatalogueTables {
  publication: PublicationTable;
  publication_abstract: { seq: number; abstract: string };
  publication_edit: {
    id: string;
    publication_id: string;
    field: string;
    /** JSON. */
    before: string | null;
    after: string | null;
    edited_at: string;
    edited_by: string | null;
  };
  publication_copy: CopyTable;
  /** Full text without content; `rowid` is `publication.seq`. Besides words it has facts like `y:2023`. */
  publication_text: { rowid: number; words: string };
  /** Every word and fact of the full text, with how many publications have it. */
  word: { id: Generated<number>; word: string; publications: number };
  /** Phrases that mean the same, as a JSON list. */
  synonym: { id: string; phrases: string; changed_at: string; changed_by: string | null };
  import_run: ImportRunTable;
  import_misfit: { import_id: string; row: number; field: string; rule: string; excerpt: string };
  wanted: WantedTable;
}

export interface PublicationTable {
  /** Newest year first (`seqBase`): the order of the full text. */
  seq: number;
  id: string;
  /** What an import finds the publication by again: `pub_id`, or year, area and title. */
  key: string;
  pub_id: string | null;
  source: PublicationSource;
  title: string;
  series: string | null;
  year: number | null;
  area_code: string | null;
  area_name: string | null;
  subject: string | null;
  kind: string | null;
  publication_number: string | null;
  catalogue_number: string | null;
  issn: string | null;
  isbn: string | null;
  language: 'id' | 'en' | null;
  pages: number | null;
  released_on: string | null;
  cover: string | null;
  pdf: string | null;
  /** JSON of what the source says of the fields that the office has edited; null when it edited none. */
  imported: string | null;
}

export interface CopyTable {
  id: string;
  publication_id: string;
  code: string;
  shelf: string | null;
  condition: Generated<CopyCondition>;
  not_for_copying: Generated<number>;
  note: string | null;
  added_at: string;
}

export interface ImportRunTable {
  id: string;
  kind: ImportKind;
  name: string;
  /** JSON of where from and how, without the key. */
  settings: string;
  state: ImportState;
  /** Rows of a file, or pages of the WebAPI, that are stored for good. */
  position: Generated<number>;
  total: number | null;
  added: Generated<number>;
  changed: Generated<number>;
  unchanged: Generated<number>;
  rejected: Generated<number>;
  /** The problem that ended it, as JSON. */
  problem: string | null;
  started_at: string;
  started_by: string | null;
  ended_at: string | null;
}

export interface WantedTable {
  id: string;
  text: string;
  text_key: string;
  publication_id: string | null;
  visit_id: string | null;
  door: 'kiosk' | 'staff';
  asked_at: string;
  settled_at: string | null;
  settled_by: string | null;
  outcome: WantedOutcome | null;
}

export type Publication = Selectable<PublicationTable>;
export type Copy = Selectable<CopyTable>;
export type ImportRun = Selectable<ImportRunTable>;

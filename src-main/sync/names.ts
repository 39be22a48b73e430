/** Between the rows of this database and their names and looks on the wire. */
import { pseudonym } from '../../src-central/wire/rules.ts';
import {
  dayId,
  journalId,
  upTables,
  type RowData,
  type UpTable,
  type UpTableName,
} from '../../src-central/wire/tables-schema.ts';
import { withoutNulls } from '../../src-central/wire/rules.ts';
import type { Db } from '../database/open.ts';

/** Ids of this office are UUIDs of version 7, pseudonyms of version 8. */
const isPseudonym = (id: string) => id[14] === '8';

const pseudonymsOf = Object.fromEntries(
  Object.entries(upTables).map(([name, { columns }]: [string, UpTable]) => [
    name,
    Object.keys(columns).filter(column => columns[column]!.pseudonym),
  ]),
) as Record<UpTableName, string[]>;

/** A quotation mark inside of a value has a backslash before it, so only the name of a column looks like this. */
const textWithoutNulls = (json: string): string => json.replace(/"\w+":null,?/g, '').replace(/,}$/, '}');

export class Names {
  #key: Uint8Array;
  /** Of the visitors, made when a pseudonym must be understood for the first time. */
  #visitors: Map<string, string> | null = null;

  private constructor(key: Uint8Array) {
    this.#key = key;
  }

  static async of(db: Db): Promise<Names> {
    const { key } = await db.selectFrom('pseudonym_key').select('key').executeTakeFirstOrThrow();
    return new Names(key);
  }

  /** A visitor that came back from headquarters is known by its pseudonym here too, and keeps it. */
  pseudonymOf(id: string): string {
    return isPseudonym(id) ? id : pseudonym(this.#key, id);
  }

  /** @param image every column of the whitelist, as the triggers write it. */
  toWire(name: UpTableName, rowId: string, image: Record<string, string | number | null>) {
    const data = withoutNulls(image);
    for (const column of pseudonymsOf[name]) {
      const value = data[column];
      if (typeof value === 'string') data[column] = this.pseudonymOf(value);
    }
    return { id: this.#idOf(upTables[name], rowId, data), data };
  }

  /** The same of an image as JSON: the data comes as JSON too, and most rows are not taken apart for it. */
  textToWire(name: UpTableName, rowId: string, image: string): { id: string; data: string } {
    const isPlain =
      upTables[name].id === 'own' && pseudonymsOf[name].every(column => image.includes(`"${column}":null`));
    if (isPlain) return { id: rowId, data: textWithoutNulls(image) };
    const { id, data } = this.toWire(
      name,
      rowId,
      JSON.parse(image) as Record<string, string | number | null>,
    );
    return { id, data: JSON.stringify(data) };
  }

  #idOf(table: UpTable, rowId: string, data: RowData): string {
    switch (table.id) {
      case 'own':
        return rowId;
      case 'pseudonym':
        return this.pseudonymOf(rowId);
      case 'day':
        return dayId(rowId);
      case 'journal':
        return journalId(String(data.at), String(data.hash));
    }
  }

  /** The other way: which row of this database a wire row is about. */
  async toLocal(db: Db, name: UpTableName, id: string, data: RowData): Promise<string> {
    switch ((upTables[name] as UpTable).id) {
      case 'own':
        return id;
      case 'pseudonym':
        return this.visitorOf(db, id);
      case 'day':
        return String(data.on_day);
      case 'journal':
        return String(data.seq);
    }
  }

  /** The visitor behind a pseudonym, or the pseudonym itself where nobody here has it. */
  async visitorOf(db: Db, id: string): Promise<string> {
    if (!this.#visitors) {
      const rows = await db.selectFrom('visitor').select('id').execute();
      this.#visitors = new Map(rows.map(row => [this.pseudonymOf(row.id), row.id]));
    }
    return this.#visitors.get(id) ?? id;
  }

  /** New visitors have come since the pseudonyms were looked through. */
  forget(): void {
    this.#visitors = null;
  }
}

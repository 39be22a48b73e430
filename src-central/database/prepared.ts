/** Statements that each batch repeats: PostgreSQL reads and plans them once in a connection. PGlite takes them as they are. */
import pg from 'pg';

const names = new Map<string, string>();

/** @param text a statement that is asked again and again: each one stays in the memory of every connection. */
export function prepared(text: string): string {
  if (!names.has(text)) names.set(text, `loket_${names.size}`);
  return text;
}

export class PreparingClient extends pg.Client {
  // Kysely asks in no other way, and wants a promise.
  // @ts-expect-error the overloads with streams and callbacks are left out
  override query(text: string, values?: unknown[]): Promise<pg.QueryResult> {
    const name = names.get(text);
    return name === undefined ? super.query(text, values) : super.query({ name, text, values: values! });
  }
}

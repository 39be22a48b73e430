/** Statements that each batch repeats: PostgreSQL reads and plans them once in a connection. PGlite takes them as they are. */
import pg from 'pg';

const names = new Map<string, string>();

/** @param text a statement that is asked again and again: each one stays in the memory of every connection. */
export function prepared(text: string): string {
  if (!names.has(text)) names.set(text, `loket_${names.size}`);
  return text;
}

/** Kysely asks with a text and its values, and in no other way. */
export class PreparingClient extends pg.Client {
  override query = ((...asked: [text: string, values?: unknown[]]) => {
    const [text, values] = asked;
    const name = names.get(text);
    return name === undefined ? super.query(...asked) : super.query({ name, text, values });
  }) as pg.Client['query'];
}

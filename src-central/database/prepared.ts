/** Statements that each batch repeats: PostgreSQL reads and plans them once in a connection. PGlite takes them as they are. */

const names = new Map<string, string>();

/** @param text a statement that is asked again and again: each one stays in the memory of every connection. */
export function prepared(text: string): string {
  if (!names.has(text)) names.set(text, `loket_${names.size}`);
  return text;
}

export const nameOf = (text: string): string | undefined => names.get(text);

/** What one would write first: LIKE over the titles, and an FTS5 index of the titles ordered by rank. */
import Sqlite from 'better-sqlite3';
import type { Db } from '../../src-main/database/open.ts';

export function openPlain(db: Db, path: string) {
  const sqlite = new Sqlite(path);
  sqlite.exec(`
    CREATE TABLE title (id INTEGER PRIMARY KEY, title TEXT NOT NULL, year INTEGER);
    CREATE VIRTUAL TABLE title_text USING fts5 (title, content = 'title', content_rowid = 'id')`);

  const fill = async () => {
    const insert = sqlite.prepare('INSERT INTO title (id, title, year) VALUES (?, ?, ?)');
    for (let after = 0; ;) {
      const rows = await db
        .selectFrom('publication')
        .select(['seq', 'title', 'year'])
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(20_000)
        .execute();
      if (rows.length === 0) break;
      sqlite.transaction(() => {
        for (const row of rows) insert.run(row.seq, row.title, row.year);
      })();
      after = rows.at(-1)!.seq;
    }
    sqlite.exec("INSERT INTO title_text (title_text) VALUES ('rebuild')");
  };

  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const like = (text: string) => {
    const words = wordsOf(text);
    return sqlite
      .prepare(
        `SELECT title FROM title WHERE ${words.map(() => 'title LIKE ?').join(' AND ')} ORDER BY year DESC LIMIT 10`,
      )
      .pluck()
      .all(...words.map(word => `%${word}%`)) as string[];
  };
  const ranked = sqlite
    .prepare(
      `SELECT title.title FROM title_text JOIN title ON title.id = title_text.rowid
       WHERE title_text MATCH ? ORDER BY title_text.rank LIMIT 10`,
    )
    .pluck();
  const fts5 = (text: string) =>
    ranked.all(
      wordsOf(text)
        .map(word => `"${word}"`)
        .join(' '),
    ) as string[];

  const ways: [id: string, what: string, find: (text: string) => string[]][] = [
    ['like', 'plain LIKE', like],
    ['fts5', 'plain FTS5', fts5],
  ];
  return { fill, ways, close: () => void sqlite.close() };
}

/**
 * Keeps prepared statements for the next time the same question is asked. Besides the time to prepare, it saves the
 * memory: a statement that nobody keeps holds its memory outside the heap until some far-away garbage collection.
 */
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const keep = 200;

/** On a full disk SQLite takes a transaction back by itself: told to do so again, it would hide why. */
const rolledBack: SqliteStatement = {
  reader: false,
  all: () => [],
  iterate: () => [].values(),
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
};

export function keepStatements(sqlite: SqliteDatabase & { readonly inTransaction: boolean }): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => sqlite.close(),
    prepare: sql => {
      if (sql === 'rollback' && !sqlite.inTransaction) return rolledBack;
      const statement = kept.get(sql) ?? sqlite.prepare(sql);
      kept.delete(sql);
      kept.set(sql, statement);
      if (kept.size > keep) kept.delete(kept.keys().next().value!);
      return statement;
    },
  };
}

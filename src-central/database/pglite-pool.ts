/**
 * PGlite as a pool of one connection. Kysely's own dialect for it hands the same connection to everybody at once, so
 * that a query of one request would run inside the transaction of another.
 */
import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

export function pglitePool(pglite: PGlite): PostgresPool {
  let free: Promise<void> = Promise.resolve();
  const connect = async (): Promise<PostgresPoolClient> => {
    const before = free;
    const { promise, resolve } = Promise.withResolvers<void>();
    free = before.then(() => promise);
    await before;
    return { query: query(pglite) as PostgresPoolClient['query'], release: () => resolve() };
  };
  return { connect, end: () => pglite.close(), options: {} };
}

function query(pglite: PGlite) {
  // Bytes go as they are, whatever type the statement has in their place, as with PostgreSQL.
  const serializers = new Proxy(pglite.serializers, {
    get: (own, oid: string) => (value: unknown) =>
      value instanceof Uint8Array ? value : (own[oid]?.(value) ?? String(value)),
  });
  return async (text: string, values: readonly unknown[] = []) => {
    const { rows, affectedRows } = await pglite.query(text, [...values], { serializers });
    return { command: 'UPDATE', rowCount: affectedRows ?? rows.length, rows };
  };
}

/** What Prometheus reads. No label names a device or a person; offices stand on the screens, not here. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { OpenedDatabase } from './database/open.ts';

export class Meters {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'loket_http_seconds',
    help: 'Time to answer a request',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  readonly batches = this.#counter('loket_batches_total', 'Batches, by what became of them', 'outcome');
  readonly rows = this.#counter('loket_rows_total', 'Rows received, by what became of them', 'outcome');
  readonly bytes = this.#counter('loket_received_bytes_total', 'Bytes of batches and files', 'kind');
  readonly problems = this.#counter('loket_problems_total', 'Answers that were no success', 'code');

  constructor(
    pool: OpenedDatabase['pool'],
    live: {
      sessions: () => number;
      underWay: () => number;
      backupAgeS: () => Promise<number>;
      rowsWaiting: () => Promise<number>;
      proofsFailed: () => Promise<number>;
      roomBytes: () => Promise<number>;
    },
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.#gauge('loket_sessions', 'Stations with a session', live.sessions);
    this.#gauge('loket_requests_under_way', 'Requests of stations being answered', live.underWay);
    this.#gauge('loket_backup_age_seconds', 'Since the last backup that was read through', live.backupAgeS);
    this.#gauge('loket_rows_waiting', 'Rows that are parked and not repaired', live.rowsWaiting);
    this.#gauge('loket_proofs_failed', 'Offices whose last proof found a fault', live.proofsFailed);
    this.#gauge('loket_room_bytes', 'Free on the disk of the data folder', live.roomBytes);
    if (!pool) return;
    this.#gauge('loket_database_connections', 'Database connections in use', pool.used);
    this.#gauge('loket_database_waiting', 'Requests waiting for a database connection', pool.waiting);
  }

  #counter(name: string, help: string, label: string): Counter {
    return new Counter({ name, help, labelNames: [label], registers: [this.registry] });
  }

  #gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const gauge = new Gauge({
      name,
      help,
      registers: [],
      async collect() {
        this.set(await read());
      },
    });
    this.registry.registerMetric(gauge);
  }
}

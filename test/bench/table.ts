/** What a bench measures, as a table on the screen and as a file. A figure that misses its goal stays in the table. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { resultsDir } from './places.ts';

export interface Row {
  id: string;
  what: string;
  value: number;
  unit:
    | 'ms'
    | 's'
    | '%'
    | 'kB'
    | 'MB'
    | 'MB/1000'
    | 'requests'
    | 'rows'
    | 'queries'
    | 'frames'
    | 'rows/s'
    | 'rows/CPU-s'
    | 'B'
    | 'µs'
    | '×'
    | 'times'
    | 'cuts';
  /** At most this much; null where there is no goal. */
  goal: number | null;
  /** The goal is the least that holds. */
  atLeast?: true;
}

export interface Bench {
  /** What the figures were measured on, in words. */
  dataset: string;
  rows: Row[];
  /** Only some of its parts were measured: no figures to keep. */
  partial?: boolean;
}

export interface BenchSettings {
  /** How many visits the office has behind it. */
  visits: number;
  /** How often each thing is done, as a share of the real measurement. */
  share: number;
  say: (line: string) => void;
}

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: number[]) => percentile(values, 0.5);

/** A row with the most that it may be. */
export const most = (
  id: string,
  what: string,
  value: number,
  unit: Row['unit'],
  goal: number | null,
): Row => ({
  id,
  what,
  value,
  unit,
  goal,
});

/** A row with the least that it must be. */
export const least = (
  id: string,
  what: string,
  value: number,
  unit: Row['unit'],
  goal: number | null,
): Row => ({ ...most(id, what, value, unit, goal), atLeast: true });

const rounded = (value: number) => (value < 10 ? Math.round(value * 100) / 100 : Math.round(value * 10) / 10);

export function keepResult(name: string, { dataset, rows }: Bench): string {
  const [cpu] = cpus();
  const result = {
    machine: `${cpus().length} cores, ${cpu?.model.trim() || process.arch}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}`,
    dataset,
    at: new Date().toISOString(),
    rows: rows.map(row => ({ ...row, value: rounded(row.value), holds: holds(row) })),
  };
  mkdirSync(resultsDir, { recursive: true });
  const file = join(resultsDir, `${name}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}

/** Null where there is no goal. */
export function holds({ value, goal, atLeast }: Row): boolean | null {
  if (goal === null) return null;
  return atLeast ? value >= goal : value <= goal;
}

export function tableOf({ dataset, rows }: Bench): string {
  const cells = [
    ['', 'measured', 'goal', ''],
    ...rows.map(row => [
      row.what,
      `${rounded(row.value)} ${row.unit}`,
      row.goal === null ? '' : `${row.atLeast ? '≥' : '≤'} ${row.goal} ${row.unit}`,
      { true: 'holds', false: 'MISSES', null: '' }[String(holds(row))]!,
    ]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map(line => line[column]!.length)));
  const lines = cells.map(line =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('   '),
  );
  return [dataset, ...lines].join('\n');
}

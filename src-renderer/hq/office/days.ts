/** Days of an office as the charts need them: none left out. */
import type { DayLine, Span } from '../queries.ts';

const dayMs = 86_400_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** So many days, the last of them `to`. */
export function spanOf(days: number, to: string): Span {
  return { from: dayOf(Date.parse(to) - (days - 1) * dayMs), to };
}

/** One place for each day of the span; null where no visit was. */
export function fillDays(days: DayLine[], span: Span): { day: string; line: DayLine | null }[] {
  const known = new Map(days.map(line => [line.day, line]));
  const filled: { day: string; line: DayLine | null }[] = [];
  for (let at = Date.parse(span.from); at <= Date.parse(span.to); at += dayMs) {
    const day = dayOf(at);
    filled.push({ day, line: known.get(day) ?? null });
  }
  return filled;
}

export function sumOf(days: DayLine[]) {
  const all = { visits: 0, people: 0, served: 0, within: 0, leftEarly: 0, waitedMs: 0 };
  for (const line of days) for (const key of Object.keys(all) as (keyof typeof all)[]) all[key] += line[key];
  return all;
}

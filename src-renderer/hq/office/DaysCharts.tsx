import { dayWords as words } from '../../words/hq-office.ts';
import { useWords } from '../../words.ts';
import { Chart } from '../../ui/Chart.tsx';
import { useMoments } from '../moments.ts';
import type { DayLine, Span } from '../queries.ts';
import { fillDays, sumOf } from './days.ts';

/** Two charts one above the other, under one cursor: how many came, and for how many the promise was kept. */
export default function DaysCharts({ days, span }: { days: DayLine[]; span: Span }) {
  const { say, number } = useWords();
  const { shortDay, percent } = useMoments();
  const filled = fillDays(days, span);
  const all = sumOf(days);
  const told = say(words.charts, {
    visits: number(all.visits),
    n: number(filled.length),
    within: percent(all.within, all.served),
  });
  const xs = filled.map(({ day }) => Date.parse(day) / 1_000);
  const nameX = (at: number) => shortDay(new Date(at * 1_000).toISOString().slice(0, 10));
  return (
    <div className="charts" role="img" aria-label={told}>
      <Chart
        title={say(words.visitsADay)}
        kind="bars"
        tone="blue"
        xs={xs}
        ys={filled.map(({ line }) => line?.visits ?? 0)}
        nameX={nameX}
        nameY={number}
        group="days"
      />
      <Chart
        title={say(words.withinADay)}
        kind="line"
        tone="green"
        xs={xs}
        ys={filled.map(({ line }) => (line && line.served > 0 ? (100 * line.within) / line.served : null))}
        nameX={nameX}
        nameY={share => percent(share, 100)}
        range={[0, 100]}
        group="days"
      />
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { CalendarX } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { hq } from '../../api.ts';
import { PageState } from '../../desk/PageState.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { dayWords as words } from '../../words/hq-office.ts';
import { useWords } from '../../words.ts';
import { ExportButtons } from '../ExportButtons.tsx';
import { useMoments, useToday } from '../moments.ts';
import { reads, type DayLine } from '../queries.ts';
import { spanOf, sumOf } from './days.ts';
import { AskedServices } from './AskedServices.tsx';

// Whoever only looks at the list of offices needs no chart.
const DaysCharts = lazy(() => import('./DaysCharts.tsx'));

const ranges = ['30', '90', '365'] as const;
type Range = (typeof ranges)[number];

export function DaysPart({ office }: { office: string }) {
  const { say, number } = useWords();
  const [range, setRange] = useState<Range>('30');
  const span = spanOf(Number(range), useToday());
  const query = useQuery(reads.days(office, span));
  const days = query.data?.days;
  const services = query.data?.services ?? [];
  return (
    <div className="stack">
      <div className="row-between">
        <ChipChoice
          label={say(words.range)}
          labelHidden
          size="small"
          value={range}
          options={ranges.map(value => ({ value, label: say(words.last, { n: number(Number(value)) }) }))}
          onPick={setRange}
        />
        <div className="row">
          <ExportButtons
            name={say(words.file, { office })}
            make={(format, language) =>
              hq.exports.days[':office'][':format'].$post({
                param: { office, format },
                json: { ...span, language },
              })
            }
          />
        </div>
      </div>
      {!days ? (
        <PageState query={query} />
      ) : days.length === 0 ? (
        <EmptyState icon={CalendarX} title={say(words.emptyTitle)}>
          {say(words.empty)}
        </EmptyState>
      ) : (
        <>
          <Sums days={days} />
          <Suspense fallback={<span className="bone chart-bone" />}>
            <DaysCharts days={days} span={span} />
          </Suspense>
          {services.length > 0 && <AskedServices services={services} />}
          <details className="figures-table">
            <summary>{say(words.table)}</summary>
            <DaysTable days={days} />
          </details>
        </>
      )}
    </div>
  );
}

function Sums({ days }: { days: DayLine[] }) {
  const { say, number } = useWords();
  const { percent, length } = useMoments();
  const all = sumOf(days);
  const figures = [
    [words.visits, number(all.visits)],
    [words.people, number(all.people)],
    [words.within, percent(all.within, all.served)],
    [words.waited, all.served === 0 ? '–' : length(all.waitedMs / all.served)],
    [words.leftEarly, number(all.leftEarly)],
  ] as const;
  return (
    <dl className="figures figures-framed">
      {figures.map(([word, value]) => (
        <div key={word.en}>
          <dd>{value}</dd>
          <dt>{say(word)}</dt>
        </div>
      ))}
    </dl>
  );
}

function DaysTable({ days }: { days: DayLine[] }) {
  const { say, number } = useWords();
  const { shortDay, percent, length } = useMoments();
  const count = (key: 'visits' | 'people' | 'served' | 'leftEarly'): Column<DayLine> => ({
    key,
    title: say(words[key]),
    numeric: true,
    cell: row => number(row[key]),
    by: row => row[key],
  });
  const columns: Column<DayLine>[] = [
    { key: 'day', title: say(words.day), oneLine: true, cell: row => shortDay(row.day), by: row => row.day },
    count('visits'),
    count('people'),
    count('served'),
    {
      key: 'within',
      title: say(words.within),
      numeric: true,
      cell: row => percent(row.within, row.served),
      by: row => (row.served === 0 ? -1 : row.within / row.served),
    },
    {
      key: 'waited',
      title: say(words.waited),
      numeric: true,
      cell: row => (row.served === 0 ? '–' : length(row.waitedMs / row.served)),
      by: row => (row.served === 0 ? -1 : row.waitedMs / row.served),
    },
    count('leftEarly'),
  ];
  return (
    <DataTable
      label={say(words.table)}
      columns={columns}
      rows={days}
      rowKey={row => row.day}
      sorted={{ key: 'day', down: true }}
    />
  );
}

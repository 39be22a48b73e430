import { useQuery } from '@tanstack/react-query';
import { ClipboardList } from 'lucide-react';
import { useNarrowed } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { frame } from '../../words/staff-frame.ts';
import { hqWords as words } from '../../words/staff-headquarters.ts';
import { useWords } from '../../words.ts';
import { hqReads, type Instrument } from './headquarters-reads.ts';

/** The survey instruments of headquarters: version, period, and which of them is in force. */
export function InstrumentsPart() {
  const { say, language } = useWords();
  const query = useQuery(hqReads.instruments());
  const columns = useColumns();
  const { field, rows } = useNarrowed(query.data ?? [], row => `${row.title[language]} ${row.version}`);
  if (!query.data) return <PageState query={query} />;
  if (query.data.length === 0)
    return (
      <EmptyState icon={ClipboardList} title={say(words.noInstruments)}>
        {say(words.noInstrumentsText)}
      </EmptyState>
    );
  return (
    <div className="stack">
      {field}
      <DataTable
        label={say(words.instruments)}
        columns={columns}
        rows={rows}
        nothing={say(frame.nothingMatches)}
        rowKey={row => row.id}
      />
    </div>
  );
}

const whens = {
  now: { word: words.isNow, tone: 'green' },
  later: { word: words.isLater, tone: 'blue' },
  over: { word: words.isOver, tone: 'orange' },
};

function useColumns(): Column<Instrument>[] {
  const { say, day, language } = useWords();
  const period = ({ from, until }: Instrument) => {
    if (from && until) return say(words.fromTo, { from: day(from), until: day(until) });
    if (from) return say(words.from, { from: day(from) });
    return until ? say(words.until, { until: day(until) }) : say(words.always);
  };
  return [
    {
      key: 'title',
      title: say(words.instrument),
      cell: row => <strong>{row.title[language]}</strong>,
      by: row => row.title[language],
    },
    {
      key: 'version',
      yields: 1,
      title: say(words.version),
      oneLine: true,
      cell: row => row.version || '–',
      by: row => row.version,
    },
    { key: 'period', title: say(words.period), cell: period, by: row => row.from ?? '' },
    {
      key: 'when',
      title: say(words.state),
      oneLine: true,
      cell: row => <span className={`tag tag-${whens[row.when].tone}`}>{say(whens[row.when].word)}</span>,
      by: row => Object.keys(whens).indexOf(row.when),
    },
  ];
}

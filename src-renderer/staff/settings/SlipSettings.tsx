import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleHelp, CircleX, Clock3, Printer as PrinterIcon } from 'lucide-react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { frame } from '../../words/staff-frame.ts';
import { printerWords } from '../../words/staff-printer.ts';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords, type Sentence } from '../../words.ts';
import { useNarrowed } from '../../desk/FindField.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { reads, type Print } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { useAct } from '../../desk/use-act.ts';

const icons = {
  queued: Clock3,
  printing: PrinterIcon,
  printed: CircleCheck,
  'not-printed': CircleX,
  maybe: CircleHelp,
  cancelled: CircleAlert,
};
const tones = {
  queued: 'blue',
  printing: 'blue',
  printed: 'green',
  'not-printed': 'red',
  maybe: 'orange',
  cancelled: '',
};

/** The print queue: an officer says how a doubtful print ended, and asks for copies. Nothing reprints by itself. */
export function SlipSettings() {
  const { say } = useWords();
  const columns = useColumns();
  const query = useQuery(reads.prints());
  const { field, rows } = useNarrowed(query.data ?? [], row =>
    [row.number, say(words.slipKinds[row.kind]), say(words.printStates[row.state])].join(' '),
  );
  if (!query.data) return <PageState query={query} />;
  return (
    <div className="stack">
      <p className="soft">{say(words.slipsLead)}</p>
      {query.data.length === 0 ? (
        <EmptyState icon={PrinterIcon} title={say(words.noPrints)}>
          {say(words.noPrintsText)}
        </EmptyState>
      ) : (
        <>
          {field}
          <DataTable
            label={say(words.slips)}
            rows={rows}
            nothing={say(frame.nothingMatches)}
            rowKey={row => row.id}
            columns={columns}
          />
        </>
      )}
    </div>
  );
}

function useColumns(): Column<Print>[] {
  const { say, clock, day } = useWords();
  return [
    {
      key: 'kind',
      title: say(words.slipKind),
      cell: row => say(words.slipKinds[row.kind]),
      by: row => row.kind,
    },
    {
      key: 'visit',
      title: say(words.visit),
      cell: row => row.number,
      by: row => row.number,
    },
    {
      key: 'copy',
      title: say(words.copy),
      cell: row => (row.copyNo === 0 ? say(words.original) : say(words.copyN, { n: row.copyNo })),
      by: row => row.copyNo,
    },
    {
      key: 'state',
      title: say(words.result),
      cell: row => <Result print={row} />,
      by: row => row.state,
    },
    {
      key: 'at',
      oneLine: true,
      title: say(words.queuedAt),
      cell: row => `${day(row.queuedAt)}, ${clock(row.queuedAt)}`,
      by: row => row.queuedAt,
    },
    { key: 'act', title: say(words.act), cell: row => <PrintActs print={row} /> },
  ];
}

function Result({ print }: { print: Print }) {
  const { say } = useWords();
  const Icon = icons[print.state];
  const why = (printerWords.reasons as Record<string, Sentence>)[print.reason ?? ''];
  return (
    <>
      <span className={`tag tag-${tones[print.state]}`}>
        <Icon size={14} aria-hidden />
        {say(words.printStates[print.state])}
      </span>
      {why && print.state !== 'printed' && <small className="soft print-why">{say(why)}</small>}
    </>
  );
}

function PrintActs({ print }: { print: Print }) {
  const { say } = useWords();
  const may = useMay();
  const settle = useAct((cameOut: boolean) =>
    answer(api.prints[':id'].settle.$post({ param: { id: print.id }, json: { cameOut } })),
  );
  const again = useAct(() => answer(api.slips[':id'].again.$post({ param: { id: print.slipId } })));
  if (!may('prints.again')) return null;
  if (print.state === 'maybe')
    return (
      <span className="row row-tight">
        <ActionButton size="small" busy={settle.busy} onClick={() => settle.run(true)}>
          {say(words.cameOut)}
        </ActionButton>
        <ActionButton size="small" busy={settle.busy} onClick={() => settle.run(false)}>
          {say(words.didNot)}
        </ActionButton>
      </span>
    );
  if (print.state === 'queued' || print.state === 'printing') return null;
  return (
    <ActionButton size="small" icon={PrinterIcon} busy={again.busy} onClick={() => again.run()}>
      {say(words.again)}
    </ActionButton>
  );
}

import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { OfficeSearch } from '../../../src-central/offices/schema.ts';
import { DataTable, type Column, type Sorted } from '../../ui/DataTable.tsx';
import { healthWords, officeWords as words } from '../../words/hq-offices.ts';
import { useWords } from '../../words.ts';
import { useMoments } from '../moments.ts';
import type { OfficeLine } from '../queries.ts';
import { useTroubles, type HealthTold } from './health.ts';
import { PromiseBar } from './PromiseBar.tsx';
import { StateTag } from './StateTag.tsx';

interface Props {
  rows: OfficeLine[];
  order: Sorted;
  onOrder: (order: Pick<OfficeSearch, 'order' | 'down'>) => void;
  onOpen: (row: OfficeLine) => void;
}

export function OfficesTable({ rows, order, onOrder, onOpen }: Props) {
  const { say } = useWords();
  return (
    <DataTable
      label={say(words.title)}
      columns={useColumns()}
      rows={rows}
      rowKey={row => row.office}
      order={{ ...order, onOrder: ({ key, down }) => onOrder({ order: key as OfficeSearch['order'], down }) }}
      onOpen={onOpen}
    />
  );
}

function useColumns(): Column<OfficeLine>[] {
  const { say, number } = useWords();
  const { ago, moment } = useMoments();
  return [
    {
      key: 'name',
      title: say(words.office),
      orders: true,
      cell: row => (
        <span className="office-name">
          {row.name}
          <small className="numbers">
            {row.office}
            {row.health?.demo === true && ` · ${say(words.demo)}`}
          </small>
        </span>
      ),
    },
    {
      key: 'state',
      title: say(words.state),
      orders: true,
      oneLine: true,
      cell: row => <StateTag state={row.state} />,
    },
    {
      key: 'seen',
      title: say(words.seen),
      orders: true,
      oneLine: true,
      cell: row =>
        row.seenAt ? (
          <time dateTime={row.seenAt} title={moment(row.seenAt)}>
            {ago(row.seenAt)}
          </time>
        ) : (
          <span className="soft">{say(words.never)}</span>
        ),
    },
    {
      key: 'backlog',
      yields: 4,
      title: say(words.backlog),
      orders: true,
      numeric: true,
      cell: row => (
        <span
          title={
            row.oldestAt && row.backlog > 0 ? say(words.backlogSince, { ago: ago(row.oldestAt) }) : undefined
          }
        >
          {number(row.backlog)}
        </span>
      ),
    },
    {
      key: 'parked',
      yields: 3,
      title: say(words.parked),
      orders: true,
      numeric: true,
      cell: row => (row.parked > 0 ? <span className="tag tag-orange">{number(row.parked)}</span> : '0'),
    },
    { key: 'devices', title: say(words.devices), cell: row => <Devices told={row} /> },
    {
      key: 'version',
      yields: 1,
      title: say(words.version),
      orders: true,
      oneLine: true,
      cell: row => row.version ?? '–',
    },
    {
      key: 'promise',
      title: say(words.promise),
      orders: true,
      cell: row => <PromiseBar within={row.within} served={row.served} />,
    },
    {
      key: 'visits',
      yields: 2,
      title: say(words.visits),
      orders: true,
      numeric: true,
      cell: row => number(row.visits),
    },
  ];
}

/** The gravest trouble in words, and how many more. */
export function Devices({ told }: { told: HealthTold }) {
  const { say } = useWords();
  const troubles = useTroubles()(told);
  if (told.health === null) return <span className="soft">–</span>;
  if (troubles.length === 0)
    return (
      <span className="device-well">
        <CircleCheck size={16} aria-hidden />
        {say(healthWords.well)}
      </span>
    );
  return (
    <span className="device-trouble" title={troubles.join('\n')}>
      <TriangleAlert size={16} aria-hidden />
      {troubles[0]}
      {troubles.length > 1 && (
        <span className="soft">{say(healthWords.more, { n: troubles.length - 1 })}</span>
      )}
    </span>
  );
}

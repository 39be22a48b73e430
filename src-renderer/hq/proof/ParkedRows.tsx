import { Wrench } from 'lucide-react';
import { answer, hq } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { proofWords as words } from '../../words/hq-proof.ts';
import { useWords } from '../../words.ts';
import { useMoments } from '../moments.ts';
import { renew, type ProofAnswer } from '../queries.ts';
import { useMay } from '../session/session.ts';

const patienceMs = 300_000;

/** Rows that wait because they do not fit, and another try. */
export function ParkedRows({ office, rows }: { office: string; rows: ProofAnswer['parked']['waiting'] }) {
  const { say, number } = useWords();
  const { moment } = useMoments();
  const may = useMay();
  const repair = useAct(
    () =>
      answer(
        hq.offices[':office'].repair.$post(
          { param: { office } },
          { init: { signal: AbortSignal.timeout(patienceMs) } },
        ),
      ),
    {
      onDone: ({ applied, waiting }) => {
        toast('good', say(words.repairDone, { applied: number(applied), waiting: number(waiting) }));
        renew('office', 'offices');
      },
      onFail: () => true,
    },
  );
  return (
    <section className="stack" aria-label={say(words.parkedTitle)}>
      <div className="row-between">
        <h2>{say(words.parkedTitle)}</h2>
        <ActionButton
          icon={Wrench}
          busy={repair.busy}
          why={!may('proof.run') && say(hqFrame.notForRole)}
          onClick={() => repair.run()}
        >
          {say(words.repair)}
        </ActionButton>
      </div>
      <FailureLine failure={repair.failure} />
      <DataTable
        label={say(words.parkedTitle)}
        rows={rows}
        rowKey={row => `${row.device}/${row.epoch}/${row.no}/${row.line}`}
        columns={[
          {
            key: 'reason',
            title: say(words.reason),
            cell: row => (words.reasons[row.reason] ? say(words.reasons[row.reason]!) : row.reason),
            by: row => row.reason,
          },
          {
            key: 'batch',
            title: say(words.batch),
            numeric: true,
            cell: row => number(row.no),
            by: row => row.no,
          },
          { key: 'line', title: say(words.lineNo), numeric: true, cell: row => number(row.line) },
          {
            key: 'since',
            title: say(words.since),
            oneLine: true,
            cell: row => moment(row.parkedAt),
            by: row => row.parkedAt,
          },
        ]}
      />
    </section>
  );
}

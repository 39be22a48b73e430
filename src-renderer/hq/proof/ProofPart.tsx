import { useQuery } from '@tanstack/react-query';
import {
  CircleAlert,
  CircleCheck,
  Info,
  ShieldAlert,
  ShieldCheck,
  ShieldQuestion,
  TriangleAlert,
} from 'lucide-react';
import { answer, hq } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { proofWords as words, tableWordOf } from '../../words/hq-proof.ts';
import { useWords } from '../../words.ts';
import { useMoments } from '../moments.ts';
import { reads, renew, type ProofAnswer } from '../queries.ts';
import { useMay } from '../session/session.ts';
import { useActor } from '../use-actor.ts';
import { Epochs } from './Epochs.tsx';
import { findingsOf, standingOf, verdictOf, type Finding, type Tone } from './findings.ts';
import { ParkedRows } from './ParkedRows.tsx';
import './proof.css';

/** Reading every byte of a large office takes a while. */
const patienceMs = 300_000;

/** Whether everything that an office sent is here as it sent it, in sentences that need no explaining. */
export function ProofPart({ office }: { office: string }) {
  const spoken = useWords();
  const { moment } = useMoments();
  const query = useQuery(reads.proof(office));
  const answered = query.data;
  if (!answered) return <PageState query={query} />;
  const findings = answered.last ? findingsOf(answered.last.proof, spoken) : [];
  return (
    <div className="stack-wide">
      <Verdict office={office} last={answered.last} tone={verdictOf(findings)} />
      <Findings findings={[...findings, ...standingOf(answered, spoken, moment)]} />
      {answered.parked.waiting.length > 0 && <ParkedRows office={office} rows={answered.parked.waiting} />}
      <Epochs streams={answered.streams} trial={answered.trial} />
      {answered.last && <Digests tables={answered.last.proof.tables} />}
    </div>
  );
}

const shields = { good: ShieldCheck, note: ShieldCheck, attention: ShieldAlert, bad: ShieldAlert };

interface VerdictProps {
  office: string;
  last: ProofAnswer['last'];
  tone: Tone;
}

function Verdict({ office, last, tone }: VerdictProps) {
  const { say, number } = useWords();
  const { ago, length } = useMoments();
  const tellActor = useActor();
  const may = useMay();
  const verify = useAct(
    () =>
      answer(
        hq.offices[':office'].proof.$post(
          { param: { office } },
          { init: { signal: AbortSignal.timeout(patienceMs) } },
        ),
      ),
    { onDone: () => renew('office', 'offices'), onFail: () => true },
  );
  const Shield = last ? shields[tone] : ShieldQuestion;
  return (
    <section className="stack" aria-label={say(words.title)}>
      <p className="soft proof-lead">{say(words.lead)}</p>
      <div className={`verdict verdict-${last ? tone : 'never'}`}>
        <span className="verdict-icon">
          <Shield size={30} aria-hidden />
        </span>
        <div role="status">
          <p className="verdict-title">
            {say(verify.busy ? words.verifying : last ? verdicts[tone] : words.never)}
          </p>
          {last ? (
            <p>
              {say(words.verdict, {
                batches: number(last.proof.batches),
                rows: number(last.proof.rows),
                took: last.tookMs < 1_000 ? say(words.underSecond) : length(last.tookMs),
              })}{' '}
              <span className="soft">
                {say(words.by, { ago: ago(last.provedAt), by: tellActor(last.provedBy) })}. {say(words.again)}
              </span>
            </p>
          ) : (
            <p className="soft">{say(words.neverText)}</p>
          )}
        </div>
        <ActionButton
          tone="primary"
          icon={ShieldCheck}
          busy={verify.busy}
          why={!may('proof.run') && say(hqFrame.notForRole)}
          onClick={() => verify.run()}
        >
          {say(words.verify)}
        </ActionButton>
      </div>
      <FailureLine failure={verify.failure} />
    </section>
  );
}

const marks = { good: CircleCheck, note: Info, attention: TriangleAlert, bad: CircleAlert };
const verdicts = { good: words.good, note: words.good, attention: words.mostly, bad: words.bad };

function Findings({ findings }: { findings: Finding[] }) {
  const { say } = useWords();
  return (
    <ul className="findings" aria-label={say(words.findings)}>
      {findings.map(({ key, tone, title, text }) => {
        const Mark = marks[tone];
        return (
          <li key={key} className={`finding-${tone}`}>
            <Mark size={22} aria-hidden />
            <div>
              <p className="finding-title">{title}</p>
              <p className="soft">{text}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

type Tables = NonNullable<ProofAnswer['last']>['proof']['tables'];

function Digests({ tables }: { tables: Tables }) {
  const { say } = useWords();
  return (
    <details className="figures-table">
      <summary>{say(words.tables)}</summary>
      <DataTable label={say(words.tables)} rows={tables} rowKey={row => row.table} columns={useColumns()} />
    </details>
  );
}

function TableName({ name }: { name: string }) {
  const { say } = useWords();
  return (
    <span className="office-name">
      {say(tableWordOf(name))}
      <small>{name}</small>
    </span>
  );
}

function useColumns(): Column<Tables[number]>[] {
  const { say, number } = useWords();
  return [
    {
      key: 'table',
      title: say(words.table),
      cell: row => <TableName name={row.table} />,
      by: row => row.table,
    },
    {
      key: 'rows',
      title: say(words.rows),
      numeric: true,
      cell: row => number(row.rows),
      by: row => row.rows,
    },
    { key: 'digest', title: say(words.digest), cell: row => <code>{row.sum}</code> },
    {
      key: 'wrong',
      title: say(words.wrong),
      numeric: true,
      cell: row => number(row.wrong.length),
      by: row => row.wrong.length,
    },
  ];
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, FlaskConical, KeyRound, Send } from 'lucide-react';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { frame } from '../../words/staff-frame.ts';
import { syncWords as words } from '../../words/staff-sync.ts';
import { useWords } from '../../words.ts';
import { PageState } from '../../desk/PageState.tsx';
import { reads, type SyncStatus } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { CarryPart } from './CarryPart.tsx';
import { EnrolForm } from './EnrolForm.tsx';
import { lampOf } from './lamp.ts';
import { lampIcons } from './SyncLamp.tsx';
import './sync.css';

/** Often enough that a sending is seen to go on. */
const lookEveryMs = 2_000;

export function SyncSettings() {
  const { say } = useWords();
  const query = useQuery({ ...reads.sync(), refetchInterval: lookEveryMs });
  const status = query.data;
  if (!status) return <PageState query={query} />;
  return (
    <div className="stack-wide">
      <p className="soft">{say(words.lead)}</p>
      {status.office ? (
        <>
          <StateCard status={status} />
          <Facts status={status} />
          <CarryPart office={status.office.code} />
          <KeyPart status={status} />
        </>
      ) : (
        <section className="stack" aria-label={say(words.enrolTitle)}>
          <h3>{say(words.enrolTitle)}</h3>
          <EnrolForm />
        </section>
      )}
    </div>
  );
}

function StateCard({ status }: { status: SyncStatus }) {
  const { say, number, time } = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const send = useAct(() => answer(api.sync.send.$post()), {
    onDone: () => void queries.invalidateQueries({ queryKey: ['sync'] }),
  });
  const lamp = lampOf(status);
  const Icon = lampIcons[lamp];
  const n = number(status.backlog.rows);
  return (
    <div className="stack">
      <div className={`sync-state sync-state-${lamp}`}>
        <span className="sync-state-icon">
          <Icon size={28} aria-hidden />
        </span>
        <div role="status">
          <p className="sync-state-title">{say(words.states[lamp], { n })}</p>
          {lamp === 'busy' && status.step && <p className="soft">{say(words.steps[status.step], { n })}</p>}
          {lamp !== 'busy' && status.problem && (
            <p>
              {say(words.problems[status.problem])}{' '}
              {status.nextAt && lamp !== 'stopped' && say(words.again, { time: time(status.nextAt) })}
            </p>
          )}
        </div>
        <ActionButton
          tone="primary"
          icon={Send}
          busy={send.busy || lamp === 'busy'}
          why={!may('sync.run') && say(frame.notForRole)}
          onClick={() => send.run()}
        >
          {say(words.sendNow)}
        </ActionButton>
      </div>
      {status.aside > 0 && (
        <p className="note note-orange">
          <CircleAlert size={20} aria-hidden />
          {say(words.aside, { n: number(status.aside) })}
        </p>
      )}
      {status.trial && (
        <p className="note">
          <FlaskConical size={20} aria-hidden />
          {say(words.trial)}
        </p>
      )}
    </div>
  );
}

function Facts({ status }: { status: SyncStatus }) {
  const { say, day, clock, number, language } = useWords();
  const at = (instant: string | null) => (instant ? `${day(instant)}, ${clock(instant)}` : say(words.never));
  const { rows, oldestAt } = status.backlog;
  const facts: [string, string][] = [
    [say(words.office), `${status.office!.name} (${status.office!.code})`],
    [say(words.address), status.url ?? ''],
    [
      say(words.backlog),
      rows === 0
        ? say(words.backlogNone)
        : [
            say(words.backlogRows, { n: number(rows) }),
            oldestAt !== null && say(words.backlogSince, { at: at(new Date(oldestAt).toISOString()) }),
          ]
            .filter(Boolean)
            .join(', '),
    ],
    [say(words.receipt), at(status.receiptAt)],
    [say(words.seen), at(status.seenAt)],
    [say(words.compared), at(status.comparedAt)],
  ];
  if (status.nightMinute !== null)
    facts.push([
      say(words.night),
      say(words.nightAt, { time: minuteText(status.nightMinute, language === 'id' ? '.' : ':') }),
    ]);
  return (
    <dl className="sync-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const minuteText = (minute: number, between: string) =>
  [Math.floor(minute / 60), minute % 60].map(part => String(part).padStart(2, '0')).join(between);

function KeyPart({ status }: { status: SyncStatus }) {
  const { say } = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const [enrolling, setEnrolling] = useState(false);
  const rotate = useAct(
    () => answer(api.sync.key.$post(undefined, { init: { signal: AbortSignal.timeout(60_000) } })),
    {
      onDone: ({ problem }) => {
        if (problem === null) toast('good', say(words.rotated));
        void queries.invalidateQueries({ queryKey: ['sync'] });
      },
    },
  );
  const mustEnrol = status.phase === 'stopped';
  return (
    <section className="sync-part" aria-label={say(words.keyTitle)}>
      <h3>{say(words.keyTitle)}</h3>
      <p className="soft">{say(words.keyLead)}</p>
      <div className="row">
        <ActionButton
          icon={KeyRound}
          busy={rotate.busy}
          why={!may('sync.enrol') && say(frame.notForRole)}
          onClick={() => rotate.run()}
        >
          {say(words.rotate)}
        </ActionButton>
        {!mustEnrol && (
          <ActionButton aria-expanded={enrolling} onClick={() => setEnrolling(open => !open)}>
            {say(words.enrolAgain)}
          </ActionButton>
        )}
      </div>
      {(enrolling || mustEnrol) && <EnrolForm onDone={() => setEnrolling(false)} />}
    </section>
  );
}

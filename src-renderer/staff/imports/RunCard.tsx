import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleSlash, CircleX, LoaderCircle, PauseCircle } from 'lucide-react';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { importWords as words } from '../../words/staff-imports.ts';
import { useWords } from '../../words.ts';
import { useMay } from '../session/session.ts';
import { useAct } from '../../desk/use-act.ts';
import { importReads, type Run } from './import-reads.ts';
import { MisfitText } from './PreviewTable.tsx';

const icons = {
  running: LoaderCircle,
  done: CircleCheck,
  cancelled: CircleSlash,
  failed: CircleX,
  interrupted: PauseCircle,
};
const tones = { running: 'blue', done: 'green', cancelled: '', failed: 'red', interrupted: 'orange' };

/** One import: how far it is or how it ended, what did not fit, and the way to stop it or to go on. */
export function RunCard({ run }: { run: Run }) {
  const { say, day, clock } = useWords();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const Icon = icons[run.state];
  const resume = useAct(() => answer(api.imports[':id'].resume.$post({ param: { id: run.id } })));
  return (
    <article className="panel stack run">
      <div className="row-between">
        <div>
          <h3>{run.name}</h3>
          <p className="soft numbers">
            {say(words.kinds[run.kind])} · {day(run.startedAt)}, {clock(run.startedAt)}
          </p>
        </div>
        <span className={`tag tag-${tones[run.state]}`}>
          <Icon size={14} aria-hidden />
          {say(words.states[run.state])}
        </span>
      </div>
      {run.state === 'running' && <Underway run={run} />}
      {run.problem && <p className="note note-red">{say(run.problem.message)}</p>}
      <Result run={run} />
      <div className="row">
        {run.state !== 'running' && run.state !== 'done' && may('imports.run') && (
          <ActionButton size="small" busy={resume.busy} onClick={() => resume.run()}>
            {say(words.resume)}
          </ActionButton>
        )}
        {run.state !== 'running' && (
          <ActionButton size="small" tone="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? words.hide : words.see)}
          </ActionButton>
        )}
      </div>
      {open && <Misfits id={run.id} />}
    </article>
  );
}

function Result({ run }: { run: Run }) {
  const { say, number } = useWords();
  const { added, changed, unchanged, rejected } = run;
  return (
    <p className="numbers">
      {say(words.result, {
        added: number(added),
        changed: number(changed),
        unchanged: number(unchanged),
        rejected: number(rejected),
      })}
    </p>
  );
}

function Underway({ run }: { run: Run }) {
  const { say, number } = useWords();
  const may = useMay();
  const { data } = useQuery(importReads.run(run.id));
  const cancel = useAct(() => answer(api.imports[':id'].cancel.$post({ param: { id: run.id } })));
  const share = data?.underway?.share ?? null;
  return (
    <div className="run-progress">
      <progress aria-label={say(words.progress, { name: run.name })} max={1} value={share ?? undefined} />
      <span className="numbers">
        {share !== null && `${number(Math.round(share * 100))} % · `}
        {data?.underway && say(words.read, { n: number(data.underway.read) })}
      </span>
      {may('imports.run') && (
        <ActionButton size="small" busy={cancel.busy} onClick={() => cancel.run()}>
          {say(words.cancel)}
        </ActionButton>
      )}
    </div>
  );
}

function Misfits({ id }: { id: string }) {
  const { say, number } = useWords();
  const { data } = useQuery(importReads.run(id));
  if (!data) return null;
  if (data.misfits.length === 0) return <p className="soft">{say(words.allFit)}</p>;
  return (
    <div className="stack">
      <p className="numbers">{say(words.misfits, { n: number(data.misfits.length) })}</p>
      <ul className="misfits misfits-long">
        {data.misfits.map(misfit => (
          <li key={`${misfit.row}/${misfit.field}`}>
            <span className="numbers">
              {say(words.row)} {number(misfit.row)}
            </span>
            <MisfitText misfit={misfit} />
          </li>
        ))}
      </ul>
    </div>
  );
}

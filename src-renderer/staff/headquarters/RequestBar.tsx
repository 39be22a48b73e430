import { useQuery } from '@tanstack/react-query';
import { Inbox, Undo2 } from 'lucide-react';
import { Link } from 'wouter';
import { hqWords as words } from '../../words/staff-headquarters.ts';
import { useWords } from '../../words.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { openPanel } from '../panel.ts';
import { useMay } from '../session/session.ts';
import { hqReads, type HqRequest } from './headquarters-reads.ts';

/** On every page, until somebody has opened it: what headquarters asks, and what it took back from whoever works on it. */
export function RequestBar() {
  const { say } = useWords();
  const may = useMay();
  const { data = [] } = useQuery({ ...hqReads.requests(), enabled: may('requests.read') });
  const fresh = data.filter(one => one.state === 'new');
  const interrupted = data.filter(one => one.interrupted);
  return (
    <>
      {interrupted.map(({ id, title }) => (
        <div key={id} className="bar" role="alert">
          <Undo2 size={20} aria-hidden />
          <p>
            <strong>{say(words.barBack, { title })}</strong>
          </p>
          <ActionButton size="small" onClick={() => openPanel({ kind: 'request', id })}>
            {say(words.barSee)}
          </ActionButton>
        </div>
      ))}
      {fresh.length > 0 && <Fresh fresh={fresh} />}
    </>
  );
}

function Fresh({ fresh }: { fresh: HqRequest[] }) {
  const { say, number } = useWords();
  return (
    <div className="bar bar-blue" role="status">
      <Inbox size={20} aria-hidden />
      <p>
        <strong>
          {fresh.length === 1
            ? say(words.bar, { title: fresh[0]!.title })
            : say(words.barMany, { n: number(fresh.length) })}
        </strong>
      </p>
      <Link href="/headquarters/requests" className="act act-plain act-small">
        {say(words.barSee)}
      </Link>
    </div>
  );
}

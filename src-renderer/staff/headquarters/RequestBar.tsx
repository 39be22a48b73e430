import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { Link } from 'wouter';
import { hqWords as words } from '../../words/staff-headquarters.ts';
import { useWords } from '../../words.ts';
import { useMay } from '../session/session.ts';
import { hqReads } from './headquarters-reads.ts';

/** On every page, until somebody has opened it: what headquarters asks. */
export function RequestBar() {
  const { say, number } = useWords();
  const may = useMay();
  const { data = [] } = useQuery({ ...hqReads.requests(), enabled: may('requests.read') });
  const fresh = data.filter(one => one.state === 'new');
  if (fresh.length === 0) return null;
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

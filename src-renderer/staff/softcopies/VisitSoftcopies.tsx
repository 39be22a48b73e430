import { useQuery } from '@tanstack/react-query';
import { ScanText } from 'lucide-react';
import { isOpen } from '../../../src-main/visits/rules.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { softcopyWords as words } from '../../words/staff-softcopies.ts';
import { useWords } from '../../words.ts';
import { openPanel } from '../panel.ts';
import type { VisitDetail } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { softcopyReads } from './softcopy-reads.ts';

/** What a visit takes along as files. */
export function VisitSoftcopies({ visit }: { visit: VisitDetail }) {
  const { say } = useWords();
  const may = useMay();
  const softcopies = useQuery(softcopyReads.ofVisit(visit.id)).data ?? [];
  const served = isOpen(visit.state) && visit.state !== 'waiting' && may('softcopies.make');
  if (softcopies.length === 0 && !served) return null;
  return (
    <section className="part">
      <h3>{say(words.title)}</h3>
      {softcopies.length > 0 && (
        <ul className="lines">
          {softcopies.map(one => (
            <li key={one.id} className="line">
              <button
                type="button"
                className="line-link line-link-long"
                onClick={() => openPanel({ kind: 'softcopy', id: one.id })}
              >
                {one.titles.map(title => title.title).join(', ')}
              </button>
              <span className="tag">{say(words.states[one.state])}</span>
            </li>
          ))}
        </ul>
      )}
      {served && (
        <ActionButton
          size="small"
          icon={ScanText}
          onClick={() => openPanel({ kind: 'softcopy-form', visitId: visit.id })}
        >
          {say(words.make)}
        </ActionButton>
      )}
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, Failure } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { softcopyWords as words } from '../../words/staff-softcopies.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { useAct } from '../../desk/use-act.ts';
import { softcopyReads, type Scan } from './softcopy-reads.ts';

/** The scanner's files as they come; those chosen are joined in the order of choosing. */
export function ScansPart({ id }: { id: string }) {
  const { say, clock } = useWords();
  const query = useQuery(softcopyReads.scans());
  const [names, setNames] = useState<string[]>([]);
  const scans = query.data ?? [];
  const picked = names.filter(name => scans.some(scan => scan.name === name && scan.state === 'ready'));
  const join = useAct(
    () => answer(api.softcopies[':id'].files.$post({ param: { id }, json: { names: picked } })),
    { onFail: () => true },
  );
  const toggle = (name: string) =>
    setNames(now => (now.includes(name) ? now.filter(other => other !== name) : [...now, name]));
  return (
    <section className="part">
      <h3>{say(words.scans)}</h3>
      <p className="soft">{say(words.scansHint)}</p>
      {query.error instanceof Failure ? (
        <FailureLine failure={query.error} />
      ) : (
        scans.length === 0 && <p>{say(words.noScans)}</p>
      )}
      <ul className="lines">
        {scans.map(scan => (
          <li key={scan.name} className="line">
            <label className="check">
              <input
                type="checkbox"
                disabled={scan.state !== 'ready'}
                checked={picked.includes(scan.name)}
                onChange={() => toggle(scan.name)}
              />
              <span>
                {scan.name}
                <small className="soft numbers">{clock(scan.modifiedAt)}</small>
              </span>
            </label>
            <ScanTag scan={scan} order={picked.indexOf(scan.name) + 1} />
          </li>
        ))}
      </ul>
      <FailureLine failure={join.failure} />
      <div>
        <ActionButton
          tone="primary"
          busy={join.busy}
          why={picked.length === 0 && say(words.joinNone)}
          onClick={() => join.run()}
        >
          {say(words.join, { n: picked.length })}
        </ActionButton>
      </div>
    </section>
  );
}

function ScanTag({ scan, order }: { scan: Scan; order: number }) {
  const { say } = useWords();
  const tone = { arriving: '', ready: 'green', unreadable: 'orange' }[scan.state];
  return (
    <span className={`tag numbers tag-${order > 0 ? 'blue' : tone}`}>
      {order > 0 && `${order}. `}
      {say(words.scanStates[scan.state], { n: scan.pages ?? 0 })}
    </span>
  );
}

import { CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react';
import { custodyWords as words } from '../../words/staff-custody.ts';
import { useWords } from '../../words.ts';
import type { Custody } from '../reads.ts';
import type { Part, PartState } from './use-held-scans.ts';

const labels = { slip: words.scanSlip, pocket: words.scanPocket, locker: words.scanLocker };
const icons = { missing: CircleDashed, checking: LoaderCircle, matches: CircleCheck };
const states = { missing: words.toScan, checking: words.checking, matches: words.matches };

interface Props {
  custody: Custody;
  wanted: Part[];
  stateOf: (part: Part) => PartState;
}

/** Slip, pocket and locker, each with whether it was scanned and agrees. */
export function ScanLines({ custody, wanted, stateOf }: Props) {
  const { say } = useWords();
  return (
    <ul className="scan-lines" aria-live="polite">
      {wanted.map(part => {
        const state = stateOf(part);
        const Icon = icons[state];
        return (
          <li key={part} className={`scan-line scan-line-${state}`}>
            <Icon size={28} aria-hidden />
            <span>
              <strong className="numbers">
                {say(labels[part], { n: custody[part === 'locker' ? 'locker' : 'pocket'] ?? '' })}
              </strong>
              <small>{say(states[state])}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What must be scanned for a custody: the slip, and what it holds. */
export function partsOf(custody: Custody | undefined, slip: boolean): Part[] {
  if (!custody) return [];
  return [
    ...(slip ? (['slip'] as const) : []),
    ...(custody.pocket === null ? [] : (['pocket'] as const)),
    ...(custody.locker === null ? [] : (['locker'] as const)),
  ];
}

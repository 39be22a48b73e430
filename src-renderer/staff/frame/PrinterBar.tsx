import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { Link } from 'wouter';
import type { PrinterStatus } from '../../../src-main/devices/transport.ts';
import { answer, api } from '../../api.ts';
import { frame } from '../../words/staff-frame.ts';
import { printerWords as words } from '../../words/staff-printer.ts';
import { useWords, type Sentence } from '../../words.ts';
import { useMay } from '../session/session.ts';

const lookEveryMs = 30_000;

/** The printer needs a hand: no paper, or soon none, an open cover, a cable that is out. */
export function PrinterBar() {
  const { say } = useWords();
  const may = useMay();
  const seen = useQuery({
    queryKey: ['prints', 'seen'],
    queryFn: () => answer(api.printer.seen.$get()),
    enabled: may('prints.read'),
    refetchInterval: lookEveryMs,
  }).data;
  if (!seen) return null;
  const sentences = sentencesOn(seen.state);
  if (sentences === null && !seen.paperNearEnd) return null;
  return (
    <div className="bar" role="status">
      <Printer size={20} aria-hidden />
      <p>{(sentences ?? [words.nearEnd]).map(one => say(one)).join(' ')}</p>
      <Link href="/settings/slips" className="act act-plain act-small">
        {say(frame.printsSee)}
      </Link>
    </div>
  );
}

/** What is wrong and what to do; null when nothing is wrong. */
function sentencesOn(state: PrinterStatus['state']): Sentence[] | null {
  if (state === 'ready' || state === 'unknown') return null;
  const cure = (words.cures as Partial<Record<string, Sentence>>)[state];
  return [words.reasons[state], ...(cure ? [cure] : [])];
}

import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { Link } from 'wouter';
import { answer, api } from '../../api.ts';
import { frame } from '../../words/staff-frame.ts';
import { printerWords as words } from '../../words/staff-printer.ts';
import { useWords } from '../../words.ts';
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
  const well = seen.state === 'ready' || seen.state === 'unknown';
  if (well && !seen.paperNearEnd) return null;
  const text = seen.state === 'ready' || seen.state === 'unknown' ? words.nearEnd : words.reasons[seen.state];
  return (
    <div className="bar" role="status">
      <Printer size={20} aria-hidden />
      <p>{say(text)}</p>
      <Link href="/settings/slips" className="act act-plain act-small">
        {say(frame.printsSee)}
      </Link>
    </div>
  );
}

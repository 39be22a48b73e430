import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import type { VisitDetail } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { BreachDialog } from './BreachDialog.tsx';

/** A missed promise and its reason, or the question for it. */
export function BreachNotice({ visit }: { visit: VisitDetail }) {
  const { say } = useWords();
  const { choice } = useChoiceWords();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (!visit.breached) return null;
  return (
    <div className="note note-orange">
      <CircleAlert size={20} aria-hidden />
      <div className="stack" style={{ gap: 8 }}>
        <p>
          {visit.breachReason
            ? say(visitWords.breachShown, { reason: choice('breachReasons', visit.breachReason) })
            : say(visitWords.breachTitle, { minutes: Math.round(visit.promiseMs / 60_000) })}
          {visit.breachNote && ` – ${visit.breachNote}`}
        </p>
        {!visit.breachReason && may('visits.serve') && (
          <ActionButton size="small" onClick={() => setAsking(true)}>
            {say(visitWords.breachAsk)}
          </ActionButton>
        )}
      </div>
      {asking && (
        <BreachDialog
          visit={{
            id: visit.id,
            number: visit.number,
            waitedMs: visit.waitedMs ?? 0,
            promiseMs: visit.promiseMs,
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

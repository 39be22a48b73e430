import { Megaphone } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { isOpen, visitCan, visitCanUndo } from '../../../src-main/visits/rules.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { frame } from '../../words/staff-frame.ts';
import { visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { openPanel } from '../panel.ts';
import type { VisitDetail } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { useAct } from '../../desk/use-act.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { useTick } from '../../desk/use-tick.ts';
import { callNumber } from '../voice/call.ts';
import { LeftDialog } from './LeftDialog.tsx';
import { useVisitSteps } from './use-visit-steps.ts';

/** What can be done with a visit now; the likeliest first and in focus, so that a scan and Enter do it. */
export function VisitActions({ visit }: { visit: VisitDetail }) {
  const { say } = useWords();
  const may = useMay();
  const steps = useVisitSteps(visit);
  const { office } = useChoiceWords();
  const call = useAct(() => callNumber(visit.number, visit.language === 'en' ? ['id', 'en'] : ['id']));
  const now = useTick();
  const [leftOpen, setLeftOpen] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), [visit.state]);

  const held = visit.custodies.some(custody => !custody.releasedAt);
  const denied = (operation: Parameters<typeof may>[0]) => !may(operation) && say(frame.notForRole);
  const undoable =
    may('visits.undo') &&
    !held &&
    visitCanUndo({ previousState: visit.previousState, stateAgeMs: now - Date.parse(visit.stateAt) });

  return (
    <>
      {visit.state === 'waiting' && (
        <>
          <ActionButton
            ref={first}
            tone="primary"
            why={denied('visits.serve')}
            busy={steps.busy}
            onClick={() => steps.take('serve')}
          >
            {say(visitWords.serve)}
          </ActionButton>
          {office?.voice && (
            <ActionButton icon={Megaphone} busy={call.busy} onClick={() => call.run()}>
              {say(visitWords.call)}
            </ActionButton>
          )}
          <ActionButton why={denied('visits.serve')} onClick={() => setLeftOpen(true)}>
            {say(visitWords.left)}
          </ActionButton>
        </>
      )}
      {visit.state === 'serving' && (
        <ActionButton
          ref={first}
          tone="primary"
          why={denied('custody.take')}
          onClick={() => openPanel({ kind: 'take-in', visitId: visit.id })}
        >
          {say(visitWords.takeIn)}
        </ActionButton>
      )}
      {visitCan('room', visit) && (
        <ActionButton why={denied('visits.serve')} busy={steps.busy} onClick={() => steps.take('room')}>
          {say(visitWords.room)}
        </ActionButton>
      )}
      {held && (
        <ActionButton
          ref={first}
          tone="primary"
          why={denied('custody.give')}
          onClick={() => openPanel({ kind: 'give-back', visitId: visit.id })}
        >
          {say(visitWords.giveBack)}
        </ActionButton>
      )}
      {visitCan('leaving', visit) && (
        <ActionButton
          ref={held ? undefined : first}
          tone={held ? 'plain' : 'primary'}
          why={denied('visits.serve')}
          busy={steps.busy}
          onClick={() => steps.take('leaving')}
        >
          {say(visitWords.leaving)}
        </ActionButton>
      )}
      {visit.state === 'inside' && !held && (
        <ActionButton
          why={denied('custody.take')}
          onClick={() => openPanel({ kind: 'take-in', visitId: visit.id })}
        >
          {say(visitWords.takeInAfter)}
        </ActionButton>
      )}
      {visitCan('close', visit) && !held && (
        <ActionButton
          ref={visit.state === 'leaving' ? first : undefined}
          tone={visit.state === 'leaving' ? 'primary' : 'plain'}
          why={denied('visits.serve')}
          busy={steps.busy}
          onClick={() => steps.take('close')}
        >
          {say(visitWords.close)}
        </ActionButton>
      )}
      {undoable && (
        <ActionButton tone="quiet" busy={steps.busy} onClick={steps.undo}>
          {say(visitWords.undo)}
        </ActionButton>
      )}
      {!isOpen(visit.state) && !undoable && (
        <ActionButton onClick={() => openPanel({ kind: 'entry' })}>{say(frame.addVisitor)}</ActionButton>
      )}
      {leftOpen && <LeftDialog visit={visit} onClose={() => setLeftOpen(false)} />}
    </>
  );
}

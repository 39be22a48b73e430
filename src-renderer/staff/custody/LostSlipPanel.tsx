import { useQuery } from '@tanstack/react-query';
import { UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { board } from '../../words/staff-board.ts';
import { custodyWords as words } from '../../words/staff-custody.ts';
import { frame } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { closePanel, openPanel } from '../panel.ts';
import { reads } from '../reads.ts';
import { play } from '../sound.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { partsOf, ScanLines } from './ScanLines.tsx';
import { isComplete, noSecond, SecondOfficer } from './SecondOfficer.tsx';
import { useHeldScans } from './use-held-scans.ts';
import './custody.css';

/** Without a slip: pocket and locker must agree, and a second officer answers for the person. */
export function LostSlipPanel({ visitId }: { visitId: string }) {
  const { say } = useWords();
  const query = useQuery(reads.visit(visitId));
  const visit = query.data;
  const custody = visit?.custodies.find(one => !one.releasedAt);
  const wanted = partsOf(custody, false);
  const held = useHeldScans(custody, visit?.number ?? '', wanted);
  const [second, setSecond] = useState(noSecond);
  const give = useAct(
    () => {
      const { pocketCode, lockerCode } = held.codes;
      return answer(
        api.custodies[':id']['lost-slip'].$post({
          param: { id: custody!.id },
          json: { pocketCode, lockerCode, secondStaffId: second.id, secondPin: second.pin },
        }),
      );
    },
    {
      onDone: () => {
        play('accepted');
        const text = custody!.locker === null ? words.givenNoLocker : words.given;
        toast('good', say(text, { number: visit!.number, n: custody!.locker ?? '' }));
        closePanel();
      },
      onFail: failure => {
        setSecond(now => ({ ...now, pin: '' }));
        if (failure.code === 'custody.mismatch') held.onRefused(failure);
        else play('wrong');
        return true;
      },
    },
  );
  return (
    <Drawer
      title={say(words.lostTitle)}
      lead={
        visit && (
          <>
            <strong className="numbers">{visit.number}</strong> · {visit.person?.name ?? say(board.anonymous)}
          </>
        )
      }
      closeLabel={say(frame.close)}
      onClose={closePanel}
      actions={
        <>
          <ActionButton
            tone="good"
            size="large"
            busy={give.busy}
            why={!held.complete ? say(words.giveWhy) : !isComplete(second) ? say(words.secondHint) : null}
            onClick={() => give.run()}
          >
            {say(words.lostGive)}
          </ActionButton>
          <ActionButton size="large" onClick={() => openPanel({ kind: 'visit', visitId })}>
            {say(frame.cancel)}
          </ActionButton>
        </>
      }
    >
      {!visit ? (
        <PageState query={query} />
      ) : !custody ? (
        <p className="note">{say(words.notOpen)}</p>
      ) : (
        <div className="stack" style={{ gap: 24 }}>
          <p className="soft">{say(words.lostLead)}</p>
          <p className="note note-orange">
            <UserRoundCheck size={20} aria-hidden />
            {say(words.lostAsk)}
          </p>
          <ScanLines custody={custody} wanted={wanted} stateOf={held.stateOf} />
          <SecondOfficer value={second} onChange={setSecond} />
          <FailureLine failure={give.failure} />
        </div>
      )}
    </Drawer>
  );
}

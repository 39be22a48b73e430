import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { board } from '../../words/staff-board.ts';
import { custodyWords as words } from '../../words/staff-custody.ts';
import { frame } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { PageState } from '../../desk/PageState.tsx';
import { closePanel, openPanel } from '../panel.ts';
import { reads } from '../reads.ts';
import { play } from '../sound.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { partsOf, ScanLines } from './ScanLines.tsx';
import { useHeldScans } from './use-held-scans.ts';
import './custody.css';

/** The card goes back only when slip, pocket and locker agree. */
export function GiveBackPanel({ visitId, code }: { visitId: string; code?: string }) {
  const { say } = useWords();
  const { choice } = useChoiceWords();
  const query = useQuery(reads.visit(visitId));
  const visit = query.data;
  const custody = visit?.custodies.find(one => !one.releasedAt);
  const wanted = partsOf(custody, true);
  const held = useHeldScans(custody, visit?.number ?? '', wanted, code);
  const press = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (held.complete) press.current?.focus();
  }, [held.complete]);

  const give = useAct(
    () =>
      answer(
        api.custodies[':id']['give-back'].$post({
          param: { id: custody!.id },
          json: { ...held.codes, slipCode: held.codes.slipCode ?? '' },
        }),
      ),
    {
      onDone: () => {
        play('accepted');
        const text = custody!.locker === null ? words.givenNoLocker : words.given;
        toast('good', say(text, { number: visit!.number, n: custody!.locker ?? '' }));
        closePanel();
      },
      onFail: failure => {
        held.onRefused(failure);
        return true;
      },
    },
  );

  return (
    <Drawer
      title={say(words.giveTitle)}
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
        custody && (
          <>
            <ActionButton
              ref={press}
              tone="good"
              size="large"
              busy={give.busy}
              why={!held.complete && say(words.giveWhy)}
              onClick={() => give.run()}
            >
              {say(words.give)}
            </ActionButton>
            <ActionButton size="large" onClick={() => openPanel({ kind: 'lost-slip', visitId })}>
              {say(words.lostTitle)}
            </ActionButton>
          </>
        )
      }
    >
      {!visit ? (
        <PageState query={query} />
      ) : !custody ? (
        <p className="note">{say(words.notOpen)}</p>
      ) : (
        <div className="stack">
          <p className="soft">{say(words.giveLead)}</p>
          {custody.cardKind && (
            <p className="give-card">
              <span className="soft">{say(words.how)}</span>
              <strong>
                {choice('cards', custody.cardKind)}
                {custody.cardLast4 && ` ••${custody.cardLast4}`}
              </strong>
            </p>
          )}
          <ScanLines custody={custody} wanted={wanted} stateOf={held.stateOf} />
          <p className="soft">{say(words.typeCode)}</p>
        </div>
      )}
    </Drawer>
  );
}

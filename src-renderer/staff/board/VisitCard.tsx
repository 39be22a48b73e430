import { BookOpen, CircleAlert, Copy, Lock, LockOpen, Users } from 'lucide-react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { board } from '../../words/staff-board.ts';
import { useWords } from '../../words.ts';
import { openPanel, panel } from '../panel.ts';
import { FormState } from '../photocopies/PhotocopiesPage.tsx';
import type { Card } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { useVisitSteps } from '../visits/use-visit-steps.ts';
import { PromiseClock } from './PromiseClock.tsx';

/** One visit on the board: who, what for, how the promise stands, and the one thing to do next. */
export function VisitCard({ card, waitingMs }: { card: Card; waitingMs: number }) {
  const { say, clock } = useWords();
  const { service } = useChoiceWords();
  const open = panel.use();
  const here = open && 'visitId' in open && open.visitId === card.id;
  return (
    <li className={`card ${here ? 'card-here' : ''}`}>
      <button
        type="button"
        className="card-open"
        aria-label={say(board.open, { number: card.number })}
        onClick={() => openPanel({ kind: 'visit', visitId: card.id })}
      />
      <div className="card-head">
        <strong className="card-number numbers">{card.number}</strong>
        <CardPlace card={card} />
      </div>
      <p className="card-name">{card.name ?? say(board.anonymous)}</p>
      <p className="card-services">{card.services.map(one => service(one.service)).join(' · ')}</p>
      <div className="row card-tags">
        {card.kind === 'group' && (
          <span className="tag">
            <Users size={14} aria-hidden />
            {say(board.group, { n: card.people })}
          </span>
        )}
        {card.kind === 'child' && <span className="tag">{say(board.child)}</span>}
        {card.kind === 'accompanied' && <span className="tag">{say(board.accompanied)}</span>}
        {card.reading > 0 && (
          <span className="tag tag-blue numbers">
            <BookOpen size={14} aria-hidden />
            {say(board.reading, { n: card.reading })}
          </span>
        )}
        {card.photocopy && (
          <button
            type="button"
            className="tag tag-blue card-form numbers"
            onClick={() => openPanel({ kind: 'photocopy', photocopyId: card.photocopy!.id })}
          >
            <Copy size={14} aria-hidden />
            {card.photocopy.number}
          </button>
        )}
        {card.language === 'en' && <span className="tag">English</span>}
        {card.breached && !card.breachReason && card.state !== 'waiting' && (
          <span className="tag tag-orange">
            <CircleAlert size={14} aria-hidden />
            {say(board.reasonMissing)}
          </span>
        )}
      </div>
      {card.state === 'waiting' ? (
        <PromiseClock waitingMs={waitingMs} promiseMs={card.promiseMs} />
      ) : card.photocopy ? (
        <p className="card-since">
          <FormState form={card.photocopy} />
        </p>
      ) : (
        <p className="card-since numbers">{say(board.since, { time: clock(card.stateAt) })}</p>
      )}
      <NextStep card={card} />
    </li>
  );
}

function CardPlace({ card }: { card: Card }) {
  const { say } = useWords();
  if (card.locker !== null)
    return (
      <span className="card-locker numbers">
        <Lock size={15} aria-hidden />
        {say(board.locker)} {String(card.locker).padStart(2, '0')}
      </span>
    );
  if (card.state === 'inside' || card.state === 'leaving')
    return (
      <span className="card-nolocker">
        <LockOpen size={15} aria-hidden />
        {card.pocket === null ? say(board.noLocker) : `${say(board.pocket)} ${card.pocket}`}
      </span>
    );
  return null;
}

function NextStep({ card }: { card: Card }) {
  const { say } = useWords();
  const may = useMay();
  const steps = useVisitSteps(card);
  if (!may('visits.serve')) return null;
  const held = card.custodyId !== null;
  const next = {
    waiting: { tone: 'primary', word: board.serve, run: () => steps.take('serve'), allowed: true },
    serving: {
      tone: 'plain',
      word: board.takeIn,
      run: () => openPanel({ kind: 'take-in', visitId: card.id }),
      allowed: may('custody.take'),
    },
    inside: held
      ? {
          tone: 'plain',
          word: board.giveBack,
          run: () => openPanel({ kind: 'give-back', visitId: card.id }),
          allowed: may('custody.give'),
        }
      : { tone: 'plain', word: board.leaving, run: () => steps.take('leaving'), allowed: true },
    leaving: held
      ? {
          tone: 'primary',
          word: board.giveBack,
          run: () => openPanel({ kind: 'give-back', visitId: card.id }),
          allowed: may('custody.give'),
        }
      : { tone: 'primary', word: board.close, run: () => steps.take('close'), allowed: true },
  }[card.state];
  if (!next.allowed) return null;
  return (
    <ActionButton
      className="card-next"
      size="small"
      tone={next.tone as 'primary' | 'plain'}
      busy={steps.busy}
      aria-label={`${say(next.word)} ${card.number}`}
      onClick={next.run}
    >
      {say(next.word)}
    </ActionButton>
  );
}

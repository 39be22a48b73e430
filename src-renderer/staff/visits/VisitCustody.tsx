import { CreditCard, Lock, Printer } from 'lucide-react';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { custodyWords } from '../../words/staff-custody.ts';
import { visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { MoveLockerDialog } from '../custody/MoveLockerDialog.tsx';
import { NewSlipDialog } from '../custody/NewSlipDialog.tsx';
import { SlipImage } from '../custody/SlipImage.tsx';
import { openPanel } from '../panel.ts';
import type { Custody, VisitDetail } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { useTick } from '../../desk/use-tick.ts';

/** Card and locker of a visit, now and before, with the slip. */
export function VisitCustody({ visit }: { visit: VisitDetail }) {
  const { say } = useWords();
  if (visit.custodies.length === 0) return null;
  return (
    <section className="part">
      <h3>{say(visitWords.custody)}</h3>
      {visit.custodies.map(custody => (
        <CustodyLine key={custody.id} custody={custody} visit={visit} />
      ))}
    </section>
  );
}

function CustodyLine({ custody, visit }: { custody: Custody; visit: VisitDetail }) {
  const { say, clock } = useWords();
  const { choice } = useChoiceWords();
  const open = custody.releasedAt === null;
  return (
    <div className={`custody ${open ? 'custody-open' : ''}`}>
      <div className="row">
        {custody.locker !== null && (
          <span className="tag tag-blue numbers">
            <Lock size={14} aria-hidden />
            {say(custodyWords.lockerN, { n: custody.locker })}
          </span>
        )}
        <span className="tag numbers">
          <CreditCard size={14} aria-hidden />
          {custody.cardKind
            ? `${choice('cards', custody.cardKind)}${custody.cardLast4 ? ` ••${custody.cardLast4}` : ''} · ${say(custodyWords.pocketN, { n: custody.pocket ?? 0 })}`
            : choice('noCardReasons', custody.noCardReason)}
        </span>
        {custody.cardOf !== 'visitor' && (
          <span className="tag">{say(custodyWords.cardOf[custody.cardOf as 'leader'])}</span>
        )}
      </div>
      <p className="soft numbers">
        {say(custodyWords.takenAt, { time: clock(custody.takenAt) })}
        {custody.releasedAt &&
          ` · ${say(custodyWords.released[custody.release ?? 'slip'], { time: clock(custody.releasedAt) })}`}
      </p>
      {open && <CustodyActs custody={custody} visit={visit} />}
    </div>
  );
}

const undoMs = 2 * 60_000;

function CustodyActs({ custody, visit }: { custody: Custody; visit: VisitDetail }) {
  const { say } = useWords();
  const may = useMay();
  const now = useTick();
  const { office } = useChoiceWords();
  const [asked, setAsked] = useState<'move' | 'new-slip' | 'see' | null>(null);
  const slip = visit.slips.find(one => one.kind === 'locker' && !one.voidedAt);
  const again = useAct((id: string) => answer(api.slips[':id'].again.$post({ param: { id } })), {
    onDone: () => toast('good', say(custodyWords.printingAgain)),
  });
  const undo = useAct(() => answer(api.custodies[':id'].undo.$post({ param: { id: custody.id } })), {
    onDone: () => toast('good', say(custodyWords.takeInUndone)),
  });
  if (!may('custody.take')) return null;
  return (
    <div className="row">
      {slip && (
        <ActionButton size="small" onClick={() => setAsked(asked === 'see' ? null : 'see')}>
          {say(custodyWords.seeSlip)}
        </ActionButton>
      )}
      {slip && office?.printer && may('prints.again') && (
        <ActionButton size="small" icon={Printer} busy={again.busy} onClick={() => again.run(slip.id)}>
          {say(custodyWords.printAgain)}
        </ActionButton>
      )}
      {custody.locker !== null && (
        <ActionButton size="small" onClick={() => setAsked('move')}>
          {say(custodyWords.move)}
        </ActionButton>
      )}
      <ActionButton size="small" onClick={() => setAsked('new-slip')}>
        {say(custodyWords.newSlip)}
      </ActionButton>
      <ActionButton size="small" onClick={() => openPanel({ kind: 'lost-slip', visitId: visit.id })}>
        {say(custodyWords.lostSlip)}
      </ActionButton>
      {now - Date.parse(custody.takenAt) < undoMs && (
        <ActionButton size="small" tone="quiet" busy={undo.busy} onClick={() => undo.run()}>
          {say(custodyWords.undoTakeIn)}
        </ActionButton>
      )}
      {asked === 'see' && slip && <SlipImage slipId={slip.id} code={slip.code} />}
      {asked === 'move' && <MoveLockerDialog custodyId={custody.id} onClose={() => setAsked(null)} />}
      {asked === 'new-slip' && <NewSlipDialog custodyId={custody.id} onClose={() => setAsked(null)} />}
    </div>
  );
}

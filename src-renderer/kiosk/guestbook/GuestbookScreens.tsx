import { useRef, useState } from 'react';
import { sounds } from '../../ui/sounds.ts';
import { frameWords } from '../../words/kiosk.ts';
import { fill, useWords, type Sentence } from '../../words.ts';
import { Frame } from '../frame/Frame.tsx';
import { LeaveDialog } from '../frame/LeaveDialog.tsx';
import { useTurn } from '../session/turn.ts';
import type { Stored } from '../ticket/TicketScreen.tsx';
import { AskedQuestion } from './AskedQuestion.tsx';
import type { Draft } from './draft.ts';
import type { Sending } from './outbox.ts';
import {
  mendValues,
  needsNext,
  questionAfter,
  questionsFor,
  toGuestbook,
  whatToMend,
  type Question,
  type Setting,
} from './rules.ts';
import { SendingScreen } from './SendingScreen.tsx';

interface Props {
  start: Draft;
  /** Null when the visitor took the form back to change it. */
  onHandedIn: (submissionId: string | null) => void;
  onStored: (stored: Stored) => void;
  /** The recognition ran out: sign like a first visitor. */
  onSignAnew: () => void;
}

/** The guestbook: one question after the other, then the form is handed in. Going back keeps every answer. */
export function GuestbookScreens({ start, onHandedIn, onStored, onSignAnew }: Props) {
  const { language } = useWords();
  const { office, outbox, wipe } = useTurn();
  const setting: Setting = {
    form: office.kiosk.form,
    thisYear: office.thisYear,
    consents: office.notice.body.consents?.map(one => one.purpose) ?? [],
  };
  const [draft, setDraft] = useState(start);
  const [at, setAt] = useState<Question>(() => questionsFor(start, setting)[0]!);
  const [from, setFrom] = useState<'before' | 'after'>('after');
  const [mend, setMend] = useState<Sentence | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [leaving, setLeaving] = useState(false);
  /** The newest answers, also for a second press that comes before the next paint. */
  const newest = useRef(start);

  const questions = questionsFor(draft, setting);
  const step = Math.max(0, questions.indexOf(at));

  function change(patch: Partial<Draft>): void {
    newest.current = { ...newest.current, ...patch };
    setDraft(newest.current);
    setMend(null);
  }

  function goOn(patch: Partial<Draft> = {}): void {
    const before = newest.current;
    change(patch);
    const toMend =
      questionsFor(newest.current, setting).includes(at) && whatToMend(at, newest.current, setting);
    if (toMend) {
      setMend(toMend);
      sounds.wrong();
      return;
    }
    const next = questionAfter(at, before, newest.current, setting);
    if (next) {
      setFrom('after');
      setAt(next);
    } else {
      handIn();
    }
  }

  function goBack(): void {
    const before = questions[step - 1];
    if (before) {
      setMend(null);
      setFrom('before');
      setAt(before);
    } else if (JSON.stringify(newest.current) !== JSON.stringify(start)) {
      setLeaving(true);
    } else {
      wipe();
    }
  }

  function handIn(): void {
    const { submissionId } = newest.current;
    onHandedIn(submissionId);
    outbox.submit(toGuestbook(newest.current, setting, language), next => {
      if (next.state !== 'stored') return setSending(next);
      sounds.accepted();
      onStored({ submissionId, ticket: next.ticket });
    });
  }

  function takeBack(): void {
    outbox.takeBack(newest.current.submissionId);
    onHandedIn(null);
    setSending(null);
  }

  if (sending)
    return (
      <Frame>
        <SendingScreen
          sending={sending}
          onTryNow={() => outbox.tryNow()}
          onCheck={takeBack}
          onSignAnew={onSignAnew}
        />
      </Frame>
    );

  const last = step === questions.length - 1;
  return (
    <Frame
      back={goBack}
      next={
        needsNext(at, draft)
          ? { press: () => goOn(), words: last ? frameWords.finish : undefined }
          : undefined
      }
    >
      <AskedQuestion
        question={at}
        draft={draft}
        setting={setting}
        mend={mend && fill(mend[language], mendValues(setting))}
        steps={{ at: step + 1, of: questions.length }}
        from={from}
        onChange={change}
        onAnswer={goOn}
      />
      {leaving && <LeaveDialog onStay={() => setLeaving(false)} onLeave={wipe} />}
    </Frame>
  );
}

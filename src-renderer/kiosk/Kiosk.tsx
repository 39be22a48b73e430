import { useCallback, useEffect, useState } from 'react';
import { answer, api } from '../api.ts';
import { onLink } from '../live.ts';
import { Outbox } from './guestbook/outbox.ts';
import { useOffice } from './office.ts';
import { QuietScreen } from './frame/QuietScreen.tsx';
import { VisitorTurn } from './session/VisitorTurn.tsx';

const makeOutbox = () =>
  new Outbox({
    post: form => answer(api.visits.$post({ json: form })),
    forget: submissionId => answer(api.visits.forget.$post({ json: { submissionId } })),
  });

/** The visitor's screen. It gives each visitor a turn of their own; what is waiting to be stored outlives the turn. */
export function Kiosk() {
  const office = useOffice();
  const [outbox] = useState(makeOutbox);
  const [turn, setTurn] = useState(0);
  const wipe = useCallback(() => setTurn(count => count + 1), []);
  useEffect(() => onLink(up => up && outbox.tryNow()), [outbox]);

  if (!office) return <QuietScreen why="opening" />;
  if (!office.setUp) return <QuietScreen why="notSetUp" />;
  return <VisitorTurn key={turn} office={office} outbox={outbox} onWipe={wipe} />;
}

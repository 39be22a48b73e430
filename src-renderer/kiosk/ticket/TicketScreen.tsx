import { CircleCheckBig } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SlipPrint } from '../../../src-main/devices/schema.ts';
import type { Ticket } from '../../../src-main/visits/schema.ts';
import { answer, api } from '../../api.ts';
import { ticketImagePath } from '../../paths.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { ticketWords } from '../../words/kiosk.ts';
import { useWords, type Sentence } from '../../words.ts';
import { focusWhenPainted } from '../../ui/focus.ts';
import { LookTools } from '../frame/LookTools.tsx';
import { TopBar } from '../frame/TopBar.tsx';
import { useTurn } from '../session/turn.ts';
import { useIdle } from '../session/use-idle.ts';
import { ShownSlip } from './ShownSlip.tsx';
import './ticket.css';

/** The way out lies where "send" lay: an impatient press more must not clear a number that nobody has read. */
const restMs = 1_000;

const sentences = {
  screen: ticketWords.slipScreen,
  printing: ticketWords.slipPrinting,
  printed: ticketWords.slipPrinted,
  unsure: ticketWords.slipUnsure,
  failed: ticketWords.slipFailed,
} satisfies Record<SlipPrint, Sentence>;

export interface Stored {
  submissionId: string;
  ticket: Ticket;
}

/** The last screen: a number to remember, a code to show, when it is one's turn. It clears itself. */
export function TicketScreen({ stored }: { stored: Stored }) {
  const { ticket, submissionId } = stored;
  const { say, time } = useWords();
  const { office, wipe } = useTurn();
  const heading = useRef<HTMLHeadingElement>(null);
  const printing = ticket.slip === 'printing';
  const { idleSeconds, countdownSeconds } = office.kiosk;
  const seconds = printing ? countdownSeconds : Math.max(idleSeconds, countdownSeconds);
  const [secondsLeft, beginAnew] = useIdle(true, { idleSeconds: 0, countdownSeconds: seconds }, wipe);
  const [rested, setRested] = useState(false);
  useEffect(() => {
    focusWhenPainted(heading.current);
    const timer = setTimeout(() => setRested(true), restMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="k-frame k-ticket" onPointerDown={beginAnew}>
      <TopBar />
      <main className="k-main">
        <div className="k-ticket-card">
          <div className="k-ticket-words">
            <h1 ref={heading} tabIndex={-1}>
              <CircleCheckBig aria-hidden />
              {say(ticket.already ? ticketWords.titleAlready : ticketWords.title)}
            </h1>
            <p>{say(ticketWords.number)}</p>
            <p className="k-number">{ticket.number}</p>
            <p className="k-served">{say(ticketWords.servedBy, { time: time(ticket.servedBy) })}</p>
            <p>{say(ticketWords.meet)}</p>
          </div>
          <ShownSlip
            code={ticket.code}
            codeLabel={say(ticketWords.code, { code: ticket.code })}
            pictureLabel={say(ticketWords.slipPicture, { number: ticket.number, code: ticket.code })}
            picturePath={ticketImagePath(submissionId)}
            slip={ticket.slip}
            ask={async () =>
              (await answer(api.visits.tickets[':submissionId'].$get({ param: { submissionId } }))).print
            }
            sentences={sentences}
          />
        </div>
      </main>
      <footer className="k-bottom">
        <p className="k-wipes">{say(ticketWords.wipes, { seconds: secondsLeft ?? seconds })}</p>
        <LookTools />
        <TouchButton className="k-next" tone="main" disabled={!rested} onClick={wipe}>
          {say(ticketWords.done)}
        </TouchButton>
      </footer>
    </div>
  );
}

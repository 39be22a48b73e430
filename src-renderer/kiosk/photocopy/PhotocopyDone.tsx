import { CircleCheckBig, Printer, ScanQrCode } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { answer, api } from '../../api.ts';
import { QrPicture } from '../../ui/QrPicture.tsx';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { photocopyWords as words } from '../../words/kiosk-library.ts';
import { ticketWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { LookTools } from '../frame/LookTools.tsx';
import { TopBar } from '../frame/TopBar.tsx';
import { useIdle } from '../session/use-idle.ts';
import { useTurn } from '../session/turn.ts';
import '../ticket/ticket.css';
import type { Requested } from './form.ts';

/** The way out lies where "make the form" lay: an impatient press more must not clear what nobody has read. */
const restMs = 1_000;

/** The number of the form and where to take it. It clears itself, and its waiting print with it. */
export default function PhotocopyDone({ form }: { form: Requested }) {
  const { say } = useWords();
  const { office, wipe } = useTurn();
  const heading = useRef<HTMLHeadingElement>(null);
  const [rested, setRested] = useState(false);
  const printing = form.slip === 'printing';
  const leave = () => {
    // Whoever is not heard of leaves a form behind that an officer can print or cancel.
    if (printing) answer(api.photocopies.forget.$post({ json: { photocopyId: form.id } })).catch(() => {});
    wipe();
  };
  const seconds = office.kiosk.countdownSeconds;
  const [secondsLeft, beginAnew] = useIdle(true, { idleSeconds: 0, countdownSeconds: seconds }, leave);
  useEffect(() => {
    heading.current?.focus();
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
              {say(words.doneTitle)}
            </h1>
            <p>{say(words.number)}</p>
            <p className="k-number k-form-number">{form.number}</p>
            <p>{say(words.next)}</p>
          </div>
          <div className="k-ticket-code">
            <div className="k-ticket-sign">
              <QrPicture text={form.code} label={say(words.code, { code: form.code })} />
              <p className="k-code">{form.code}</p>
              <p className="k-slip">
                {printing ? <Printer aria-hidden /> : <ScanQrCode aria-hidden />}
                {say(printing ? words.printing : words.screen)}
              </p>
            </div>
          </div>
        </div>
      </main>
      <footer className="k-bottom">
        <p className="k-wipes">{say(ticketWords.wipes, { seconds: secondsLeft ?? seconds })}</p>
        <LookTools />
        <TouchButton className="k-next" tone="main" disabled={!rested} onClick={leave}>
          {say(ticketWords.done)}
        </TouchButton>
      </footer>
    </div>
  );
}

import { CircleCheckBig } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SlipPrint } from '../../../src-main/devices/schema.ts';
import { answer, api } from '../../api.ts';
import { formImagePath } from '../../paths.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { photocopyWords as words } from '../../words/kiosk-library.ts';
import { ticketWords } from '../../words/kiosk.ts';
import { useWords, type Sentence } from '../../words.ts';
import { focusWhenPainted } from '../../ui/focus.ts';
import { LookTools } from '../frame/LookTools.tsx';
import { TopBar } from '../frame/TopBar.tsx';
import { useIdle } from '../session/use-idle.ts';
import { useTurn } from '../session/turn.ts';
import { ShownSlip } from '../ticket/ShownSlip.tsx';
import '../ticket/ticket.css';
import type { Requested } from './form.ts';

/** The way out lies where "make the form" lay: an impatient press more must not clear what nobody has read. */
const restMs = 1_000;

const sentences = {
  screen: words.slipScreen,
  printing: words.slipPrinting,
  printed: words.slipPrinted,
  unsure: words.slipUnsure,
  failed: words.slipFailed,
} satisfies Record<SlipPrint, Sentence>;

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
              {say(words.doneTitle)}
            </h1>
            <p>{say(words.number)}</p>
            <p className="k-number k-form-number">{form.number}</p>
            <p>{say(words.next)}</p>
          </div>
          <ShownSlip
            code={form.code}
            codeLabel={say(words.code, { code: form.code })}
            pictureLabel={say(words.slipPicture, { number: form.number, code: form.code })}
            picturePath={formImagePath(form.id)}
            slip={form.slip}
            ask={async () =>
              (await answer(api.photocopies.requested[':id'].$get({ param: { id: form.id } }))).print
            }
            sentences={sentences}
          />
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

import { Copy } from 'lucide-react';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { attractWords, returningWords, ticketWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';

/** A slip was held up: nothing of the visit is shown, and the one thing that it is good for here is offered. */
export function SlipStep({ onDone, onPhotocopy }: { onDone: () => void; onPhotocopy: () => void }) {
  const { say } = useWords();
  return (
    <QuestionPage id="slip" title={say(returningWords.slipTitle)} hint={say(returningWords.slipText)}>
      <TouchButton icon={Copy} onClick={onPhotocopy}>
        {say(attractWords.photocopy)}
      </TouchButton>
      <TouchButton tone="main" onClick={onDone}>
        {say(ticketWords.done)}
      </TouchButton>
    </QuestionPage>
  );
}

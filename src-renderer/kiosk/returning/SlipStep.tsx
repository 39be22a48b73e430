import { TouchButton } from '../../ui/TouchButton.tsx';
import { returningWords, ticketWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';

/** A slip was held up: it opens nothing here, and nothing of the visit is shown. */
export function SlipStep({ onDone }: { onDone: () => void }) {
  const { say } = useWords();
  return (
    <QuestionPage id="slip" title={say(returningWords.slipTitle)} hint={say(returningWords.slipText)}>
      <TouchButton tone="main" onClick={onDone}>
        {say(ticketWords.done)}
      </TouchButton>
    </QuestionPage>
  );
}

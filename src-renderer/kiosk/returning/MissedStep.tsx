import type { Failure } from '../../api.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { returningWords, waitWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';

interface Props {
  failure: Failure;
  onSign: () => void;
  onAgain: () => void;
}

/** Not recognised, not readable, or nobody answers: the guestbook is always a way on. */
export function MissedStep({ failure, onSign, onAgain }: Props) {
  const { say } = useWords();
  return (
    <QuestionPage
      id="missed"
      title={say(returningWords.notFound)}
      hint={`${say(failure.sentence)} ${say(waitWords.errorCode, { code: failure.code })}`}
    >
      <TouchButton tone="main" onClick={onSign}>
        {say(returningWords.signInstead)}
      </TouchButton>
      <TouchButton onClick={onAgain}>{say(returningWords.again)}</TouchButton>
    </QuestionPage>
  );
}

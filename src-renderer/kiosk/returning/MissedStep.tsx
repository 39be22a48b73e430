import type { Failure } from '../../api.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { returningWords, waitWords } from '../../words/kiosk.ts';
import { useWords, type Sentence } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';

interface Props {
  failure: Failure;
  onSign: () => void;
  onAgain: () => void;
}

/** Not recognised, not readable, or nobody answers: the guestbook is always a way on. */
export function MissedStep({ failure, onSign, onAgain }: Props) {
  const { say } = useWords();
  const unknown = failure.code === 'visitors.notRecognised';
  return (
    <QuestionPage
      id="missed"
      title={say(unknown ? returningWords.notFound : returningWords.notYet)}
      hint={
        unknown
          ? say(returningWords.notFoundText)
          : `${say(sentenceOf(failure))} ${say(waitWords.errorCode, { code: failure.code })}`
      }
    >
      <TouchButton tone="main" onClick={onSign}>
        {say(returningWords.signInstead)}
      </TouchButton>
      <TouchButton onClick={onAgain}>{say(returningWords.again)}</TouchButton>
    </QuestionPage>
  );
}

/** The station speaks to officers about codes and to everybody about silence; a visitor is told what helps here. */
function sentenceOf(failure: Failure): Sentence {
  if (failure.code.startsWith('codes.')) return returningWords.notACard;
  return failure.status === 0 ? returningWords.silent : failure.sentence;
}

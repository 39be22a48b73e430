import type { Failure } from '../../api.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { photocopyWords as words, searchWords } from '../../words/kiosk-library.ts';
import { waitWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';

/** What the station said, or that it said nothing; nothing that was entered is lost. */
export function FailedStep({ failure, onCheck }: { failure: Failure; onCheck: () => void }) {
  const { say } = useWords();
  const sentence = failure.status === 0 ? searchWords.silent : failure.sentence;
  return (
    <QuestionPage
      id="failed"
      title={say(words.failed)}
      hint={`${say(sentence)} ${say(waitWords.errorCode, { code: failure.code })}`}
    >
      <TouchButton tone="main" onClick={onCheck}>
        {say(words.check)}
      </TouchButton>
    </QuestionPage>
  );
}

import type { ConsentPurpose } from '../../../src-central/wire/consent-schema.ts';
import { TouchChoices } from '../../ui/TouchChoices.tsx';
import { answerWords } from '../../words/kiosk-questions.ts';
import { useWords } from '../../words.ts';
import type { QuestionParts } from './question-parts.ts';
import { QuestionPage } from './QuestionPage.tsx';

/** Whether headquarters may have name and contact, in the words of the notice. Nothing is chosen beforehand. */
export function ConsentQuestion({
  asked,
  draft,
  onAnswer,
  purpose,
  text,
}: QuestionParts & { purpose: ConsentPurpose; text: string }) {
  const { say } = useWords();
  const chosen = draft.consents[purpose];
  return (
    <QuestionPage {...asked}>
      {/* Beside the answers: whoever answers has read what for, to whom and how long, in large text too. */}
      <p className="k-consent">{text}</p>
      <TouchChoices
        labelledBy={`${asked.id}-title`}
        options={[
          { value: 'yes', label: say(answerWords.consentYes) },
          { value: 'no', label: say(answerWords.consentNo) },
        ]}
        chosen={chosen ? [chosen] : []}
        onPress={answer => onAnswer({ consents: { ...draft.consents, [purpose]: answer as 'yes' | 'no' } })}
      />
    </QuestionPage>
  );
}

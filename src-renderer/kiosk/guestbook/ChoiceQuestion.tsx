import { ListChecks } from 'lucide-react';
import type { Choice } from '../../../src-main/profile/schema.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { TouchChoices } from '../../ui/TouchChoices.tsx';
import { frameWords } from '../../words/kiosk.ts';
import { answerWords, hintWords } from '../../words/kiosk-questions.ts';
import { useWords } from '../../words.ts';
import { TypedField } from '../typing/TypedField.tsx';
import type { QuestionParts } from './question-parts.ts';
import { QuestionPage } from './QuestionPage.tsx';
import { otherCode } from './rules.ts';

interface Props extends QuestionParts {
  options: readonly Choice[];
  field: 'education' | 'occupation' | 'institutionCategory' | 'purpose' | 'disability' | 'companionRelation';
  /** Where the words for *other* go. */
  otherField?: 'occupationOther' | 'institutionCategoryOther' | 'purposeOther';
  maySkip?: boolean;
}

/** One answer of a list: a press chooses and goes on. *Other* asks for words in place of the list. */
export function ChoiceQuestion({
  asked,
  draft,
  onChange,
  onAnswer,
  options,
  field,
  otherField,
  maySkip,
}: Props) {
  const { language, say } = useWords();
  const chosen = draft[field];
  const title = `${asked.id}-title`;

  if (otherField && chosen === otherCode)
    return (
      <QuestionPage
        {...asked}
        hint={say(hintWords.other)}
        aside={
          <TouchButton icon={ListChecks} onClick={() => onChange({ [field]: null })}>
            {say(answerWords.chooseAgain)}
          </TouchButton>
        }
      >
        <TypedField
          layout="text"
          value={draft[otherField]}
          onType={typed => onChange({ [otherField]: typed })}
          onEnter={() => onAnswer()}
          labelledBy={title}
          describedBy={`${asked.id}-hint`}
          invalid={asked.mend !== null}
        />
      </QuestionPage>
    );

  return (
    <QuestionPage
      {...asked}
      aside={
        maySkip && (
          <TouchButton onClick={() => onAnswer({ [field]: null })}>{say(frameWords.skip)}</TouchButton>
        )
      }
    >
      <TouchChoices
        labelledBy={title}
        columns={options.length > 5 ? 2 : 1}
        options={options.map(({ code, [language]: label }) => ({ value: code, label }))}
        chosen={chosen ? [chosen] : []}
        onPress={code =>
          otherField && code === otherCode ? onChange({ [field]: code }) : onAnswer({ [field]: code })
        }
      />
    </QuestionPage>
  );
}

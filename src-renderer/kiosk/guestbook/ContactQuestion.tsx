import { Mail, Phone } from 'lucide-react';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { answerWords } from '../../words/kiosk-questions.ts';
import { useWords } from '../../words.ts';
import { TypedField } from '../typing/TypedField.tsx';
import type { QuestionParts } from './question-parts.ts';
import { QuestionPage } from './QuestionPage.tsx';

const ways = [
  { way: 'phone', words: answerWords.phone, icon: Phone },
  { way: 'email', words: answerWords.email, icon: Mail },
] as const;

/** Phone or e-mail, whichever the visitor prefers; somebody who has neither goes on without. */
export function ContactQuestion({ asked, draft, onChange, onAnswer }: QuestionParts) {
  const { say } = useWords();
  // Who comes back after *neither* may still change their mind.
  const contact = draft.contact === 'none' ? 'phone' : draft.contact;
  return (
    <QuestionPage
      {...asked}
      aside={
        <TouchButton onClick={() => onAnswer({ contact: 'none' })}>{say(answerWords.noContact)}</TouchButton>
      }
    >
      <div className="k-tabs" role="group" aria-labelledby={`${asked.id}-title`}>
        {ways.map(({ way, words, icon }) => (
          <TouchButton
            key={way}
            icon={icon}
            aria-pressed={contact === way}
            onClick={() => onChange({ contact: way })}
          >
            {say(words)}
          </TouchButton>
        ))}
      </div>
      <TypedField
        key={contact}
        layout={contact}
        value={draft[contact]}
        onType={typed => onChange({ [contact]: typed })}
        onEnter={() => onAnswer()}
        labelledBy={`${asked.id}-title`}
        describedBy={`${asked.id}-hint`}
        invalid={asked.mend !== null}
      />
    </QuestionPage>
  );
}

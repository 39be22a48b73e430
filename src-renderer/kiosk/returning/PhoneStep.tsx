import { hintWords } from '../../words/kiosk-questions.ts';
import { returningWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';
import { TypedField } from '../typing/TypedField.tsx';

interface Props {
  which: 'phone' | 'year';
  value: string;
  mend: string | null;
  onType: (value: string) => void;
  onEnter: () => void;
}

const texts = {
  phone: { title: returningWords.phoneTitle, hint: returningWords.phoneText },
  year: { title: returningWords.yearTitle, hint: hintWords.birthYear },
};

export function PhoneStep({ which, value, mend, onType, onEnter }: Props) {
  const { say } = useWords();
  const { title, hint } = texts[which];
  return (
    <QuestionPage id={which} title={say(title)} hint={say(hint)} mend={mend}>
      <TypedField
        key={which}
        layout={which}
        value={value}
        onType={onType}
        onEnter={onEnter}
        labelledBy={`${which}-title`}
        describedBy={`${which}-hint`}
        invalid={mend !== null}
      />
    </QuestionPage>
  );
}

import { TouchButton } from '../../ui/TouchButton.tsx';
import { TouchChoices } from '../../ui/TouchChoices.tsx';
import { returningWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';

/** The second factor. "None of these" is an answer like the others, so that nobody learns whether one was right. */
export function InitialsStep({
  choices,
  onChoose,
}: {
  choices: string[];
  onChoose: (initials: string) => void;
}) {
  const { say } = useWords();
  return (
    <QuestionPage
      id="initials"
      title={say(returningWords.initialsTitle)}
      hint={say(returningWords.initialsText)}
      aside={<TouchButton onClick={() => onChoose('-')}>{say(returningWords.none)}</TouchButton>}
    >
      <TouchChoices
        labelledBy="initials-title"
        columns={2}
        options={choices.map(initials => ({ value: initials, label: initials }))}
        chosen={[]}
        onPress={onChoose}
      />
    </QuestionPage>
  );
}

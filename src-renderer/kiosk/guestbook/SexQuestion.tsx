import { Mars, Venus } from 'lucide-react';
import { TouchChoices } from '../../ui/TouchChoices.tsx';
import { answerWords } from '../../words/kiosk-questions.ts';
import { useWords } from '../../words.ts';
import type { QuestionParts } from './question-parts.ts';
import { QuestionPage } from './QuestionPage.tsx';

export function SexQuestion({ asked, draft, onAnswer }: QuestionParts) {
  const { say } = useWords();
  return (
    <QuestionPage {...asked}>
      <TouchChoices
        labelledBy={`${asked.id}-title`}
        options={[
          { value: 'female', label: say(answerWords.female), icon: Venus },
          { value: 'male', label: say(answerWords.male), icon: Mars },
        ]}
        chosen={draft.sex ? [draft.sex] : []}
        onPress={sex => onAnswer({ sex: sex as 'male' | 'female' })}
      />
    </QuestionPage>
  );
}

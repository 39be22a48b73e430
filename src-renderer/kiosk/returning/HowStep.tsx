import { ContactRound, Phone } from 'lucide-react';
import { TouchChoices } from '../../ui/TouchChoices.tsx';
import { returningWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';

export function HowStep({ onCard, onPhone }: { onCard: () => void; onPhone: () => void }) {
  const { say } = useWords();
  const card = { label: say(returningWords.card), hint: say(returningWords.cardHint), icon: ContactRound };
  const phone = { label: say(returningWords.phone), hint: say(returningWords.phoneHint), icon: Phone };
  return (
    <QuestionPage id="how" title={say(returningWords.title)} hint={say(returningWords.how)}>
      <TouchChoices
        labelledBy="how-title"
        options={[
          { value: 'card', ...card },
          { value: 'phone', ...phone },
        ]}
        chosen={[]}
        onPress={way => (way === 'card' ? onCard() : onPhone())}
      />
    </QuestionPage>
  );
}

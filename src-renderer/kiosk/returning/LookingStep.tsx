import { Hourglass } from 'lucide-react';
import { returningWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import '../guestbook/question.css';

export function LookingStep() {
  const { say } = useWords();
  return (
    <div className="k-wait k-late" role="status">
      <Hourglass aria-hidden strokeWidth={1.5} />
      <h1>{say(returningWords.looking)}</h1>
    </div>
  );
}

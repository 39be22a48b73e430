import { Hourglass } from 'lucide-react';
import { returningWords } from '../../words/kiosk.ts';
import { useWords, type Sentence } from '../../words.ts';
import '../guestbook/question.css';

/** While the station is being asked. */
export function LookingStep({ words = returningWords.looking }: { words?: Sentence }) {
  const { say } = useWords();
  return (
    <div className="k-wait k-late" role="status">
      <Hourglass aria-hidden strokeWidth={1.5} />
      <h1>{say(words)}</h1>
    </div>
  );
}

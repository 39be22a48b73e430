import { Hourglass, Sprout } from 'lucide-react';
import { waitWords } from '../../words/kiosk.ts';
import { wordsOf } from '../../words.ts';
import './frame.css';

const whys = {
  opening: { icon: Hourglass, title: waitWords.opening, text: waitWords.openingText },
  notSetUp: { icon: Sprout, title: waitWords.notSetUp, text: waitWords.notSetUpText },
};

/** Before the kiosk can serve anybody: calm words in both languages, and where to go meanwhile. */
export function QuietScreen({ why }: { why: keyof typeof whys }) {
  const { icon: Icon, title, text } = whys[why];
  const english = wordsOf('en');
  const indonesian = wordsOf('id');
  return (
    <main className="k-quiet k-late">
      <Icon aria-hidden strokeWidth={1.5} />
      <h1>{indonesian.say(title)}</h1>
      <p>{indonesian.say(text)}</p>
      <p lang="en">
        {english.say(title)}. {english.say(text)}
      </p>
    </main>
  );
}

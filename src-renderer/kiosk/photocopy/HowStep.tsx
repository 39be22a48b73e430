import { Minus, Plus } from 'lucide-react';
import { mostCopies } from '../../../src-main/photocopies/options.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { photocopyWords as words } from '../../words/kiosk-library.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';
import { useTurn } from '../session/turn.ts';
import type { Form } from './form.ts';

interface Props {
  form: Form;
  onChange: (part: Partial<Form>) => void;
}

/** Sets, paper and sides; every one has a likely answer already. */
export function HowStep({ form, onChange }: Props) {
  const { say } = useWords();
  const { office } = useTurn();
  const setCopies = (copies: number) => onChange({ copies: Math.min(mostCopies, Math.max(1, copies)) });
  return (
    <QuestionPage id="how" title={say(words.howTitle)}>
      <div className="k-how" role="group" aria-label={say(words.sets)}>
        <h2>{say(words.sets)}</h2>
        <div className="k-sets">
          <TouchButton icon={Minus} onClick={() => setCopies(form.copies - 1)}>
            <span className="said-only">{say(words.fewer)}</span>
          </TouchButton>
          <output>{form.copies}</output>
          <TouchButton icon={Plus} onClick={() => setCopies(form.copies + 1)}>
            <span className="said-only">{say(words.more)}</span>
          </TouchButton>
        </div>
      </div>
      <div className="k-how" role="group" aria-label={say(words.paper)}>
        <h2>{say(words.paper)}</h2>
        <div className="k-ways">
          {office.photocopy.papers.map(paper => (
            <TouchButton key={paper} aria-pressed={form.paper === paper} onClick={() => onChange({ paper })}>
              {paper.toUpperCase()}
            </TouchButton>
          ))}
        </div>
      </div>
      <div className="k-how" role="group" aria-label={say(words.sides)}>
        <h2>{say(words.sides)}</h2>
        <div className="k-ways">
          {[true, false].map(duplex => (
            <TouchButton
              key={String(duplex)}
              aria-pressed={form.duplex === duplex}
              onClick={() => onChange({ duplex })}
            >
              {say(duplex ? words.duplex : words.simplex)}
            </TouchButton>
          ))}
        </div>
      </div>
    </QuestionPage>
  );
}

import { Minus, Plus } from 'lucide-react';
import { useRef, useState, type RefObject } from 'react';
import { OnScreenKeyboard } from '../../ui/OnScreenKeyboard.tsx';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { answerWords, keyWords } from '../../words/kiosk-questions.ts';
import { useWords } from '../../words.ts';
import { layouts } from '../typing/layouts.ts';
import '../typing/typing.css';
import type { QuestionParts } from './question-parts.ts';
import { QuestionPage } from './QuestionPage.tsx';

const most = 999;

/** How many men and women: plus and minus for a few, digits for many. */
export function CountsQuestion({ asked, draft, onChange, onAnswer }: QuestionParts) {
  const { say } = useWords();
  const men = useRef<HTMLInputElement>(null);
  const women = useRef<HTMLInputElement>(null);
  const [writing, setWriting] = useState<'men' | 'women'>('men');

  const row = (who: 'men' | 'women', field: RefObject<HTMLInputElement | null>) => {
    const count = draft[who];
    const set = (next: number) => {
      setWriting(who);
      onChange({ [who]: Math.min(most, Math.max(0, next)) });
    };
    return (
      <div className="k-count" role="group" aria-label={say(answerWords[who])}>
        <span>{say(answerWords[who])}</span>
        <TouchButton icon={Minus} onClick={() => set(count - 1)}>
          <span className="said-only">{say(answerWords.fewer)}</span>
        </TouchButton>
        <input
          ref={field}
          type="text"
          inputMode="none"
          autoComplete="off"
          maxLength={3}
          aria-label={say(answerWords[who])}
          value={count === 0 ? '' : count}
          placeholder="0"
          onFocus={() => setWriting(who)}
          onChange={event => set(Number(event.target.value.replaceAll(/\D/g, '')))}
          onKeyDown={event => {
            if (event.key === 'Enter') onAnswer();
          }}
        />
        <TouchButton icon={Plus} onClick={() => set(count + 1)}>
          <span className="said-only">{say(answerWords.more)}</span>
        </TouchButton>
      </div>
    );
  };

  return (
    <QuestionPage
      {...asked}
      aside={
        <p className="k-total" role="status">
          {say(answerWords.total, { count: draft.men + draft.women })}
        </p>
      }
    >
      <div className="k-counts">
        {row('men', men)}
        {row('women', women)}
      </div>
      <OnScreenKeyboard
        pad
        rows={layouts.year.rows}
        field={writing === 'men' ? men : women}
        label={say(keyWords.pad)}
        names={{ space: say(keyWords.space), erase: say(keyWords.erase), shift: say(keyWords.shift) }}
      />
    </QuestionPage>
  );
}

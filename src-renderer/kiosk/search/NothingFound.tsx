import { BookmarkCheck, SearchX } from 'lucide-react';
import { useState } from 'react';
import { answer, api, Failure } from '../../api.ts';
import { sounds } from '../../ui/sounds.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { searchWords as words } from '../../words/kiosk-library.ts';
import { useWords } from '../../words.ts';

interface Props {
  text: string;
  filtered: boolean;
  onUnfilter: () => void;
}

/** What helps when nothing is found, and a wish for the librarian. */
export function NothingFound({ text, filtered, onUnfilter }: Props) {
  const { say } = useWords();
  return (
    <div className="k-nothing">
      <SearchX aria-hidden strokeWidth={1.5} />
      <h2>{text === '' ? say(words.nothingFilter) : say(words.nothing, { text })}</h2>
      <p className="k-hint">{say(words.nothingText)}</p>
      {filtered && <TouchButton onClick={onUnfilter}>{say(words.filterNone)}</TouchButton>}
      {text.length > 1 && <WantButton text={text} />}
    </div>
  );
}

/** Records once what was wanted and not found; only the words, not who asked. */
export function WantButton({ text, publicationId }: { text: string; publicationId?: string }) {
  const { say } = useWords();
  const [state, setState] = useState<'open' | 'sending' | 'done' | 'silent'>('open');
  const want = () => {
    setState('sending');
    answer(api.wanted.$post({ json: { text: text.slice(0, 120), publicationId } })).then(
      () => {
        sounds.accepted();
        setState('done');
      },
      (error: unknown) => {
        sounds.wrong();
        if (error instanceof Failure) setState('silent');
      },
    );
  };
  if (state === 'done')
    return (
      <p className="k-thanks" role="status">
        <BookmarkCheck aria-hidden />
        {say(words.wanted)}
      </p>
    );
  return (
    <>
      {state === 'silent' && (
        <p className="k-mend" role="alert">
          {say(words.silent)}
        </p>
      )}
      <TouchButton tone="main" onClick={state === 'sending' ? undefined : want}>
        {say(words.want)}
      </TouchButton>
    </>
  );
}

import type { ComponentType } from 'react';
import { answer, api } from '../../api.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { returningWords, waitWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';
import { useTurn } from '../session/turn.ts';
import { Frame } from './Frame.tsx';

/** A part of the kiosk that is fetched when it is wanted; a station that is silent then is told of, not waited for. */
export function orNotLoaded<Props>(
  loaded: Promise<{ default: ComponentType<Props> }>,
): Promise<{ default: ComponentType<Props> }> {
  return loaded.catch(() => ({ default: NotLoaded }));
}

function NotLoaded() {
  const { say } = useWords();
  const { wipe } = useTurn();
  // A browser never asks twice for a part that did not come, and a page of a silent station would be lost for good.
  const reload = () =>
    void answer(api.office.$get()).then(
      () => location.reload(),
      () => {},
    );
  return (
    <Frame back={wipe}>
      <QuestionPage id="not-loaded" title={say(returningWords.notYet)} hint={say(returningWords.silent)}>
        <TouchButton tone="main" onClick={reload}>
          {say(returningWords.again)}
        </TouchButton>
      </QuestionPage>
    </Frame>
  );
}

/** While such a part is on its way. */
export function LaterScreen() {
  const { say } = useWords();
  const { wipe } = useTurn();
  return (
    <Frame back={wipe}>
      <p className="k-late" role="status">
        {say(waitWords.opening)}
      </p>
    </Frame>
  );
}

import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { frameWords } from '../../words/kiosk.ts';
import { useWords, type Sentence } from '../../words.ts';
import './frame.css';
import { LookTools } from './LookTools.tsx';
import { TopBar } from './TopBar.tsx';

interface Props {
  children: ReactNode;
  back?: () => void;
  next?: { press: () => void; words?: Sentence };
}

/** Language and help on top, one thing in the middle, back and next at the foot. */
export function Frame({ children, back, next }: Props) {
  const { say } = useWords();
  return (
    <div className="k-frame">
      <TopBar />
      <main className="k-main">{children}</main>
      <footer className="k-bottom">
        {back && (
          <TouchButton className="k-back" icon={ArrowLeft} onClick={back}>
            {say(frameWords.back)}
          </TouchButton>
        )}
        <LookTools />
        {next && (
          <TouchButton className="k-next" tone="main" iconAfter={ArrowRight} onClick={next.press}>
            {say(next.words ?? frameWords.next)}
          </TouchButton>
        )}
      </footer>
    </div>
  );
}

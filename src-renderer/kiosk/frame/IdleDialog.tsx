import type { CSSProperties } from 'react';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { TouchDialog } from '../../ui/TouchDialog.tsx';
import { idleWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { useTurn } from '../session/turn.ts';

interface Props {
  secondsLeft: number;
  onStay: () => void;
  onWipe: () => void;
}

/** Somebody may have walked away: count down before everything on the screen is cleared. */
export function IdleDialog({ secondsLeft, onStay, onWipe }: Props) {
  const { say } = useWords();
  const { countdownSeconds } = useTurn().office.kiosk;
  const left = { '--left': `${(100 * secondsLeft) / countdownSeconds}%` } as CSSProperties;
  return (
    <TouchDialog
      role="alertdialog"
      title={say(idleWords.title)}
      onEscape={onStay}
      actions={
        <>
          <TouchButton onClick={onWipe}>{say(idleWords.wipe)}</TouchButton>
          <TouchButton tone="main" onClick={onStay} autoFocus>
            {say(idleWords.stay)}
          </TouchButton>
        </>
      }
    >
      <p>{say(idleWords.text, { seconds: secondsLeft })}</p>
      <div className="k-idle-bar" style={left} aria-hidden />
    </TouchDialog>
  );
}

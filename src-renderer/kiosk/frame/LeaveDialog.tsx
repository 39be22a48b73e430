import { TouchButton } from '../../ui/TouchButton.tsx';
import { TouchDialog } from '../../ui/TouchDialog.tsx';
import { leaveWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';

/** Going back past the first question would leave the answers to the next person, so they are cleared or kept. */
export function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const { say } = useWords();
  return (
    <TouchDialog
      title={say(leaveWords.title)}
      onEscape={onStay}
      actions={
        <>
          <TouchButton onClick={onLeave}>{say(leaveWords.yes)}</TouchButton>
          <TouchButton tone="main" onClick={onStay} autoFocus>
            {say(leaveWords.no)}
          </TouchButton>
        </>
      }
    >
      <p>{say(leaveWords.text)}</p>
    </TouchDialog>
  );
}

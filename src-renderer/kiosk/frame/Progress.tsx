import { frameWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';

export interface Steps {
  at: number;
  of: number;
}

export function Progress({ at, of }: Steps) {
  const { say } = useWords();
  return (
    <div className="k-progress">
      <span>{say(frameWords.step, { at, of })}</span>
      <span className="k-progress-bar" aria-hidden>
        {Array.from({ length: of }, (_, step) => (
          <i key={step} data-done={step < at || undefined} />
        ))}
      </span>
    </div>
  );
}

import { BellRing, CircleAlert, Clock3, Hourglass } from 'lucide-react';
import { promiseClock, stageWords } from '../../words/staff-board.ts';
import { useWords } from '../../words.ts';
import { clockText, stageOf } from './promise.ts';

const icons = { calm: Clock3, soon: Hourglass, urgent: BellRing, missed: CircleAlert };

/** The time left of the promise, in icon, word, figure and a bar that fills. */
export function PromiseClock({ waitingMs, promiseMs }: { waitingMs: number; promiseMs: number }) {
  const { say } = useWords();
  const stage = stageOf(waitingMs, promiseMs);
  const Icon = icons[stage];
  const share = Math.min(1, waitingMs / promiseMs);
  return (
    <div className={`promise promise-${stage}`} role="timer" aria-label={say(promiseClock)}>
      <span className="promise-words numbers">
        <Icon size={16} aria-hidden />
        {say(stageWords[stage], { time: clockText(promiseMs - waitingMs) })}
      </span>
      <span className="promise-bar" aria-hidden>
        <span style={{ transform: `scaleX(${share})` }} />
      </span>
    </div>
  );
}

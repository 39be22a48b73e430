import { useMoments } from '../moments.ts';

/** The share of visits that were served in time, as a bar and a figure. */
export function PromiseBar({ within, served }: { within: number; served: number }) {
  const { percent } = useMoments();
  const share = served === 0 ? 0 : within / served;
  return (
    <span className="promise">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
        <rect className="promise-ground" width="100" height="8" rx="4" />
        <rect
          className={share >= promiseGoal ? 'promise-kept' : 'promise-missed'}
          width={100 * share}
          height="8"
          rx="4"
        />
      </svg>
      <span>{percent(within, served)}</span>
    </span>
  );
}

/** Below it a bar is drawn as missed. */
const promiseGoal = 0.9;

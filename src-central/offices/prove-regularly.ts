/** Every office is proved once a week by the server itself, the longest unproved first, a little each hour. */
import type { Central } from '../central.ts';
import { proveDue } from './proofs-store.ts';

const hourMs = 3_600_000;
/** Of each hour: proving reads every byte, and stations come first. */
const budgetMs = 2 * 60_000;

/** @returns the function that stops it. */
export function proveRegularly(central: Central): () => void {
  let stopped = false;
  const attempt = () =>
    proveDue(central, () => stopped, budgetMs).catch((error: Error) =>
      central.log.error({ message: error.message }, 'proving failed'),
    );
  const timer = setInterval(() => void attempt(), hourMs).unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

/** A scanner that types like a keyboard, on screens without a field. What a person types is too slow and is dropped. */
import type { Wrapping } from '../../../src-main/codes/rules.ts';
import { scannedIn, scannedWithoutEnter, stumbleMs, type Key } from '../../ui/burst.ts';

const codeLength = 9;

/** @param onCode gets the raw characters. @returns the function that stops listening. */
export function listenForCard(wrapping: Wrapping, onCode: (typed: string) => void): () => void {
  const added = wrapping.prefix.length + wrapping.suffix.length;
  // Nobody types on a screen without a field; what is no card's code after all is told on the next one.
  const known = { lengths: [codeLength + added, codeLength], isCode: () => true };
  let keys: Key[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (text: string) => {
    keys = [];
    onCode(text);
  };
  const onPause = () => {
    const scan = scannedWithoutEnter(keys, known);
    if (scan) take(scan.text);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Shift') return;
    clearTimeout(timer);
    if (event.key === 'Enter' || event.key === 'Tab') {
      const scan = scannedIn(keys, event.timeStamp, known);
      keys = [];
      if (!scan) return;
      event.preventDefault();
      take(scan.text);
    } else if (event.key.length === 1) {
      keys.push({ key: event.key, at: event.timeStamp });
      timer = setTimeout(onPause, stumbleMs);
    } else {
      keys = [];
    }
  };
  addEventListener('keydown', onKey, { capture: true });
  return () => {
    clearTimeout(timer);
    removeEventListener('keydown', onKey, { capture: true });
  };
}

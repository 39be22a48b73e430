/**
 * A scanner that types like a keyboard, on screens without a field: keys in quick succession, then Enter.
 * What a person types is too slow and is dropped.
 */
const maxGapMs = 60;
const shortest = 6;

/** @returns the function that stops listening. */
export function listenForCard(onCode: (code: string) => void): () => void {
  let keys = '';
  let lastAt = 0;
  const onKey = (event: KeyboardEvent) => {
    const quick = event.timeStamp - lastAt <= maxGapMs;
    lastAt = event.timeStamp;
    if (event.key === 'Shift') return;
    if (event.key === 'Enter') {
      if (quick && keys.length >= shortest) {
        event.preventDefault();
        onCode(keys);
      }
      keys = '';
    } else if (event.key.length === 1) {
      keys = quick ? keys + event.key : event.key;
    } else {
      keys = '';
    }
  };
  addEventListener('keydown', onKey, { capture: true });
  return () => removeEventListener('keydown', onKey, { capture: true });
}

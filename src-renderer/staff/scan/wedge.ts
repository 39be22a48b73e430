/**
 * Listens to the whole page for a scanner that types. What the scanner types never stays in a form field:
 * keys into a text field are held for a moment, and given to the field only when they turn out to be a person's.
 */
import { maxGapMs, press, scanned, type Burst } from './burst.ts';

type TextBox = HTMLInputElement | HTMLTextAreaElement;
type Control = TextBox | HTMLSelectElement;

interface Under {
  control: Control;
  value: string;
}

const typable = /^(text|search|email|tel|url|password|number|)$/;

/** @param onScan gets the raw characters. @returns the function that stops listening. */
export function listenForScanner(onScan: (text: string) => void): () => void {
  let burst: Burst | null = null;
  let held = '';
  let under: Under | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Gives the held keys to the field they were meant for. */
  const release = () => {
    clearTimeout(timer);
    const text = held;
    held = '';
    if (text && under?.control === document.activeElement) document.execCommand('insertText', false, text);
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || ['Shift', 'CapsLock', 'NumLock', 'AltGraph'].includes(event.key)) return;
    if (event.key === 'Enter' || event.key === 'Tab') {
      const code = scanned(burst, event.timeStamp);
      if (code) {
        event.preventDefault();
        event.stopImmediatePropagation();
        clearTimeout(timer);
        held = '';
        takeBack(under);
        burst = null;
        onScan(code);
        return;
      }
    }
    const printable = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!printable) {
      release();
      burst = null;
      return;
    }
    const next = press(burst, event.key, event.timeStamp);
    if (!next.continues) {
      release();
      under = controlUnder(event);
    }
    burst = next.burst;
    if (!under || !isTextBox(under.control)) return;
    event.preventDefault();
    held += event.key;
    clearTimeout(timer);
    timer = setTimeout(release, maxGapMs + 10);
  };

  document.addEventListener('keydown', onKey, { capture: true });
  addEventListener('pointerdown', release, { capture: true });
  return () => {
    release();
    document.removeEventListener('keydown', onKey, { capture: true });
    removeEventListener('pointerdown', release, { capture: true });
  };
}

function controlUnder(event: KeyboardEvent): Under | null {
  const control = event.target;
  const known =
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement;
  return known ? { control, value: control.value } : null;
}

function isTextBox(control: Control): boolean {
  if (control instanceof HTMLSelectElement || control.readOnly || control.disabled) return false;
  return control instanceof HTMLTextAreaElement || typable.test(control.type);
}

/** Puts back what the field held before the scanner began, where a slow burst or a list box let some of it through. */
function takeBack(under: Under | null): void {
  if (!under || under.control.value === under.value) return;
  const proto = Object.getPrototypeOf(under.control) as Control;
  // React listens on the element's own setter; the prototype's setter makes it notice the change.
  Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(under.control, under.value);
  under.control.dispatchEvent(
    new Event(under.control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
  );
}

/**
 * Listens to the whole page for a scanner that types. What the scanner types never stays in a form field:
 * keys into a text field are held for a moment and given to it only when no scanner goes on; what slipped through
 * is taken back.
 */
import {
  maxGapMs,
  scannedIn,
  scannedWithoutEnter,
  stumbleMs,
  type Burst,
  type Key,
  type Known,
} from '../../ui/burst.ts';

type TextBox = HTMLInputElement | HTMLTextAreaElement;
type Control = TextBox | HTMLSelectElement;

/** A key, with what its field held before it: its value, and keys of a person still on their way into it. */
interface Press extends Key {
  control: Control | null;
  value: string;
  held: string;
}

const typable = /^(text|search|email|tel|url|password|number|)$/;
const ignored = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph']);

/** @param onScan gets the raw characters. @returns the function that stops listening. */
export function listenForScanner(known: Known, onScan: (text: string) => void): () => void {
  let presses: Press[] = [];
  let held = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Until then an Enter is the scanner's: a second one, or one that comes late. */
  let scannersUntil = 0;

  /** Gives the held keys to the field they were meant for. */
  const release = () => {
    clearTimeout(timer);
    const text = held;
    held = '';
    if (text && presses.at(-1)?.control === document.activeElement) insert(text);
  };

  const take = ({ from, text }: Burst) => {
    clearTimeout(timer);
    held = '';
    takeBack(presses[from]!);
    presses = [];
    onScan(text);
  };

  const onPause = () => {
    const scan = scannedWithoutEnter(presses, known);
    if (!scan) return release();
    scannersUntil = presses.at(-1)!.at + stumbleMs;
    take(scan);
  };

  /** Of a scanner, and not a person's on a field or button. */
  const endsScan = (event: KeyboardEvent): boolean => {
    if (event.timeStamp < scannersUntil) return true;
    const scan = scannedIn(presses, event.timeStamp, known);
    if (scan) {
      scannersUntil = event.timeStamp + maxGapMs;
      take(scan);
      return true;
    }
    // What two scanners at once leave behind must not press the button that has the focus.
    const last = presses.at(-1);
    return last !== undefined && event.timeStamp - last.at <= maxGapMs && !last.control;
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || ignored.has(event.key)) return;
    if ((event.key === 'Enter' || event.key === 'Tab') && endsScan(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const printable = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!printable) {
      release();
      presses = [];
      return;
    }
    const pause = event.timeStamp - (presses.at(-1)?.at ?? -Infinity);
    if (pause > maxGapMs) release();
    if (pause > stumbleMs) presses = [];
    const control = controlOf(event.target);
    presses.push({ key: event.key, at: event.timeStamp, control, value: control?.value ?? '', held });
    clearTimeout(timer);
    timer = setTimeout(onPause, maxGapMs + 10);
    if (!control || !isTextBox(control)) return;
    event.preventDefault();
    held += event.key;
  };

  document.addEventListener('keydown', onKey, { capture: true });
  addEventListener('pointerdown', release, { capture: true });
  return () => {
    release();
    document.removeEventListener('keydown', onKey, { capture: true });
    removeEventListener('pointerdown', release, { capture: true });
  };
}

/** As if typed: at the caret, over a selection, within its longest length, undone by Ctrl+Z. */
function insert(text: string): void {
  document.execCommand('insertText', false, text);
}

function controlOf(target: EventTarget | null): Control | null {
  const known =
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement;
  return known ? target : null;
}

function isTextBox(control: Control): control is TextBox {
  if (control instanceof HTMLSelectElement || control.readOnly || control.disabled) return false;
  return control instanceof HTMLTextAreaElement || typable.test(control.type);
}

/** Puts a field back to where it was before the scanner's first key, and hands on what a person had typed. */
function takeBack({ control, value, held }: Press): void {
  if (!control) return;
  if (control.value !== value) {
    // React listens on the element's own setter; the prototype's makes it notice the change.
    const proto = Object.getPrototypeOf(control) as Control;
    Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(control, value);
    control.dispatchEvent(
      new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  }
  if (held && isTextBox(control) && control === document.activeElement) insert(held);
}

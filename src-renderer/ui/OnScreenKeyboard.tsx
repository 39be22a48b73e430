import { useCallback, useMemo, useState, type RefObject } from 'react';
import { KeyboardReact as Keyboard } from 'react-simple-keyboard';
import './on-screen-keyboard.css';

interface Props {
  /** Rows of keys divided by spaces; `{shift}`, `{bksp}`, `{space}` are the keys without a letter. */
  rows: string[];
  /** The field that is written into; it keeps the focus and the caret. */
  field: RefObject<HTMLInputElement | null>;
  label: string;
  names: { space: string; erase: string; shift: string };
  /** The next letter is a capital one, unless the visitor says otherwise. */
  capital?: boolean;
  pad?: boolean;
}

const picture = (path: string) =>
  `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;
const pictures = {
  '{bksp}': picture(
    '<path d="M10 5a2 2 0 0 0-1.344.519l-6.328 5.74a1 1 0 0 0 0 1.481l6.328 5.741A2 2 0 0 0 10 19h10a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2z"/><path d="m12 9 6 6"/><path d="m18 9-6 6"/>',
  ),
  '{shift}': picture(
    '<path d="M9 13a1 1 0 0 0-1-1H5.061a1 1 0 0 1-.75-1.811l6.836-6.835a1.207 1.207 0 0 1 1.707 0l6.835 6.835a1 1 0 0 1-.75 1.811H16a1 1 0 0 0-1 1v6a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1z"/>',
  ),
};

/**
 * A keyboard of the page itself, which types into a field as a physical one would: at the caret, replacing what is
 * selected, with an input event that any form hears. Both can be used in turn.
 */
export function OnScreenKeyboard({ rows, field, label, names, capital = false, pad }: Props) {
  const [shifted, setShifted] = useState(false);
  const upper = capital !== shifted;
  const { space, erase, shift } = names;
  // The keys are laid anew whenever one of these is another object: not for every letter.
  const layout = useMemo(() => ({ default: rows, upper: rows.map(capitals) }), [rows]);
  const display = useMemo(() => ({ ...pictures, '{space}': space }), [space]);
  const buttonTheme = useMemo(() => wordKeys(rows), [rows]);
  const buttonAttributes = useMemo(
    () => [
      { attribute: 'aria-label', value: erase, buttons: '{bksp}' },
      { attribute: 'aria-label', value: shift, buttons: '{shift}' },
      { attribute: 'aria-pressed', value: String(upper), buttons: '{shift}' },
    ],
    [erase, shift, upper],
  );
  const press = useCallback(
    (key: string) => {
      if (key === '{shift}') return setShifted(was => !was);
      setShifted(false);
      if (field.current) type(field.current, key === '{space}' ? ' ' : key);
    },
    [field],
  );

  return (
    <div className="osk" role="group" aria-label={label} data-pad={pad || undefined}>
      <Keyboard
        baseClass="osk-keys"
        theme=""
        layout={layout}
        layoutName={upper ? 'upper' : 'default'}
        display={display}
        mergeDisplay
        useButtonTag
        preventMouseDownDefault
        onKeyPress={press}
        onRender={passOver}
        buttonAttributes={buttonAttributes}
        buttonTheme={buttonTheme}
      />
    </div>
  );
}

/** Keys with a word on them, such as `.com`, are set smaller. */
function wordKeys(rows: string[]): { class: string; buttons: string }[] {
  const words = rows.flatMap(row => row.split(' ')).filter(key => key.length > 1 && !key.startsWith('{'));
  return words.length > 0 ? [{ class: 'osk-word', buttons: words.join(' ') }] : [];
}

/** Who has a keyboard to move the focus with types on that. */
function passOver(keyboard?: { keyboardDOM: HTMLElement }): void {
  for (const key of keyboard?.keyboardDOM.querySelectorAll('button') ?? []) key.tabIndex = -1;
}

/** Keys of one letter only: `.com` and `{bksp}` stay as they are. */
function capitals(row: string): string {
  return row.replaceAll(/(?<=^| )\p{L}(?=$| )/gu, letter => letter.toUpperCase());
}

function type(field: HTMLInputElement, text: string): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  if (text === '{bksp}') {
    if (end === 0) return;
    const before = start === end ? Math.max(0, start - 1) : start;
    field.setRangeText('', before, end, 'end');
  } else {
    if (field.maxLength > 0 && field.value.length - (end - start) + text.length > field.maxLength) return;
    field.setRangeText(text, start, end, 'end');
  }
  field.focus({ preventScroll: true });
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

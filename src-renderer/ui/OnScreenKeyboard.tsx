import { ArrowBigUp, Delete } from 'lucide-react';
import {
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import './on-screen-keyboard.css';

interface Props {
  /** Rows of keys divided by spaces; `{shift}`, `{bksp}`, `{space}` are the keys without a letter, `{none}` is a gap. */
  rows: string[];
  /** The field that is written into; it keeps the focus and the caret. */
  field: RefObject<HTMLInputElement | null>;
  label: string;
  names: { space: string; erase: string; shift: string };
  /** The next letter is a capital one, unless the visitor says otherwise. */
  capital?: boolean;
  pad?: boolean;
}

/** A key that is held down types again and again, as on any keyboard. */
const repeat = { afterMs: 500, everyMs: 100 };

/**
 * A keyboard of the page itself, which types into a field as a physical one would: at the caret, replacing what is
 * selected, with an input event that any form hears. Both can be used in turn.
 */
export function OnScreenKeyboard({ rows, field, label, names, capital = false, pad }: Props) {
  const [shifted, setShifted] = useState(false);
  const upper = capital !== shifted;
  const layout = useMemo(() => rows.map(row => row.split(' ')), [rows]);
  const { press, letGo } = useHeldKey(
    useCallback(
      (key: string) => {
        if (key === '{shift}') return setShifted(was => !was);
        setShifted(false);
        if (field.current) type(field.current, key === '{space}' ? ' ' : key);
      },
      [field],
    ),
  );

  return (
    <div className="osk" role="group" aria-label={label} data-pad={pad || undefined}>
      {layout.map(keys => (
        <div className="osk-row" key={keys.join(' ')}>
          {keys.map(key => {
            const given = { onPress: press, onLetGo: letGo };
            if (key === '{none}') return <span key={key} />;
            if (key === '{shift}')
              return (
                <Key key={key} {...given} code={key} name={names.shift} pressed={upper}>
                  <ArrowBigUp aria-hidden />
                </Key>
              );
            if (key === '{bksp}')
              return (
                <Key key={key} {...given} code={key} name={names.erase}>
                  <Delete aria-hidden />
                </Key>
              );
            if (key === '{space}')
              return (
                <Key key={key} {...given} code={key}>
                  {names.space}
                </Key>
              );
            const shown = upper && key.length === 1 ? key.toUpperCase() : key;
            return (
              <Key key={key} {...given} code={shown}>
                {shown}
              </Key>
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface KeyProps {
  code: string;
  /** Where the key shows a picture. */
  name?: string;
  pressed?: boolean;
  onPress: (code: string) => void;
  onLetGo: () => void;
  children: ReactNode;
}

const kinds: Record<string, string> = { '{shift}': 'shift', '{bksp}': 'erase', '{space}': 'space' };

/** Types when it is touched, not when it is let go. Who has a keyboard to move the focus with types on that. */
const Key = memo(function Key({ code, name, pressed, onPress, onLetGo, children }: KeyProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      data-key={kinds[code] ?? (code.length > 1 ? 'word' : undefined)}
      aria-label={name}
      aria-pressed={pressed}
      // The field keeps the focus.
      onMouseDown={event => event.preventDefault()}
      onPointerDown={event => {
        if (event.button === 0) onPress(code);
      }}
      onPointerUp={onLetGo}
      onPointerLeave={onLetGo}
      onPointerCancel={onLetGo}
      // Of a screen reader, which touches nothing.
      onClick={event => {
        if (event.detail !== 0) return;
        onPress(code);
        onLetGo();
      }}
    >
      {children}
    </button>
  );
});

function useHeldKey(strike: (key: string) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const letGo = useCallback(() => clearTimeout(timer.current), []);
  useEffect(() => letGo, [letGo]);
  const press = useCallback(
    (key: string) => {
      const again = () => {
        strike(key);
        timer.current = setTimeout(again, repeat.everyMs);
      };
      letGo();
      strike(key);
      if (key !== '{shift}') timer.current = setTimeout(again, repeat.afterMs);
    },
    [strike, letGo],
  );
  return { press, letGo };
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

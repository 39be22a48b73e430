import { Delete } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import './pin-pad.css';

interface Props {
  value: string;
  onChange: (value: string) => void;
  /** Called once the last digit is in. */
  onComplete?: (value: string) => void;
  length?: number;
  disabled?: boolean;
  /** Takes digits typed anywhere on the page, so that no field need be pressed first. */
  listens?: boolean;
  words: {
    label: string;
    digit: (n: number) => string;
    back: string;
    filled: (n: number, of: number) => string;
  };
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', 'back'];

/** A secret of digits, pressed on the pad or typed; shows how many are in and never which. */
export function PinPad({ value, onChange, onComplete, length = 6, disabled, listens, words }: Props) {
  const put = (key: string) => {
    if (disabled) return;
    if (key === 'back') return onChange(value.slice(0, -1));
    if (value.length >= length) return;
    const next = value + key;
    onChange(next);
    if (next.length === length) onComplete?.(next);
  };
  const typed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
    const key = /^\d$/.test(event.key) ? event.key : event.key === 'Backspace' ? 'back' : null;
    if (!key) return;
    event.preventDefault();
    put(key);
  });
  useEffect(() => {
    if (!listens) return;
    const listen = (event: KeyboardEvent) => typed(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [listens]);
  return (
    <div className="pin" role="group" aria-label={words.label}>
      <div className="pin-dots" role="status" aria-label={words.filled(value.length, length)}>
        {Array.from({ length }, (_, index) => (
          <span key={index} className={index < value.length ? 'pin-dot pin-dot-in' : 'pin-dot'} />
        ))}
      </div>
      <div className="pin-keys">
        {keys.map((key, index) =>
          key === '' ? (
            <span key={index} />
          ) : (
            <button
              key={index}
              type="button"
              className="pin-key"
              aria-label={key === 'back' ? words.back : words.digit(Number(key))}
              aria-disabled={disabled || undefined}
              onClick={() => put(key)}
            >
              {key === 'back' ? <Delete size={24} aria-hidden /> : key}
            </button>
          ),
        )}
      </div>
    </div>
  );
}

import { Check, ChevronRight, type LucideIcon } from 'lucide-react';
import type { CSSProperties } from 'react';
import './touch.css';

export interface TouchOption {
  value: string;
  label: string;
  hint?: string;
  icon?: LucideIcon;
}

interface Props {
  /** Element that names the group, usually the question. */
  labelledBy: string;
  options: readonly TouchOption[];
  chosen: readonly string[];
  /** Several may be chosen: a square mark instead of a round one. */
  many?: boolean;
  columns?: number;
  onPress: (value: string) => void;
}

/**
 * Large answers. They are toggle buttons and not radio buttons, because a press on the answer that is already
 * chosen must count too: it means "yes, go on".
 */
export function TouchChoices({ labelledBy, options, chosen, many, columns = 1, onPress }: Props) {
  return (
    <div
      role="group"
      aria-labelledby={labelledBy}
      className="t-choices"
      style={{ '--columns': columns } as CSSProperties}
    >
      {options.map(({ value, label, hint, icon: Icon }) => (
        <button
          key={value}
          type="button"
          className="t-choice"
          aria-pressed={chosen.includes(value)}
          onClick={() => onPress(value)}
        >
          {Icon && <Icon aria-hidden />}
          <span className="t-choice-words">
            {label}
            {hint && <small>{hint}</small>}
          </span>
          <span className="t-choice-mark" data-many={many || undefined} aria-hidden>
            {many || chosen.includes(value) ? <Check /> : <ChevronRight />}
          </span>
        </button>
      ))}
    </div>
  );
}

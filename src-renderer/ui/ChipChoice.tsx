import type { LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import './field.css';

export interface ChipOption<T extends string> {
  value: T;
  label: ReactNode;
  icon?: LucideIcon;
}

interface Props<T extends string> {
  label: ReactNode;
  /** The label is said but not shown. */
  labelHidden?: boolean;
  options: readonly ChipOption<T>[];
  size?: 'small' | 'normal';
}

interface One<T extends string> extends Props<T> {
  value: T | null;
  onPick: (value: T) => void;
}

/** One of a few: real radio buttons drawn as chips, so that arrows move between them. */
export function ChipChoice<T extends string>({ value, onPick, ...props }: One<T>) {
  return <Chips {...props} type="radio" isOn={one => one === value} onToggle={onPick} />;
}

interface Many<T extends string> extends Props<T> {
  values: readonly T[];
  onPick: (values: T[]) => void;
}

/** Some of a few: real checkboxes drawn as chips. */
export function ChipChoices<T extends string>({ values, onPick, ...props }: Many<T>) {
  const toggle = (one: T) =>
    onPick(values.includes(one) ? values.filter(other => other !== one) : [...values, one]);
  return <Chips {...props} type="checkbox" isOn={one => values.includes(one)} onToggle={toggle} />;
}

interface Drawn<T extends string> extends Props<T> {
  type: 'radio' | 'checkbox';
  isOn: (value: T) => boolean;
  onToggle: (value: T) => void;
}

function Chips<T extends string>({
  label,
  labelHidden,
  options,
  size = 'normal',
  type,
  isOn,
  onToggle,
}: Drawn<T>) {
  const name = useId();
  return (
    <fieldset className="chips">
      <legend className={labelHidden ? 'said-only' : 'chips-label'}>{label}</legend>
      <div className="chips-list">
        {options.map(({ value, label: text, icon: Icon }) => (
          <label key={value} className={`chip chip-${size}`}>
            <input
              type={type}
              name={name}
              value={value}
              checked={isOn(value)}
              onChange={() => onToggle(value)}
            />
            {Icon && <Icon size={16} aria-hidden />}
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import './field.css';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do; null when nothing is. */
  error?: string | null | undefined;
  /** Stands after the label, such as "optional". */
  aside?: ReactNode;
  className?: string;
  children: (ids: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  }) => ReactNode;
}

/** A label above its control, with a hint and a sentence on what is wrong. */
export function Field({ label, hint, error, aside, className = '', children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`field ${error ? 'field-wrong' : ''} ${className}`}>
      <label htmlFor={id}>
        {label}
        {aside && <span className="field-aside">{aside}</span>}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

type Common = Omit<FieldProps, 'children'>;

export function TextField({
  label,
  hint,
  error,
  aside,
  className,
  onText,
  ...input
}: Common & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & { onText: (text: string) => void }) {
  return (
    <Field {...{ label, hint, error, aside, className }}>
      {ids => <input autoComplete="off" {...input} {...ids} onChange={event => onText(event.target.value)} />}
    </Field>
  );
}

export function AreaField({
  label,
  hint,
  error,
  aside,
  className,
  onText,
  ...area
}: Common &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> & { onText: (text: string) => void }) {
  return (
    <Field {...{ label, hint, error, aside, className }}>
      {ids => <textarea rows={3} {...area} {...ids} onChange={event => onText(event.target.value)} />}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  error,
  aside,
  className,
  onPick,
  children,
  ...select
}: Common & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> & { onPick: (value: string) => void }) {
  return (
    <Field {...{ label, hint, error, aside, className }}>
      {ids => (
        <select {...select} {...ids} onChange={event => onPick(event.target.value)}>
          {children}
        </select>
      )}
    </Field>
  );
}

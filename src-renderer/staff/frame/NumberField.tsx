import { useState } from 'react';
import { TextField } from '../../ui/Field.tsx';
import { useWords, type Sentence } from '../../words.ts';

interface Props {
  label: Sentence;
  hint?: Sentence;
  value: number | null;
  error?: string | null;
  /** NaN for an empty field, which no schema accepts. */
  onNumber: (value: number) => void;
}

/** A whole number in digits; what is typed stays as typed. */
export function NumberField({ label, hint, value, error, onNumber }: Props) {
  const { say } = useWords();
  const [typed, setTyped] = useState(() => (value === null || Number.isNaN(value) ? '' : String(value)));
  return (
    <TextField
      className="field-number"
      label={say(label)}
      hint={hint && say(hint)}
      inputMode="numeric"
      maxLength={4}
      value={typed}
      error={error}
      onText={text => {
        const digits = text.replaceAll(/\D/g, '');
        setTyped(digits);
        onNumber(digits === '' ? Number.NaN : Number(digits));
      }}
    />
  );
}

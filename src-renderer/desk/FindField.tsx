import { Search } from 'lucide-react';
import { useState } from 'react';
import { desk } from '../words/desk.ts';
import { useWords } from '../words.ts';
import './list.css';

interface Props {
  /** Read out, and shown where nothing is typed. */
  label: string;
  placeholder?: string;
  text: string;
  onText: (text: string) => void;
  className?: string;
}

/** The box in which a list is searched. */
export function FindField({ label, placeholder = label, text, onText, className = '' }: Props) {
  return (
    <label className={`search ${className}`}>
      <Search size={18} aria-hidden />
      <span className="said-only">{label}</span>
      <input
        type="search"
        placeholder={placeholder}
        maxLength={200}
        value={text}
        onChange={event => onText(event.target.value)}
      />
    </label>
  );
}

/** Narrows a list that is here whole to the rows in whose text every word stands that was typed. */
export function useNarrowed<Row>(rows: readonly Row[], textOf: (row: Row) => string) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return {
    field: <FindField label={say(desk.findInList)} text={text} onText={setText} />,
    rows: rows.filter(row => {
      const whole = textOf(row).toLowerCase();
      return words.every(word => whole.includes(word));
    }),
  };
}

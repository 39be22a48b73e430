import { useEffect, useRef } from 'react';
import { OnScreenKeyboard } from '../../ui/OnScreenKeyboard.tsx';
import { focusWhenPainted } from '../../ui/focus.ts';
import { keyWords } from '../../words/kiosk-questions.ts';
import { useWords } from '../../words.ts';
import { layouts, type Layout } from './layouts.ts';
import './typing.css';

interface Props {
  layout: Layout;
  value: string;
  onType: (value: string) => void;
  onEnter: () => void;
  /** Ids of the question and of its hint. */
  labelledBy: string;
  describedBy?: string;
  invalid?: boolean;
}

const lengths: Record<Layout, number> = {
  name: 100,
  text: 120,
  email: 120,
  code: 20,
  phone: 24,
  year: 4,
  search: 120,
  pages: 120,
};

/** A field with its own keyboard under it. A physical keyboard types into it as well, wherever the focus is. */
export function TypedField({ layout, value, onType, onEnter, labelledBy, describedBy, invalid }: Props) {
  const { say } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const { rows, pad } = layouts[layout];

  useEffect(() => {
    const input = field.current;
    input?.setSelectionRange(input.value.length, input.value.length);
    focusWhenPainted(input);
    const onKey = (event: KeyboardEvent) => {
      const plain = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
      const elsewhere = !(event.target instanceof HTMLInputElement) && event.key !== ' ';
      if (plain && elsewhere && !document.querySelector('dialog[open]')) field.current?.focus();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [layout]);
  useEffect(() => {
    if (invalid) focusWhenPainted(field.current);
  }, [invalid]);

  return (
    <div className="k-typing" data-pad={pad}>
      <input
        ref={field}
        type="text"
        inputMode="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={lengths[layout]}
        value={value}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onChange={event => onType(cleaned(layout, event.target.value))}
        onKeyDown={event => {
          if (event.key === 'Enter') onEnter();
        }}
      />
      <OnScreenKeyboard
        rows={rows}
        pad={pad}
        field={field}
        label={say(pad ? keyWords.pad : keyWords.board)}
        names={{ space: say(keyWords.space), erase: say(keyWords.erase), shift: say(keyWords.shift) }}
        capital={layout === 'name' || layout === 'text' ? /(^|[\s.])$/.test(value) : false}
      />
    </div>
  );
}

/** What a physical keyboard may type more than the keys on the screen. */
function cleaned(layout: Layout, text: string): string {
  switch (layout) {
    case 'year':
      return text.replaceAll(/\D/g, '').slice(0, 4);
    case 'phone':
      return text.replaceAll(/[^\d+\s().-]/g, '');
    case 'code':
      return text.toUpperCase();
    case 'email':
      return text.replaceAll(/\s/g, '');
    case 'pages':
      return text.replaceAll(/[^\d,;\s–-]/g, '');
    case 'search':
    case 'name':
    case 'text':
      return text.replace(/^\s+/, '');
  }
}

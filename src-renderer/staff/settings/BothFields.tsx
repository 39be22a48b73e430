import { useState } from 'react';
import type { Both } from '../../../src-main/profile/schema.ts';
import { AreaField } from '../../ui/Field.tsx';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords, type Sentence } from '../../words.ts';

interface BothProps {
  label: Sentence;
  value: Both;
  rows?: number;
  error: string | null;
  onValue: (value: Both) => void;
}

/** One text in both languages, side by side. */
export function BothField({ label, value, rows = 3, error, onValue }: BothProps) {
  const { say } = useWords();
  return (
    <div className="pair">
      <AreaField
        label={`${say(label)} · ${say(words.indonesian)}`}
        rows={rows}
        value={value.id}
        error={error}
        onText={id => onValue({ ...value, id })}
      />
      <AreaField
        label={`${say(label)} · ${say(words.english)}`}
        lang="en"
        rows={rows}
        value={value.en}
        onText={en => onValue({ ...value, en })}
      />
    </div>
  );
}

interface LinesProps {
  label: Sentence;
  value: Both[];
  error: string | null;
  onValue: (value: Both[]) => void;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);

/** A list of texts in both languages, one a line; handed on only while both have as many lines. */
export function BothLines({ label, value, error, onValue }: LinesProps) {
  const { say } = useWords();
  const [id, setId] = useState(() => value.map(one => one.id).join('\n'));
  const [en, setEn] = useState(() => value.map(one => one.en).join('\n'));
  const [a, b] = [linesOf(id), linesOf(en)];
  const tell = (nextId: string, nextEn: string) => {
    const [ids, ens] = [linesOf(nextId), linesOf(nextEn)];
    // Uneven lists carry an empty half, so that saving is refused until they pair up.
    const length = Math.max(ids.length, ens.length);
    onValue(Array.from({ length }, (_, index) => ({ id: ids[index] ?? '', en: ens[index] ?? '' })));
  };
  const uneven = a.length !== b.length ? say(words.linesDiffer, { a: a.length, b: b.length }) : error;
  const rows = Math.max(3, a.length + 1);
  return (
    <div className="pair">
      <AreaField
        label={`${say(label)} · ${say(words.indonesian)}`}
        hint={say(words.oneALine)}
        error={uneven}
        rows={rows}
        value={id}
        onText={text => {
          setId(text);
          tell(text, en);
        }}
      />
      <AreaField
        label={`${say(label)} · ${say(words.english)}`}
        lang="en"
        rows={rows}
        value={en}
        onText={text => {
          setEn(text);
          tell(id, text);
        }}
      />
    </div>
  );
}

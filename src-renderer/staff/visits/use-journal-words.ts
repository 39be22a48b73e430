import { journalWords } from '../../words/staff-journal.ts';
import { stateWords } from '../../words/staff-board.ts';
import { softcopyWords } from '../../words/staff-softcopies.ts';
import { useWords } from '../../words.ts';
import { clockText } from '../board/promise.ts';
import { useChoiceWords } from '../use-choice-words.ts';

interface Entry {
  what: string;
  /** JSON */
  data: string;
}

/** A journal entry as a sentence; one whose kind is not known yet is shown by its name rather than hidden. */
export function useJournalWords(): (entry: Entry) => string {
  const { say, day } = useWords();
  const { choice, service } = useChoiceWords();

  const shown = (key: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map(one => shown(key, one)).join(', ');
    if (typeof value === 'number') return key.endsWith('Ms') ? clockText(value) : String(value);
    if (typeof value !== 'string') return '–';
    if (key === 'onDay') return day(`${value}T12:00:00`);
    if (key === 'problem') return say(softcopyWords.problems[value] ?? { id: value, en: value });
    if (key === 'service' || key === 'services') return service(value);
    if (key === 'cardKind') return choice('cards', value);
    if ((key === 'from' || key === 'to') && value in stateWords) return say(stateWords[value as 'waiting']);
    const word = journalWords.values[value];
    return word ? say(word) : value;
  };

  return ({ what, data }) => {
    const facts = JSON.parse(data) as Record<string, unknown>;
    const sentence =
      journalWords.happenings[`${what}/${variantOf(what, facts)}`] ?? journalWords.happenings[what];
    if (!sentence) return what;
    const values = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, shown(key, value)]));
    if (typeof facts.reason === 'string') {
      const list =
        what === 'visit.left' ? 'leftReasons' : what === 'visit.breach-explained' ? 'breachReasons' : null;
      if (list) values.reason = choice(list, facts.reason);
    }
    return say(sentence, values);
  };
}

function variantOf(what: string, facts: Record<string, unknown>): string {
  if (what !== 'custody.taken') return String(facts.release ?? facts.choice ?? facts.kind);
  return facts.pocket === null ? 'no-card' : facts.locker === null ? 'no-locker' : 'both';
}

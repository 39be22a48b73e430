import type { SearchResult } from '../../../src-main/search/schema.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { TouchDialog } from '../../ui/TouchDialog.tsx';
import { searchWords as words } from '../../words/kiosk-library.ts';
import { kindWords, subjectWords, wordOf } from '../../words/publications.ts';
import { useWords, type Sentence } from '../../words.ts';
import { noFilters, type Filters } from './use-search.ts';

interface Props {
  facets: SearchResult['facets'];
  filters: Filters;
  onChange: (filters: Filters) => void;
  onClose: () => void;
}

/** The most frequent of each; more would be a wall to somebody who stands. */
const mostShown = 8;

type Key = 'years' | 'areas' | 'subjects' | 'kinds';

/** What the results can be narrowed by. Every press counts at once; the results wait behind. */
export function FilterDialog({ facets, filters, onChange, onClose }: Props) {
  const { say } = useWords();
  const groups: { key: Key; title: Sentence; options: { value: string | number; label: string }[] }[] = [
    {
      key: 'years',
      title: words.years,
      options: facets.years.map(({ value }) => ({ value, label: String(value) })),
    },
    {
      key: 'areas',
      title: words.areas,
      options: facets.areas.map(({ value, name }) => ({ value, label: name ?? value })),
    },
    {
      key: 'subjects',
      title: words.subjects,
      options: facets.subjects.map(({ value }) => ({ value, label: say(wordOf(subjectWords, value)) })),
    },
    {
      key: 'kinds',
      title: words.kinds,
      options: facets.kinds.map(({ value }) => ({ value, label: say(wordOf(kindWords, value)) })),
    },
  ];
  const toggle = (key: Key, value: string | number) => {
    const chosen: (string | number)[] = filters[key];
    const next = chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value];
    onChange({ ...filters, [key]: next });
  };
  return (
    <TouchDialog
      title={say(words.filterTitle)}
      onEscape={onClose}
      actions={
        <>
          <TouchButton onClick={() => onChange(noFilters)}>{say(words.filterNone)}</TouchButton>
          <TouchButton tone="main" onClick={onClose}>
            {say(words.filterDone)}
          </TouchButton>
        </>
      }
    >
      <div className="k-facets">
        <TouchButton
          aria-pressed={filters.printed}
          onClick={() => onChange({ ...filters, printed: !filters.printed })}
        >
          {say(words.printed)}
        </TouchButton>
        {groups.map(({ key, title, options }) => {
          const chosen: (string | number)[] = filters[key];
          const shown = options.filter((one, at) => at < mostShown || chosen.includes(one.value));
          if (shown.length === 0) return null;
          return (
            <div key={key} role="group" aria-label={say(title)}>
              <h3>{say(title)}</h3>
              <div className="k-chips">
                {shown.map(({ value, label }) => (
                  <TouchButton
                    key={value}
                    aria-pressed={chosen.includes(value)}
                    onClick={() => toggle(key, value)}
                  >
                    {label}
                  </TouchButton>
                ))}
              </div>
            </div>
          );
        })}
      </div>
    </TouchDialog>
  );
}

import type { SearchResult } from '../../../src-main/search/schema.ts';
import { kinds, subjects } from '../../../src-main/catalogue/schema.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { kindWords, subjectWords, wordOf } from '../../words/publications.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords, type Sentence } from '../../words.ts';
import { isFiltered, noFilters, type Filters } from './publication-reads.ts';

interface Props {
  filters: Filters;
  facets: SearchResult['facets'] | null;
  onFilter: (filters: Filters) => void;
}

interface Option {
  value: string;
  text: string;
  count: number | null;
}

/** What the list can be narrowed by, each value with how many publications it leaves. */
export function FacetFields({ filters, facets, onFilter }: Props) {
  const { say } = useWords();
  const told = (words: Record<string, Sentence>, all: readonly string[], found: Found[] | undefined) =>
    [...new Set([...(found ?? []).map(one => one.value), ...all])].map(value => ({
      value,
      text: say(wordOf(words, value)),
      count: found?.find(one => one.value === value)?.count ?? null,
    }));
  const years = (facets?.years ?? []).map(one => ({
    value: String(one.value),
    text: String(one.value),
    count: one.count,
  }));
  const areas = (facets?.areas ?? []).map(one => ({
    value: one.value,
    text: one.name ?? one.value,
    count: one.count,
  }));
  const only = (value: string) => (value === '' ? [] : [value]);
  return (
    <>
      <Facet
        label={words.year}
        options={years}
        value={filters.years[0]?.toString()}
        onPick={value => onFilter({ ...filters, years: only(value).map(Number) })}
      />
      <Facet
        label={words.area}
        options={areas.toSorted((a, b) => a.text.localeCompare(b.text, 'id'))}
        value={filters.areas[0]}
        onPick={value => onFilter({ ...filters, areas: only(value) })}
      />
      <Facet
        label={words.subject}
        options={told(subjectWords, subjects, facets?.subjects)}
        value={filters.subjects[0]}
        onPick={value => onFilter({ ...filters, subjects: only(value) })}
      />
      <Facet
        label={words.kind}
        options={told(kindWords, kinds, facets?.kinds)}
        value={filters.kinds[0]}
        onPick={value => onFilter({ ...filters, kinds: only(value) })}
      />
      <label className="check catalogue-printed">
        <input
          type="checkbox"
          checked={filters.printed}
          onChange={event => onFilter({ ...filters, printed: event.target.checked })}
        />
        <span>{say(words.printed)}</span>
      </label>
      {isFiltered(filters) && (
        <ActionButton tone="quiet" onClick={() => onFilter(noFilters)}>
          {say(words.clear)}
        </ActionButton>
      )}
    </>
  );
}

interface Found {
  value: string;
  count: number | null;
}

interface FacetProps {
  label: Sentence;
  options: Option[];
  value: string | undefined;
  onPick: (value: string) => void;
}

/** A value that was chosen stays to be seen, even when nothing is left of it. */
function Facet({ label, options, value, onPick }: FacetProps) {
  const { say, number } = useWords();
  const shown =
    value !== undefined && !options.some(one => one.value === value)
      ? [{ value, text: value, count: null }, ...options]
      : options;
  return (
    <SelectField label={say(label)} value={value ?? ''} onPick={onPick}>
      <option value="">{say(words.every)}</option>
      {shown.map(one => (
        <option key={one.value} value={one.value}>
          {one.text}
          {one.count !== null && ` (${number(one.count)})`}
        </option>
      ))}
    </SelectField>
  );
}

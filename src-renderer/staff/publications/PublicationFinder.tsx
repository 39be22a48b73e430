import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { TextField } from '../../ui/Field.tsx';
import { softcopyWords as words } from '../../words/staff-softcopies.ts';
import { useWords } from '../../words.ts';
import { noFilters, type Found } from './publication-reads.ts';

interface Props {
  onPick: (found: Pick<Found, 'id' | 'title' | 'year' | 'areaCode' | 'areaName' | 'hasPdf'>) => void;
  /** What is not in the catalogue may be taken as it was typed. */
  onFree?: (text: string) => void;
}

const shownMost = 5;

/** A publication by whatever is known of it. */
export function PublicationFinder({ onPick, onFree }: Props) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['publications', 'find', text],
    queryFn: () => answer(api.publications.search.$post({ json: { text, filters: noFilters } })),
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
  }).data;
  const rows = text.length >= 2 ? (found?.results ?? []).slice(0, shownMost) : [];
  return (
    <div className="stack" style={{ gap: 8 }}>
      <TextField type="search" label={say(words.find)} value={typed} maxLength={200} onText={setTyped} />
      {rows.length > 0 && (
        <ul className="find-list" aria-label={say(words.find)}>
          {rows.map(row => (
            <li key={row.id}>
              <button
                type="button"
                aria-label={say(words.add, { title: row.title })}
                onClick={() => {
                  onPick(row);
                  setTyped('');
                }}
              >
                <span>{row.title}</span>
                {row.hasPdf && <span className="tag tag-green">{say(words.published)}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {onFree && text.length >= 2 && (
        <div>
          <ActionButton
            size="small"
            tone="quiet"
            icon={Plus}
            onClick={() => {
              onFree(text);
              setTyped('');
            }}
          >
            {say(words.freeTitle, { text })}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

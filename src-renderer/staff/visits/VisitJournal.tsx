import { useQuery } from '@tanstack/react-query';
import { journalFrame } from '../../words/staff-journal.ts';
import { visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { PageState } from '../../desk/PageState.tsx';
import { reads } from '../reads.ts';
import { useJournalWords } from './use-journal-words.ts';

/** Everything that happened to one visit, oldest first, in plain words. */
export function VisitJournal({ visitId }: { visitId: string }) {
  const { say, clock } = useWords();
  const tell = useJournalWords();
  const query = useQuery(reads.visitJournal(visitId));
  return (
    <section className="part">
      <h3>{say(visitWords.journal)}</h3>
      {query.data ? (
        <ol className="journal">
          {query.data.map(entry => (
            <li key={entry.seq}>
              <time className="numbers">{clock(entry.at)}</time>
              <span>
                {tell(entry)}
                <small>{entry.staff ?? say(journalFrame.doors[entry.door])}</small>
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <PageState query={query} />
      )}
    </section>
  );
}

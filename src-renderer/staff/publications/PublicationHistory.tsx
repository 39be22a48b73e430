import { useQuery } from '@tanstack/react-query';
import { journalFrame } from '../../words/staff-journal.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import { PageState } from '../../desk/PageState.tsx';
import { useJournalWords } from '../visits/use-journal-words.ts';
import { publicationReads, type History } from './publication-reads.ts';
import { useFieldWords } from './use-field-words.ts';
import type { PublicationField } from '../../../src-main/catalogue/schema.ts';

/** By which the fields of a change are found. */
const editedAt = (data: string) => (JSON.parse(data) as { editedAt?: string }).editedAt;

/** Who did what with a publication and its copies, newest first. */
export function PublicationHistory({ id }: { id: string }) {
  const { say, day, clock } = useWords();
  const tell = useJournalWords();
  const query = useQuery(publicationReads.history(id));
  return (
    <section className="part">
      <h3>{say(words.history)}</h3>
      {!query.data ? (
        <PageState query={query} />
      ) : query.data.happenings.length === 0 ? (
        <p className="soft">{say(words.noHistory)}</p>
      ) : (
        <ol className="journal journal-days">
          {query.data.happenings.map(entry => (
            <li key={entry.seq}>
              <span>
                {tell(entry)}
                {entry.what === 'publication.changed' && (
                  <Changes edits={query.data.edits.filter(edit => edit.editedAt === editedAt(entry.data))} />
                )}
                <small>
                  {day(entry.at)}, {clock(entry.at)} · {entry.staff ?? say(journalFrame.doors[entry.door])}
                </small>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Changes({ edits }: { edits: History['edits'] }) {
  const { say } = useWords();
  const { shown } = useFieldWords();
  const value = (field: PublicationField, json: string | null) =>
    shown(field, json === null ? null : JSON.parse(json));
  return edits.map(edit => {
    const field = edit.field as PublicationField;
    return (
      <small key={edit.id}>
        {say(words.changed, {
          field: say(words.fields[field]),
          before: value(field, edit.before),
          after: value(field, edit.after),
        })}
      </small>
    );
  });
}

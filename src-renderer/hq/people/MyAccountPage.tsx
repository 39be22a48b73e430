import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { PageState } from '../../desk/PageState.tsx';
import { roleWords } from '../../../src-central/access.ts';
import { roleHints } from '../../words/hq-frame.ts';
import { accountWords, meWords as words, sessionWords } from '../../words/hq-people.ts';
import { useWords } from '../../words.ts';
import { PageHead } from '../PageHead.tsx';
import { reads } from '../queries.ts';
import { session } from '../session/session.ts';
import { SessionsTable } from './SessionsPage.tsx';

export function MyAccountPage() {
  const { say } = useWords();
  const { person } = session.use();
  const query = useQuery(reads.sessions());
  if (!person) return null;
  return (
    <>
      <PageHead title={say(words.title)} />
      <div className="stack-wide">
        <dl className="facts">
          <div>
            <dt>{say(accountWords.name)}</dt>
            <dd>{person.name}</dd>
          </div>
          <div>
            <dt>{say(accountWords.email)}</dt>
            <dd>{person.email}</dd>
          </div>
          <div>
            <dt>{say(accountWords.role)}</dt>
            <dd>
              {say(roleWords[person.role])}
              <span className="soft me-role">{say(roleHints[person.role])}</span>
            </dd>
          </div>
        </dl>
        <p className="note me-note">
          <KeyRound size={20} aria-hidden />
          {say(words.lost)}
        </p>
        <section className="stack" aria-label={say(words.mine)}>
          <div>
            <h2>{say(words.mine)}</h2>
            <p className="soft">{say(sessionWords.leadOwn)}</p>
          </div>
          {query.data ? (
            <SessionsTable
              rows={query.data.rows.filter(one => one.account === person.account)}
              current={query.data.current}
            />
          ) : (
            <PageState query={query} />
          )}
        </section>
      </div>
    </>
  );
}

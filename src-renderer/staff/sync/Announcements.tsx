import { useQuery } from '@tanstack/react-query';
import { Megaphone } from 'lucide-react';
import { makeStore } from '../../desk/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { syncWords as words } from '../../words/staff-sync.ts';
import { useWords } from '../../words.ts';
import { reads } from '../reads.ts';
import { useMay } from '../session/session.ts';

/** Those that were read at this screen since it was opened. One that headquarters says anew is a new one. */
const read = makeStore<string[]>([]);

/** What headquarters announces, above every page until it was read. */
export function Announcements() {
  const { say, day, language } = useWords();
  const may = useMay();
  const { data = [] } = useQuery({ ...reads.announcements(), enabled: may('sync.read') });
  const done = read.use();
  const nameOf = (one: (typeof data)[number]) => `${one.id} ${one.receivedAt}`;
  return data
    .filter(one => !done.includes(nameOf(one)))
    .map(one => (
      <div key={nameOf(one)} className="bar bar-blue" role="status">
        <Megaphone size={20} aria-hidden />
        <p>
          <strong>{one.title[language]}.</strong> {one.body[language]}{' '}
          <span className="soft">{say(words.announced, { day: day(one.receivedAt) })}</span>
        </p>
        <ActionButton size="small" onClick={() => read.set([...done, nameOf(one)])}>
          {say(words.announcementRead)}
        </ActionButton>
      </div>
    ));
}

import { useQuery } from '@tanstack/react-query';
import { Unplug } from 'lucide-react';
import { useEffect } from 'react';
import { language } from '../desk/language.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { hqFrame as words } from '../words/hq-frame.ts';
import { LanguageContext, useWords } from '../words.ts';
import { Headquarters } from './frame/Headquarters.tsx';
import { reads } from './queries.ts';
import { Entrance } from './session/Entrance.tsx';
import { session } from './session/session.ts';

/** Somebody signs in, then the screens. */
export function HqApp() {
  const spoken = language.use();
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  return (
    <LanguageContext value={spoken}>
      <Gate />
    </LanguageContext>
  );
}

const againMs = 3_000;

function Gate() {
  const { say } = useWords();
  const { person } = session.use();
  const about = useQuery({
    ...reads.about(),
    refetchInterval: query => (query.state.data ? false : againMs),
  });
  if (!about.data)
    return about.failureCount === 0 ? null : (
      <main className="entrance">
        <EmptyState icon={Unplug} title={say(words.silentTitle)}>
          {say(words.silent)}
        </EmptyState>
      </main>
    );
  if (!person) return <Entrance about={about.data} />;
  // A key of the person: another one begins on fresh screens.
  return <Headquarters key={person.account} about={about.data} person={person} />;
}

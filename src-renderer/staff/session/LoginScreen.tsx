import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { frame, roleWords, sessionWords } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { LanguageSwitch } from '../../desk/LanguageSwitch.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { initials } from '../../desk/MeMenu.tsx';
import { Toasts } from '../../desk/Toasts.tsx';
import { reads, type Office } from '../reads.ts';
import { PinEntry } from './PinEntry.tsx';
import { signIn } from './session.ts';
import './entrance.css';

export function LoginScreen({ office }: { office: Office }) {
  const { say, day } = useWords();
  const names = useQuery(reads.names());
  const [chosen, setChosen] = useState<string | null>(null);
  const people = names.data ?? [];
  const person = people.find(one => one.id === chosen);
  return (
    <main className="entrance">
      <section className="entrance-side">
        <Mark size={56} />
        <h1>{office.office.name}</h1>
        <p>{day(office.now)}</p>
        {office.demo && <DemoNote />}
      </section>
      <section className="entrance-card">
        <div className="entrance-top">
          <LanguageSwitch />
        </div>
        {person ? (
          <>
            <h2>{say(sessionWords.pinOf, { name: person.name })}</h2>
            <p className="soft">
              {person.pin ? say(sessionWords.demoPin, { pin: person.pin }) : say(sessionWords.pinHint)}
            </p>
            <PinEntry key={person.id} onPin={pin => signIn(person.id, pin)} />
            <ActionButton tone="quiet" onClick={() => setChosen(null)}>
              {say(sessionWords.other)}
            </ActionButton>
          </>
        ) : (
          <>
            <h2>{say(sessionWords.who)}</h2>
            {names.isSuccess && people.length === 0 && <p className="soft">{say(sessionWords.nobody)}</p>}
            <ul className="people">
              {people.map(one => (
                <li key={one.id}>
                  <button type="button" onClick={() => setChosen(one.id)}>
                    <span className="me-face" aria-hidden>
                      {initials(one.name)}
                    </span>
                    <span className="people-name">
                      {one.name}
                      <small>{say(roleWords[one.role])}</small>
                    </span>
                    {one.pin && <span className="tag tag-orange numbers">PIN {one.pin}</span>}
                    <ChevronRight size={20} aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <Toasts />
    </main>
  );
}

function DemoNote() {
  const { say } = useWords();
  return (
    <p className="entrance-demo">
      <span className="demo-mark">{say(frame.demo)}</span>
      {say(frame.demoLong)}
    </p>
  );
}

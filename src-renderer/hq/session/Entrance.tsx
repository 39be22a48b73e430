import { useState } from 'react';
import { LanguageSwitch } from '../../desk/LanguageSwitch.tsx';
import { Toasts } from '../../desk/Toasts.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { entranceWords as words, hqFrame } from '../../words/hq-frame.ts';
import { useWords } from '../../words.ts';
import { Marks } from '../frame/TopBar.tsx';
import { useToday } from '../moments.ts';
import type { About } from '../queries.ts';
import { LoginForm } from './LoginForm.tsx';
import { SetUpAccount } from './SetUpAccount.tsx';
import './session.css';

/** Nobody is signed in: sign in, or set an account up with a one-time code; on a new server the first one. */
export function Entrance({ about }: { about: About }) {
  const { say, day } = useWords();
  const [settingUp, setSettingUp] = useState(!about.begun);
  return (
    <main className="entrance">
      <section className="entrance-side">
        <Mark size={56} />
        <h1>{say(hqFrame.product)}</h1>
        <p>{say(words.lead)}</p>
        <p>{day(useToday())}</p>
        <div className="row">
          <Marks about={about} />
        </div>
        {about.demo && <p className="entrance-trial">{say(hqFrame.demoLong)}</p>}
        {about.trial && <p className="entrance-trial">{say(hqFrame.trial)}</p>}
        <p className="entrance-version">{say(hqFrame.version, { version: about.version })}</p>
      </section>
      <section className="entrance-card">
        <div className="entrance-top">
          <LanguageSwitch />
        </div>
        {settingUp ? (
          <SetUpAccount first={!about.begun} onLeave={about.begun ? () => setSettingUp(false) : undefined} />
        ) : (
          <>
            <h2>{say(words.title)}</h2>
            <LoginForm />
            <ActionButton tone="quiet" onClick={() => setSettingUp(true)}>
              {say(words.haveCode)}
            </ActionButton>
          </>
        )}
      </section>
      <Toasts />
    </main>
  );
}

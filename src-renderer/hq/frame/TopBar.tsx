import { LogOut, UserRound } from 'lucide-react';
import { Link } from 'wouter';
import { LanguageSwitch } from '../../desk/LanguageSwitch.tsx';
import { MeMenu } from '../../desk/MeMenu.tsx';
import { useTick } from '../../desk/use-tick.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { roleWords } from '../../../src-central/access.ts';
import { hqFrame as words } from '../../words/hq-frame.ts';
import { useWords } from '../../words.ts';
import type { About } from '../queries.ts';
import { signOut, type Person } from '../session/session.ts';

export function TopBar({ about, person }: { about: About; person: Person }) {
  const { say } = useWords();
  return (
    <header className="top">
      <p className="top-name">{say(words.product)}</p>
      <Marks about={about} />
      <div className="top-end">
        <Clock />
        <LanguageSwitch />
        <MeMenu name={person.name} role={say(roleWords[person.role])}>
          <Link href="/me" className="act act-normal">
            <UserRound size={18} aria-hidden />
            <span>{say(words.me)}</span>
          </Link>
          <ActionButton icon={LogOut} onClick={() => void signOut()}>
            {say(words.signOut)}
          </ActionButton>
        </MeMenu>
      </div>
    </header>
  );
}

/** What nobody may forget about this server. */
export function Marks({ about }: { about: About }) {
  const { say } = useWords();
  return (
    <>
      {about.demo && (
        <span className="demo-mark" title={say(words.demoLong)}>
          {say(words.demo)}
        </span>
      )}
      {about.trial && (
        <span className="demo-mark" title={say(words.trial)}>
          {say(words.trialMark)}
        </span>
      )}
    </>
  );
}

function Clock() {
  const { time } = useWords();
  return <time className="top-clock numbers">{time(new Date(useTick()))}</time>;
}

import { ConciergeBell } from 'lucide-react';
import { Mark } from '../../ui/Mark.tsx';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { frameWords } from '../../words/kiosk.ts';
import { useWords, type Language } from '../../words.ts';
import { useTurn } from '../session/turn.ts';

const languages: [Language, string][] = [
  ['id', 'Indonesia'],
  ['en', 'English'],
];

/** Whose kiosk this is, its language, and the way to a human being: the same on every screen. */
export function TopBar() {
  const { say } = useWords();
  const { office, language, setLanguage, callHelp } = useTurn();
  return (
    <header className="k-top">
      <div className="k-brand">
        <Mark />
        <span>
          {office.office.shortName}
          {office.demo && (
            <span className="k-demo" title={say(frameWords.demoNote)}>
              {say(frameWords.demo)}
            </span>
          )}
        </span>
      </div>
      <div className="k-languages" role="group" aria-label={say(frameWords.language)}>
        {languages.map(([code, name]) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={language === code}
            onClick={() => setLanguage(code)}
          >
            {name}
          </button>
        ))}
      </div>
      <TouchButton className="k-help" tone="help" icon={ConciergeBell} onClick={callHelp}>
        {say(frameWords.help)}
      </TouchButton>
    </header>
  );
}

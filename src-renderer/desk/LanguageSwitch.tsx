import { desk } from '../words/desk.ts';
import { useWords } from '../words.ts';
import { language } from './language.ts';

const languages = [
  { code: 'id', short: 'ID', name: 'Bahasa Indonesia' },
  { code: 'en', short: 'EN', name: 'English' },
] as const;

export function LanguageSwitch() {
  const { say } = useWords();
  const spoken = language.use();
  return (
    <div className="seg" role="group" aria-label={say(desk.languageSwitch)}>
      {languages.map(({ code, short, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          title={name}
          aria-label={`${short}: ${name}`}
          aria-pressed={spoken === code}
          onClick={() => language.set(code)}
        >
          {short}
        </button>
      ))}
    </div>
  );
}

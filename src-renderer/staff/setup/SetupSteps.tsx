import { useState, type ReactNode } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { TextField } from '../../ui/Field.tsx';
import { settingsWords, setupWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { NumberField } from '../frame/NumberField.tsx';
import { OfficeIdentity } from '../settings/OfficeIdentity.tsx';
import { PrinterChoice } from '../settings/PrinterChoice.tsx';
import { wrongIn, type SetupForm, type SetupStep } from './setup-form.ts';
import '../settings/settings.css';
import './setup.css';

interface Props {
  steps: readonly SetupStep[];
  first: SetupForm;
  busy: boolean;
  finishWord: keyof Pick<typeof words, 'finish' | 'finishAgain'>;
  onFinish: (form: SetupForm) => void;
  /** Shown under the fields of the last screen: why it could not be finished. */
  failure?: ReactNode;
  onCancel?: { word: string; run: () => void };
}

const leads = {
  office: words.officeLead,
  head: words.headLead,
  places: words.placesLead,
  printer: words.printerLead,
};

/** Short screens one after the other; going back keeps what was typed. */
export function SetupSteps({ steps, first, busy, finishWord, onFinish, failure, onCancel }: Props) {
  const { say } = useWords();
  const [form, setForm] = useState(first);
  const [at, setAt] = useState(0);
  const [tried, setTried] = useState(false);
  const step = steps[at]!;
  const wrong = wrongIn(step, form);
  const last = at === steps.length - 1;
  const set = (change: Partial<SetupForm>) => setForm(now => ({ ...now, ...change }));
  const sentences: Record<string, string> = {
    'office.email': say(words.emailBad),
    'office.code': say(words.codeBad),
    'head.name': say(words.nameNeeds),
    'head.pin': say(words.pinNeeds),
    'head.again': say(words.pinDiffers),
    lockers: say(settingsWords.countBad),
    pockets: say(settingsWords.countBad),
  };
  const errorOf = (path: string) =>
    tried && wrong.includes(path) ? (sentences[path] ?? say(words.needed)) : null;
  const go = (to: number) => {
    setTried(false);
    setAt(to);
  };
  return (
    <form
      className="setup"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        if (wrong.length > 0) setTried(true);
        else if (last) onFinish(form);
        else go(at + 1);
      }}
    >
      <p className="soft numbers">{say(words.step, { n: at + 1, of: steps.length })}</p>
      <ol className="setup-dots" aria-hidden>
        {steps.map((name, index) => (
          <li key={name} className={index <= at ? 'setup-dot-in' : undefined} />
        ))}
      </ol>
      <h1>{say(words[step])}</h1>
      <p className="setup-lead">{say(leads[step])}</p>
      <div className="setup-fields" key={step}>
        {step === 'office' && (
          <OfficeIdentity office={form.office} onOffice={office => set({ office })} errorOf={errorOf} />
        )}
        {step === 'head' && <HeadFields form={form} set={set} errorOf={errorOf} />}
        {step === 'places' && (
          <div className="pair">
            {(['lockers', 'pockets'] as const).map(field => (
              <NumberField
                key={field}
                label={field === 'lockers' ? settingsWords.lockerCount : settingsWords.pocketCount}
                value={form[field]}
                error={errorOf(field)}
                onNumber={count => set({ [field]: count })}
              />
            ))}
          </div>
        )}
        {step === 'printer' && (
          <PrinterChoice printer={form.printer} onPrinter={printer => set({ printer })} errorOf={errorOf} />
        )}
        {tried && wrong.length > 0 && <p className="note note-red">{say(words.check)}</p>}
        {last && failure}
      </div>
      <footer className="setup-foot">
        {at > 0 ? (
          <ActionButton size="large" onClick={() => go(at - 1)}>
            {say(words.back)}
          </ActionButton>
        ) : (
          onCancel && (
            <ActionButton size="large" onClick={onCancel.run}>
              {onCancel.word}
            </ActionButton>
          )
        )}
        <ActionButton type="submit" tone="primary" size="large" busy={busy}>
          {say(last ? words[finishWord] : words.next)}
        </ActionButton>
      </footer>
    </form>
  );
}

interface HeadProps {
  form: SetupForm;
  set: (change: Partial<SetupForm>) => void;
  errorOf: (path: string) => string | null;
}

function HeadFields({ form, set, errorOf }: HeadProps) {
  const { say } = useWords();
  const { head } = form;
  const pin = (field: 'pin' | 'again') => ({
    label: say(field === 'pin' ? words.pin : words.pinAgain),
    type: 'password',
    inputMode: 'numeric' as const,
    autoComplete: 'new-password',
    maxLength: 6,
    value: head[field],
    error: errorOf(`head.${field}`),
    onText: (text: string) => set({ head: { ...head, [field]: text.replaceAll(/\D/g, '') } }),
  });
  return (
    <div className="stack">
      <TextField
        autoFocus
        label={say(words.headName)}
        maxLength={60}
        value={head.name}
        error={errorOf('head.name')}
        onText={name => set({ head: { ...head, name } })}
      />
      <div className="pair">
        <TextField {...pin('pin')} hint={say(settingsWords.pinHint)} />
        <TextField {...pin('again')} />
      </div>
    </div>
  );
}

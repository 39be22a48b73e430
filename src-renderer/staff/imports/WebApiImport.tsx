import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { WebApiKey, WebApiSource } from '../../../src-main/imports/schema.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { TextField } from '../../ui/Field.tsx';
import { importWords as words } from '../../words/staff-imports.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { queryClient } from '../live-queries.ts';
import { reads } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { useAct } from '../../desk/use-act.ts';
import { importReads } from './import-reads.ts';

/** The publication lists of BPS offices, fetched with the office's own key. */
export function WebApiImport() {
  const office = useQuery(reads.office()).data;
  const key = useQuery(importReads.key());
  if (!key.data || !office) return <PageState query={key} />;
  return (
    <>
      <KeyPart present={key.data.present} />
      {key.data.present && <Start code={office.office.code} />}
    </>
  );
}

function Start({ code }: { code: string }) {
  const { say } = useWords();
  const [typed, setTyped] = useState([code, `${code.slice(0, 2)}00`].join(', '));
  const [language, setLanguage] = useState<'ind' | 'eng'>('ind');
  const source = WebApiSource.safeParse({
    kind: 'webapi',
    domains: typed.split(/[\s,;]+/).filter(Boolean),
    language,
  });
  const start = useAct(() => answer(api.imports.$post({ json: source.data! })), { onFail: () => true });
  return (
    <>
      <TextField
        label={say(words.domains)}
        hint={say(words.domainsHint)}
        error={source.success ? null : say(words.domainsBad)}
        value={typed}
        onText={setTyped}
      />
      <ChipChoice
        label={say(words.language)}
        size="small"
        options={(['ind', 'eng'] as const).map(value => ({ value, label: say(words.languages[value]) }))}
        value={language}
        onPick={setLanguage}
      />
      <FailureLine failure={start.failure} />
      <div>
        <ActionButton
          tone="primary"
          busy={start.busy}
          why={!source.success && say(words.domainsBad)}
          onClick={() => start.run()}
        >
          {say(words.start)}
        </ActionButton>
      </div>
    </>
  );
}

/** The key is entered once and never shown again. */
function KeyPart({ present }: { present: boolean }) {
  const { say } = useWords();
  const may = useMay();
  const [typed, setTyped] = useState('');
  const refresh = () => {
    setTyped('');
    void queryClient.invalidateQueries(importReads.key());
  };
  const save = useAct(() => answer(api.imports['webapi-key'].$put({ json: { key: typed } })), {
    onDone: refresh,
    onFail: () => true,
  });
  const forget = useAct(() => answer(api.imports['webapi-key'].$delete()), { onDone: refresh });
  const good = WebApiKey.safeParse({ key: typed }).success;
  return (
    <div className={`note ${present ? 'note-green' : ''}`}>
      <KeyRound size={20} aria-hidden />
      <div className="stack" style={{ gap: 8, flex: 1 }}>
        <p>
          {say(present ? words.keyPresent : words.keyAbsent)} {say(words.keyLead)}
        </p>
        {may('imports.key') &&
          (present ? (
            <div>
              <ActionButton size="small" busy={forget.busy} onClick={() => forget.run()}>
                {say(words.keyForget)}
              </ActionButton>
            </div>
          ) : (
            <div className="key-line">
              <TextField
                label={say(words.key)}
                type="password"
                value={typed}
                maxLength={128}
                onText={setTyped}
              />
              <ActionButton
                tone="primary"
                busy={save.busy}
                why={!good && say(words.keyBad)}
                onClick={() => save.run()}
              >
                {say(words.keySave)}
              </ActionButton>
            </div>
          ))}
        <FailureLine failure={save.failure} />
      </div>
    </div>
  );
}

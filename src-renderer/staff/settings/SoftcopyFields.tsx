import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { TextField } from '../../ui/Field.tsx';
import { softcopyWords as words } from '../../words/staff-softcopies.ts';
import { useWords } from '../../words.ts';
import { CheckField } from '../../desk/CheckField.tsx';
import { NumberField } from '../frame/NumberField.tsx';
import { queryClient } from '../live-queries.ts';
import { useMay } from '../session/session.ts';
import { softcopyReads } from '../softcopies/softcopy-reads.ts';
import { useAct } from '../../desk/use-act.ts';
import type { ProfileFields } from './ProfileForm.tsx';

const ports = { tls: 465, starttls: 587, none: 25 };

/** Where the scanner stores its files, how softcopies are delivered, and when they are wiped. */
export function SoftcopyFields({ profile, set, errorOf }: ProfileFields) {
  const { say } = useWords();
  const { softcopy, office } = profile;
  const change = (part: Partial<typeof softcopy>) => set({ softcopy: { ...softcopy, ...part } });
  const { mail } = softcopy;
  const changeMail = (part: Partial<NonNullable<typeof mail>>) =>
    mail && change({ mail: { ...mail, ...part } });
  return (
    <section className="stack">
      <TextField
        label={say(words.watchFolder)}
        hint={say(words.watchFolderHint)}
        value={softcopy.watchFolder ?? ''}
        maxLength={500}
        error={errorOf('softcopy.watchFolder')}
        onText={folder => change({ watchFolder: folder || null })}
      />
      <CheckField
        label={words.selfService}
        checked={softcopy.selfService}
        onCheck={selfService => change({ selfService })}
      />
      <NumberField
        label={words.wipeHours}
        value={softcopy.wipeHours}
        error={errorOf('softcopy.wipeHours')}
        onNumber={wipeHours => change({ wipeHours })}
      />
      <NumberField
        label={words.downloadMinutes}
        value={softcopy.downloadMinutes}
        error={errorOf('softcopy.downloadMinutes')}
        onNumber={downloadMinutes => change({ downloadMinutes })}
      />
      <CheckField
        label={words.byMail}
        checked={mail !== null}
        onCheck={on =>
          change({
            mail: on
              ? { host: '', port: ports.starttls, security: 'starttls', user: '', from: office.email }
              : null,
          })
        }
      />
      {mail && (
        <>
          <TextField
            label={say(words.host)}
            value={mail.host}
            error={errorOf('softcopy.mail.host')}
            onText={host => changeMail({ host })}
          />
          <ChipChoice
            label={say(words.security)}
            size="small"
            options={(['tls', 'starttls', 'none'] as const).map(value => ({
              value,
              label: say(words.securities[value]),
            }))}
            value={mail.security}
            onPick={security => changeMail({ security, port: ports[security] })}
          />
          <NumberField
            key={mail.security}
            label={words.port}
            value={mail.port}
            error={errorOf('softcopy.mail.port')}
            onNumber={port => changeMail({ port })}
          />
          <TextField label={say(words.user)} value={mail.user} onText={user => changeMail({ user })} />
          <TextField
            label={say(words.from)}
            value={mail.from}
            error={errorOf('softcopy.mail.from')}
            onText={from => changeMail({ from })}
          />
          <NumberField
            label={words.mailLimit}
            value={softcopy.mailLimitMb}
            error={errorOf('softcopy.mailLimitMb')}
            onNumber={mailLimitMb => change({ mailLimitMb })}
          />
          <MailPassword />
        </>
      )}
    </section>
  );
}

/** Kept apart from the profile, and never shown again. */
function MailPassword() {
  const { say } = useWords();
  const may = useMay();
  const allowed = may('softcopies.secret');
  const present = useQuery({ ...softcopyReads.password(), enabled: allowed }).data?.present;
  const [typed, setTyped] = useState('');
  const refresh = () => {
    setTyped('');
    void queryClient.invalidateQueries(softcopyReads.password());
  };
  const save = useAct(() => answer(api.softcopies['mail-password'].$put({ json: { password: typed } })), {
    onDone: refresh,
  });
  const forget = useAct(() => answer(api.softcopies['mail-password'].$delete()), { onDone: refresh });
  if (!allowed || present === undefined) return null;
  return (
    <div className="note">
      <KeyRound size={20} aria-hidden />
      <div className="stack" style={{ gap: 8, flex: 1 }}>
        <p>{say(words.passwordKept)}</p>
        {present ? (
          <div>
            <ActionButton size="small" busy={forget.busy} onClick={() => forget.run()}>
              {say(words.passwordForget)}
            </ActionButton>
          </div>
        ) : (
          <>
            <TextField
              label={say(words.password)}
              type="password"
              value={typed}
              maxLength={200}
              onText={setTyped}
            />
            <div>
              <ActionButton
                busy={save.busy}
                why={typed === '' && say(words.password)}
                onClick={() => save.run()}
              >
                {say(words.passwordSave)}
              </ActionButton>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

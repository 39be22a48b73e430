import { ArrowLeft, Check } from 'lucide-react';
import { useState } from 'react';
import type { Failure } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { TextField } from '../../ui/Field.tsx';
import { QrPicture } from '../../ui/QrPicture.tsx';
import { entranceWords as words } from '../../words/hq-frame.ts';
import { useWords } from '../../words.ts';

interface Props {
  uri: string;
  secret: string;
  busy: boolean;
  failure: Failure | null;
  onCode: (code: string) => void;
  onBack: () => void;
}

export function PhoneStep({ uri, secret, busy, failure, onCode, onBack }: Props) {
  const { say } = useWords();
  const [code, setCode] = useState('');
  return (
    <>
      <p className="soft">{say(words.step, { n: 2 })}</p>
      <h2>{say(words.phoneTitle)}</h2>
      <p className="soft entrance-lead">{say(words.phoneLead)}</p>
      <QrPicture className="entrance-qr" text={uri} label={say(words.phoneQr)} />
      <p className="entrance-secret">
        {say(words.phoneSecret)} <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <form
        className="entrance-form"
        onSubmit={event => {
          event.preventDefault();
          onCode(code);
        }}
      >
        <TextField
          className="field-code"
          label={say(words.phoneCode)}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maxLength={7}
          value={code}
          onText={text => setCode(text.replaceAll(/\D/g, '').slice(0, 6))}
        />
        <FailureLine failure={failure} />
        <div className="row entrance-acts">
          <ActionButton icon={ArrowLeft} onClick={onBack}>
            {say(words.back)}
          </ActionButton>
          <ActionButton
            tone="primary"
            type="submit"
            icon={Check}
            busy={busy}
            why={code.length < 6 && say(words.needPhoneCode)}
          >
            {say(words.finish)}
          </ActionButton>
        </div>
      </form>
    </>
  );
}

import { ArrowRight, Printer } from 'lucide-react';
import { useState } from 'react';
import { CheckField } from '../../desk/CheckField.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { entranceWords as words, hqFrame } from '../../words/hq-frame.ts';
import { useWords } from '../../words.ts';
import { CopyButton } from '../CopyButton.tsx';

/** Shown once: whoever goes on has said that they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { say } = useWords();
  const [kept, setKept] = useState(false);
  return (
    <>
      <p className="soft">{say(words.step, { n: 3 })}</p>
      <h2>{say(words.recoveryTitle)}</h2>
      <p className="soft entrance-lead">{say(words.recoveryLead)}</p>
      <ol className="recovery" aria-label={say(words.recoveryCodes)}>
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="row">
        <ActionButton icon={Printer} onClick={() => print()}>
          {say(hqFrame.print)}
        </ActionButton>
        <CopyButton text={codes.join('\n')} />
      </div>
      <CheckField label={words.recoveryKept} checked={kept} onCheck={setKept} />
      <ActionButton
        tone="primary"
        size="large"
        icon={ArrowRight}
        why={!kept && say(words.recoveryNeeds)}
        onClick={onKept}
      >
        {say(words.begin)}
      </ActionButton>
    </>
  );
}

import { useEffect, useState } from 'react';
import { answer, api } from '../../api.ts';
import { sounds } from '../../ui/sounds.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { TouchDialog } from '../../ui/TouchDialog.tsx';
import { helpWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { kioskName } from '../kiosk-name.ts';

/** An answer within this time comes without "calling" before it. */
const momentMs = 300;
/** Longer than this without an answer, and the visitor is told to walk instead of waiting. */
const patienceMs = 4_000;

type Call = 'sent' | 'calling' | 'coming' | 'notSent';

/** Calls an officer, and says that one is coming only when the station has taken the call. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const [call, setCall] = useState<Call>('sent');
  useEffect(() => {
    let gone = false;
    const settle = (next: Call) => {
      if (gone) return;
      setCall(was => (was === 'coming' ? was : next));
      if (next === 'coming') sounds.accepted();
    };
    const moment = setTimeout(() => setCall(was => (was === 'sent' ? 'calling' : was)), momentMs);
    const timer = setTimeout(() => settle('notSent'), patienceMs);
    answer(api.help.$post({ json: { kiosk: kioskName(location.search) } })).then(
      () => settle('coming'),
      () => settle('notSent'),
    );
    return () => {
      gone = true;
      clearTimeout(moment);
      clearTimeout(timer);
    };
  }, []);

  if (call === 'sent') return null;
  const title = { calling: helpWords.calling, coming: helpWords.coming, notSent: helpWords.notSent }[call];
  return (
    <TouchDialog
      title={say(title)}
      onEscape={onClose}
      actions={
        <TouchButton tone="main" onClick={onClose}>
          {say(helpWords.understood)}
        </TouchButton>
      }
    >
      <p role="status">
        {call === 'coming' && say(helpWords.comingText)}
        {call === 'notSent' && say(helpWords.notSentText)}
      </p>
    </TouchDialog>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Camera, Link2, X } from 'lucide-react';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { CameraPicture } from '../../ui/CameraPicture.tsx';
import { AreaField, TextField } from '../../ui/Field.tsx';
import { frame, scanWords } from '../../words/staff-frame.ts';
import { syncWords as words } from '../../words/staff-sync.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { useMay } from '../session/session.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';

/** Headquarters may be far away and slow. */
const patienceMs = 60_000;
const isEnrolQr = (text: string) => text.startsWith('loket-enrol:');

/** The one-time code of headquarters, by camera or by hand. */
export function EnrolForm({ onDone }: { onDone?: () => void }) {
  const { say } = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [url, setUrl] = useState('');
  const [ca, setCa] = useState('');
  const [looking, setLooking] = useState(false);
  const isQr = isEnrolQr(code);
  const enrol = useAct(
    () =>
      answer(
        api.sync.enrol.$post(
          { json: { code, url: isQr ? '' : url, ca } },
          { init: { signal: AbortSignal.timeout(patienceMs) } },
        ),
      ),
    {
      onDone: () => {
        toast('good', say(words.enrolled));
        void queries.invalidateQueries({ queryKey: ['sync'] });
        onDone?.();
      },
      onFail: () => true,
    },
  );
  return (
    <form
      className="stack sync-enrol"
      onSubmit={event => {
        event.preventDefault();
        enrol.run();
      }}
    >
      <p className="soft">{say(words.enrolLead)}</p>
      {looking ? (
        <>
          <CameraPicture
            words={{
              aim: say(words.scanAim),
              opening: say(scanWords.cameraOpening),
              otherCamera: say(scanWords.cameraOther),
              light: say(scanWords.cameraLight),
            }}
            button={ActionButton}
            isExpected={isEnrolQr}
            onCode={read => {
              if (!isEnrolQr(read)) return;
              setCode(read);
              setLooking(false);
            }}
            onEnd={why => {
              setLooking(false);
              if (why !== 'idle') toast('wrong', say(scanWords.cameraFaults[why]));
            }}
          />
          <div>
            <ActionButton icon={X} onClick={() => setLooking(false)}>
              {say(scanWords.cameraClose)}
            </ActionButton>
          </div>
        </>
      ) : (
        <div>
          <ActionButton icon={Camera} onClick={() => setLooking(true)}>
            {say(words.scan)}
          </ActionButton>
        </div>
      )}
      {!isQr && (
        <TextField
          label={say(words.url)}
          hint={say(words.urlHint)}
          value={url}
          inputMode="url"
          onText={setUrl}
        />
      )}
      <TextField
        label={say(words.code)}
        hint={say(words.codeHint)}
        value={code}
        spellCheck={false}
        onText={setCode}
      />
      {!isQr && (
        <details>
          <summary>{say(words.ca)}</summary>
          <AreaField
            label={say(words.ca)}
            hint={say(words.caHint)}
            rows={3}
            value={ca}
            spellCheck={false}
            onText={setCa}
          />
        </details>
      )}
      <FailureLine failure={enrol.failure} />
      <div>
        <ActionButton
          tone="primary"
          type="submit"
          icon={Link2}
          busy={enrol.busy}
          why={
            !may('sync.enrol')
              ? say(frame.notForRole)
              : (code.trim().length < 8 || (!isQr && url.trim() === '')) && say(words.needCode)
          }
        >
          {say(words.enrol)}
        </ActionButton>
      </div>
    </form>
  );
}

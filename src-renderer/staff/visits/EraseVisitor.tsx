import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { frame } from '../../words/staff-frame.ts';
import { visitWords as words } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { useMay } from '../session/session.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';

/** For a visitor who asks for it. Cannot be taken back, so it asks first. */
export function EraseVisitor({ visitorId }: { visitorId: string }) {
  const { say } = useWords();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const erase = useAct(() => answer(api.visitors[':id'].erase.$post({ param: { id: visitorId } })), {
    onDone: () => {
      toast('good', say(words.erased));
      setAsking(false);
    },
    onFail: () => true,
  });
  if (!may('visitors.erase')) return null;
  return (
    <div>
      <ActionButton size="small" tone="quiet" onClick={() => setAsking(true)}>
        {say(words.erase)}
      </ActionButton>
      {asking && (
        <DeskDialog
          title={say(words.eraseTitle)}
          onClose={() => setAsking(false)}
          actions={
            <>
              <ActionButton onClick={() => setAsking(false)}>{say(frame.cancel)}</ActionButton>
              <ActionButton tone="danger" busy={erase.busy} onClick={() => erase.run()}>
                {say(words.eraseDo)}
              </ActionButton>
            </>
          }
        >
          <p>{say(words.eraseText)}</p>
          <FailureLine failure={erase.failure} />
        </DeskDialog>
      )}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { answer, api } from '../../api.ts';
import { frame } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { reads } from '../reads.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { SetupSteps } from './SetupSteps.tsx';
import type { SetupForm } from './setup-form.ts';

const steps = ['office', 'places', 'printer'] as const;

/** The set-up once more, filled with what is in force. Who is head is changed under Staff. */
export function SetupAgainDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const profile = useQuery(reads.profile()).data?.profile;
  const lockers = useQuery(reads.places('locker')).data;
  const pockets = useQuery(reads.places('pocket')).data;
  const save = useAct(
    async (form: SetupForm) => {
      await answer(api.profile.$put({ json: { ...profile!, office: form.office, printer: form.printer } }));
      await answer(
        api.places[':place'].count.$put({ param: { place: 'locker' }, json: { count: form.lockers } }),
      );
      await answer(
        api.places[':place'].count.$put({ param: { place: 'pocket' }, json: { count: form.pockets } }),
      );
    },
    {
      onDone: () => {
        toast('good', say(frame.saved));
        onClose();
      },
      onFail: () => true,
    },
  );
  return createPortal(
    <dialog
      ref={dialog}
      className="setup-dialog"
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
      // Events climb the tree of components, where the settings form stands above: this submit is the dialog's own.
      onSubmit={event => event.stopPropagation()}
    >
      {profile && lockers && pockets && (
        <SetupSteps
          steps={steps}
          first={{
            office: profile.office,
            head: { name: '', pin: '', again: '' },
            lockers: lockers.length,
            pockets: pockets.length,
            printer: profile.printer,
          }}
          busy={save.busy}
          finishWord="finishAgain"
          onFinish={save.run}
          failure={<FailureLine failure={save.failure} />}
          onCancel={{ word: say(frame.cancel), run: onClose }}
        />
      )}
    </dialog>,
    document.body,
  );
}

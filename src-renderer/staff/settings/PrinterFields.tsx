import { useQuery } from '@tanstack/react-query';
import { Printer as PrinterIcon } from 'lucide-react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { frame } from '../../words/staff-frame.ts';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { reads } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { toast } from '../toasts.ts';
import { useAct } from '../use-act.ts';
import { PrinterChoice } from './PrinterChoice.tsx';
import type { ProfileFields } from './ProfileForm.tsx';

export function PrinterFields({ profile, set, errorOf }: ProfileFields) {
  const { say } = useWords();
  const may = useMay();
  const saved = useQuery(reads.profile()).data?.profile.printer;
  const test = useAct(() => answer(api.prints.test.$post()), {
    onDone: () => toast('good', say(words.testSent)),
  });
  const ready = saved?.kind === 'tcp' && JSON.stringify(saved) === JSON.stringify(profile.printer);
  return (
    <>
      <PrinterChoice printer={profile.printer} onPrinter={printer => set({ printer })} errorOf={errorOf} />
      <div>
        <ActionButton
          icon={PrinterIcon}
          busy={test.busy}
          why={!may('prints.test') ? say(frame.notForRole) : !ready && say(words.testWhy)}
          onClick={() => test.run()}
        >
          {say(words.testPrint)}
        </ActionButton>
      </div>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Printer as PrinterIcon } from 'lucide-react';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { frame } from '../../words/staff-frame.ts';
import { printerWords } from '../../words/staff-printer.ts';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { reads } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { FoundPrinters } from './FoundPrinters.tsx';
import { PrinterChoice } from './PrinterChoice.tsx';
import { PrinterTrial } from './PrinterTrial.tsx';
import type { ProfileFields } from './ProfileForm.tsx';

const none = { kind: 'none' } as const;

export function PrinterFields({ profile, set, errorOf, readOnly }: ProfileFields) {
  const { say } = useWords();
  const may = useMay();
  const saved = useQuery(reads.profile()).data?.profile;
  const [tested, setTested] = useState(false);
  const test = useAct((on: 'first' | 'fallback') => answer(api.prints.test.$post({ query: { on } })), {
    onDone: (_, on) => {
      toast('good', say(words.testSent));
      if (on === 'first') setTested(true);
    },
  });
  const { printer } = profile;
  const fallback = profile.fallbackPrinter ?? none;
  const isSaved = JSON.stringify(saved?.printer) === JSON.stringify(printer);
  const isFallbackSaved = JSON.stringify(saved?.fallbackPrinter ?? none) === JSON.stringify(fallback);
  return (
    <>
      {!readOnly && <FoundPrinters onPrinter={found => set({ printer: found })} />}
      <PrinterChoice printer={printer} onPrinter={changed => set({ printer: changed })} errorOf={errorOf} />
      <div>
        <ActionButton
          icon={PrinterIcon}
          busy={test.busy}
          why={
            !may('prints.test')
              ? say(frame.notForRole)
              : (printer.kind === 'none' || !isSaved) && say(words.testWhy)
          }
          onClick={() => test.run('first')}
        >
          {say(words.testPrint)}
        </ActionButton>
      </div>
      {tested && printer.kind !== 'none' && (
        <PrinterTrial printer={printer} onPrinter={changed => set({ printer: changed })} />
      )}
      {printer.kind !== 'none' && (
        <>
          <p className="soft">{say(printerWords.fallbackLead)}</p>
          <PrinterChoice
            printer={fallback}
            label={printerWords.fallback}
            none={printerWords.noFallback}
            path="fallbackPrinter"
            onPrinter={changed => set({ fallbackPrinter: changed })}
            errorOf={errorOf}
          />
          {fallback.kind !== 'none' && (
            <div>
              <ActionButton
                icon={PrinterIcon}
                busy={test.busy}
                why={
                  !may('prints.test')
                    ? say(frame.notForRole)
                    : !(isSaved && isFallbackSaved) && say(words.testWhy)
                }
                onClick={() => test.run('fallback')}
              >
                {say(printerWords.testFallback)}
              </ActionButton>
            </div>
          )}
        </>
      )}
    </>
  );
}

import { useState } from 'react';
import type { Printer, RealPrinter } from '../../../src-main/profile/schema.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { frame } from '../../words/staff-frame.ts';
import { printerWords as words } from '../../words/staff-printer.ts';
import { useWords } from '../../words.ts';
import { useMay } from '../session/session.ts';
import { useAct } from '../../desk/use-act.ts';

interface Props {
  printer: RealPrinter;
  onPrinter: (printer: Printer) => void;
}

/** What only somebody who holds the test page can see, asked in words; the answers become settings. */
export function PrinterTrial({ printer, onPrinter }: Props) {
  const { say } = useWords();
  const may = useMay();
  const [ruler, setRuler] = useState<'full' | 'broken' | 'short' | null>(null);
  const [sample, setSample] = useState<'good' | 'bad' | null>(null);
  const [answers, setAnswers] = useState<boolean | null>(null);
  const ask = useAct(() => answer(api.printers.try.$post({ json: { printer } })), {
    onDone: ({ state }) => {
      const heard = !['unreachable', 'silent', 'connection-lost', 'unknown'].includes(state);
      setAnswers(heard);
      if (printer.kind !== 'cups' && printer.kind !== 'windows')
        onPrinter({ ...printer, supportsStatus: heard });
    },
  });
  return (
    <section className="stack" aria-label={say(words.trial)}>
      <h3>{say(words.trial)}</h3>
      <p className="soft">{say(words.trialLead)}</p>
      <ChipChoice
        label={say(words.rulerAsk)}
        options={[
          { value: 'full', label: say(words.rulerFull) },
          { value: 'broken', label: say(words.rulerBroken) },
          { value: 'short', label: say(words.rulerShort) },
        ]}
        value={ruler}
        onPick={seen => {
          setRuler(seen);
          if (seen !== 'full') onPrinter({ ...printer, widthMm: seen === 'broken' ? 58 : 80 });
        }}
      />
      <ChipChoice
        label={say(words.sampleAsk)}
        options={[
          { value: 'good', label: say(words.sampleGood) },
          { value: 'bad', label: say(words.sampleBad) },
        ]}
        value={sample}
        onPick={seen => {
          setSample(seen);
          onPrinter({ ...printer, codePage: seen === 'good' ? 'pc858' : 'ascii' });
        }}
      />
      {printer.kind !== 'cups' && printer.kind !== 'windows' && (
        <div className="row" aria-live="polite">
          <span>{say(words.statusAsk)}</span>
          <ActionButton
            size="small"
            busy={ask.busy}
            why={!may('profile.change') && say(frame.notForRole)}
            onClick={() => ask.run()}
          >
            {say(words.statusFind)}
          </ActionButton>
          {answers !== null && <span>{say(answers ? words.statusYes : words.statusNo)}</span>}
        </div>
      )}
    </section>
  );
}

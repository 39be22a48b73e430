import { FileCheck2, FileClock, FileX2 } from 'lucide-react';
import { answer, api } from '../../api.ts';
import { softcopyWords as words } from '../../words/kiosk-softcopy.ts';
import { useWords } from '../../words.ts';
import { Frame } from '../frame/Frame.tsx';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';
import { useAskedAgain } from './use-asked-again.ts';

interface Props {
  id: string;
  mend: string | null;
  onJoin: (names: string[]) => void;
  onNone: () => void;
  onBack: () => void;
}

const icons = { arriving: FileClock, ready: FileCheck2, unreadable: FileX2 };

/** The visitor's own scans, as they come. */
export function ScansStep({ id, mend, onJoin, onNone, onBack }: Props) {
  const { say } = useWords();
  const seen = useAskedAgain(() => answer(api['self-scans'][':id'].$get({ param: { id } })));
  // The scanner counts its files up; the first page comes first.
  const scans = (seen?.scans ?? []).toReversed();
  const ready = scans.filter(scan => scan.state === 'ready').map(scan => scan.name);
  const join = () => (ready.length > 0 && ready.length === scans.length ? onJoin(ready) : onNone());
  return (
    <Frame back={onBack} next={{ press: join, words: words.join }}>
      <QuestionPage id="scans" title={say(words.scanTitle)} hint={say(words.scanText)} mend={mend}>
        <ul className="k-scans" aria-live="polite">
          {scans.length === 0 && <li className="k-scan">{say(words.waiting)}</li>}
          {scans.map(scan => {
            const Icon = icons[scan.state];
            return (
              <li key={scan.name} className="k-scan">
                <Icon aria-hidden />
                <span>{scan.name}</span>
                <strong>
                  {scan.state === 'ready' ? say(words.pages, { n: scan.pages ?? 0 }) : say(words[scan.state])}
                </strong>
              </li>
            );
          })}
        </ul>
      </QuestionPage>
    </Frame>
  );
}

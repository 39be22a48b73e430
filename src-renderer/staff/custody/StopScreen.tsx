import { OctagonX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { custodyWords as words } from '../../words/staff-custody.ts';
import { useWords } from '../../words.ts';
import { addScanTarget } from '../scan/scan.ts';
import { play } from '../sound.ts';
import { stop, type Stop } from './stop.ts';
import './custody.css';

/** Red over everything: slip, pocket and locker do not agree. */
export function StopScreen() {
  const what = stop.use();
  return what && <Red what={what} />;
}

function Red({ what }: { what: Stop }) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Nothing more is scanned until this was understood.
    return addScanTarget(() => {
      play('wrong');
      return true;
    });
  }, []);
  const { number, locker, pocket } = what.visit;
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="stop"
      aria-labelledby="stop-title"
      aria-describedby="stop-text"
      onCancel={event => event.preventDefault()}
    >
      <OctagonX size={120} aria-hidden />
      <h1 id="stop-title">{say(words.stop)}</h1>
      <p className="stop-text" id="stop-text">
        {say(words.stopText)}
      </p>
      <ul className="stop-wrong">
        {what.wrong.map(part => (
          <li key={part}>{say(words.stopWrong[part as 'slip'])}</li>
        ))}
      </ul>
      <p className="numbers stop-visit">
        {say(words.stopVisit, { number, locker: locker ?? '–', pocket: pocket ?? '–' })}
      </p>
      <p>{say(words.stopRecorded)}</p>
      <ActionButton size="large" onClick={() => stop.set(null)}>
        {say(words.stopBack)}
      </ActionButton>
    </dialog>
  );
}

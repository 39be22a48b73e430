import { CircleAlert, ScanBarcode } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Wrapping } from '../../../src-main/codes/rules.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { BarsPicture } from '../../ui/BarsPicture.tsx';
import type { Key } from '../../ui/burst.ts';
import { QrPicture } from '../../ui/QrPicture.tsx';
import { scannerWords as words } from '../../words/staff-scanner.ts';
import { useWords, type Sentence } from '../../words.ts';
import { trialBars, trialCode, tryOut, type Trial } from '../scan/trial.ts';
import { play } from '../sound.ts';
import { Facts } from '../visits/Facts.tsx';

/** Somebody scans, and is told how the scanner types. @param onWrapping what it adds to a code. */
export function ScannerTrial({ onWrapping }: { onWrapping: (wrapping: Wrapping) => void }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState<{ typed: string; trial: Trial | null } | null>(null);
  useKeysOfScanner(open, (keys, end) => {
    const trial = tryOut(keys, end);
    play(trial ? 'accepted' : 'wrong');
    setSeen({ typed: keys.map(one => one.key).join(''), trial });
    if (trial) onWrapping(trial.wrapping);
  });
  return (
    <section className="stack" aria-label={say(words.trial)}>
      <h3>{say(words.trial)}</h3>
      <div>
        <ActionButton
          icon={ScanBarcode}
          onClick={() => {
            setOpen(!open);
            setSeen(null);
          }}
        >
          {say(open ? words.stop : words.start)}
        </ActionButton>
      </div>
      {open && (
        <>
          <p className="soft">{say(words.scanThis)}</p>
          <div className="trial-codes">
            <QrPicture text={trialCode} label={say(words.codeQr)} />
            <BarsPicture widths={trialBars} label={say(words.codeBars)} />
          </div>
          <div role="status">
            {!seen ? (
              <p className="note">{say(words.waiting)}</p>
            ) : seen.trial ? (
              <Outcome trial={seen.trial} />
            ) : (
              <p className="note note-orange">
                <CircleAlert size={20} aria-hidden />
                {say(words.unread, { typed: seen.typed })}
              </p>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function Outcome({ trial }: { trial: Trial }) {
  const { say } = useWords();
  return (
    <div className="stack">
      <Facts
        facts={[
          [words.arrived, <code key="arrived">{trial.typed}</code>],
          [words.layout, say(trial.layout ? words.layouts[trial.layout] : words.layoutSame)],
          [words.pace, say(words.paces[trial.pace], { ms: Math.round(trial.gapMs) })],
          [words.end, say(words.ends[trial.end ?? 'none'])],
          [words.added, say(wordsOf(trial.wrapping), { ...trial.wrapping })],
        ]}
      />
      <p className="soft">{say(words.again)}</p>
    </div>
  );
}

function wordsOf({ prefix, suffix }: Wrapping): Sentence {
  if (prefix && suffix) return words.addedBoth;
  if (suffix) return words.addedAfter;
  return prefix ? words.addedBefore : words.addedNone;
}

/** Silence after which a scanner that sends no Enter has said all. */
const silenceMs = 700;
const fewest = 7;

/** While `on`, every key belongs to the trial: nothing is opened by it, nothing lands in a field. */
function useKeysOfScanner(on: boolean, onKeys: (keys: Key[], end: Trial['end']) => void): void {
  const done = useEffectEvent(onKeys);
  useEffect(() => {
    if (!on) return;
    let keys: Key[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = (end: Trial['end']) => {
      clearTimeout(timer);
      const heard = keys;
      keys = [];
      if (heard.length >= fewest) done(heard, end);
    };
    const onKey = (event: KeyboardEvent) => {
      const ends = event.key === 'Enter' || event.key === 'Tab';
      // A person who walks with Tab or presses a button has typed nothing before.
      if (
        (ends && keys.length < fewest) ||
        (!ends && event.key.length !== 1) ||
        event.ctrlKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (ends) return finish(event.key);
      keys.push({ key: event.key, at: event.timeStamp });
      clearTimeout(timer);
      timer = setTimeout(() => finish(null), silenceMs);
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', onKey, { capture: true });
    };
  }, [on]);
}

import { useEffect, useState } from 'react';
import { Failure } from '../../api.ts';
import { PinPad } from '../../ui/PinPad.tsx';
import { sessionWords } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { addScanTarget } from '../scan/scan.ts';
import { play } from '../sound.ts';
import { useTick } from '../../desk/use-tick.ts';

/** A PIN that proves somebody; a wrong one is told, and after several the wait is counted down. */
export function PinEntry({
  onPin,
  listens = true,
}: {
  onPin: (pin: string) => Promise<void>;
  listens?: boolean;
}) {
  const { say } = useWords();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [until, setUntil] = useState(0);
  const seconds = Math.max(0, Math.ceil((until - useTick()) / 1_000));
  // A code scanned here is nobody's PIN.
  useEffect(
    () =>
      addScanTarget(() => {
        setPin('');
        return true;
      }),
    [],
  );
  const prove = (value: string) => {
    setBusy(true);
    onPin(value)
      .catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error;
        play('wrong');
        setFailure(error);
        setUntil(waitUntil(error));
      })
      .finally(() => {
        setPin('');
        setBusy(false);
      });
  };
  return (
    <div className="pin-entry">
      <PinPad
        value={pin}
        onChange={value => {
          setPin(value);
          if (value) setFailure(null);
        }}
        onComplete={prove}
        disabled={busy || seconds > 0}
        listens={listens}
        words={{
          label: say(sessionWords.pad),
          digit: n => say(sessionWords.digit, { n }),
          back: say(sessionWords.back),
          filled: (n, of) => say(sessionWords.filled, { n, of }),
        }}
      />
      <p className="pin-message" role="alert">
        {busy && say(sessionWords.checking)}
        {failure && say(failure.sentence)} {seconds > 0 && say(sessionWords.waitSeconds, { n: seconds })}
      </p>
    </div>
  );
}

function waitUntil(failure: Failure): number {
  return typeof failure.details.seconds === 'number' ? Date.now() + failure.details.seconds * 1_000 : 0;
}

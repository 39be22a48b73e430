import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { mayBePassportLine } from '../../../src-main/custody/rules.ts';
import { answer, api } from '../../api.ts';
import { addScanTarget } from '../scan/scan.ts';
import { play } from '../sound.ts';
import { useAct } from '../../desk/use-act.ts';

/** Long enough for a reader to begin its second line. */
const betweenLinesMs = 3_000;
/** As one text, without a break between the lines. */
const leastOfBoth = 80;

/**
 * The two lines at the foot of a passport, typed or sent by a reader; the station keeps none of them.
 *
 * @param onRead `last4` is null where the office does not ask for it.
 */
export function usePassport(onRead: (passport: { kind: string; last4: string | null }) => void) {
  const [typed, setTyped] = useState('');
  const [good, setGood] = useState(false);
  const heldLine = useRef({ text: '', at: -Infinity });
  const { run, busy, failure, reset } = useAct(
    (mrz: string) => answer(api.custodies['read-passport'].$post({ json: { mrz } })),
    {
      onDone: passport => {
        play('accepted');
        setGood(true);
        setTyped('');
        onRead(passport);
      },
      onFail: () => {
        play('wrong');
        return true;
      },
    },
  );
  const read = (mrz: string) => {
    setGood(false);
    run(mrz);
  };

  const onScan = useEffectEvent((text: string) => {
    const { text: first, at } = heldLine.current;
    const isSecond = performance.now() - at < betweenLinesMs;
    if (!mayBePassportLine(text, isSecond)) return false;
    heldLine.current = { text: '', at: -Infinity };
    if (isSecond) read(`${first}\n${text}`);
    else if (text.length >= leastOfBoth) read(text);
    else heldLine.current = { text, at: performance.now() };
    return true;
  });
  useEffect(() => addScanTarget(text => onScan(text)), []);

  return {
    typed,
    type: (text: string) => {
      setTyped(text.toUpperCase());
      setGood(false);
      reset();
    },
    read,
    busy,
    failure,
    good,
  };
}

import { useEffect, useEffectEvent, useRef } from 'react';
import { readCode } from '../../../src-main/codes/rules.ts';
import { custodyWords } from '../../words/staff-custody.ts';
import { scanWords } from '../../words/staff-frame.ts';
import { placeWords } from '../../words/staff-places.ts';
import { useWords } from '../../words.ts';
import type { PlaceName } from '../panel.ts';
import type { Place } from '../reads.ts';
import { addScanTarget, echoScan } from '../scan/scan.ts';
import { play } from '../sound.ts';
import { isFree, usePlaces } from './use-place-codes.ts';

/** While its panel is open, a scanned free locker or pocket is chosen; one that is taken is refused with a reason. */
export function usePlaceScan(onPlace: (kind: PlaceName, place: Place) => void, first?: string): void {
  const { say } = useWords();
  const places = { locker: usePlaces('locker'), pocket: usePlaces('pocket') };
  const ready = places.locker.loaded && places.pocket.loaded;
  /** Scanned before the lists had come: held, not refused. */
  const early = useRef<string[]>([]);
  const refuse = (text: string) => {
    play('wrong');
    echoScan('wrong', text);
    return true;
  };
  const onScan = useEffectEvent((typed: string) => {
    const read = readCode(typed);
    if (read.code === null) return refuse(say(scanWords[read.kind]));
    if (read.kind !== 'locker' && read.kind !== 'pocket') return false;
    if (!ready) return early.current.push(typed) > 0;
    const place = places[read.kind].byCode(read.code);
    if (!place) return refuse(say(custodyWords.unknownPlace));
    const values = { place: say(placeWords[read.kind]), n: place.number };
    if (place.visitId) return refuse(say(custodyWords.occupied, values));
    if (!isFree(place)) return refuse(say(custodyWords.unusable, values));
    play('accepted');
    echoScan(
      'good',
      say(read.kind === 'locker' ? custodyWords.okLocker : custodyWords.okPocket, { n: place.number }),
    );
    onPlace(read.kind, place);
    return true;
  });
  useEffect(() => addScanTarget(typed => onScan(typed)), []);
  useEffect(() => {
    if (!ready) return;
    if (first) onScan(first);
    for (const typed of early.current.splice(0)) onScan(typed);
  }, [first, ready]);
}

import { useEffect, useEffectEvent, useRef } from 'react';
import { readCode } from '../../../src-main/codes/rules.ts';
import { answer, api, Failure } from '../../api.ts';
import { scanWords } from '../../words/staff-frame.ts';
import { placeWords } from '../../words/staff-places.ts';
import { useWords } from '../../words.ts';
import { openPanel } from '../panel.ts';
import { useHandInCopy } from '../reading/use-copy-scan.ts';
import { play } from '../sound.ts';
import { addScanTarget, dispatchScan, echoScan } from './scan.ts';
import { session, useMay } from '../session/session.ts';

type Found = Awaited<ReturnType<typeof findCode>>;
const findCode = (code: string) => answer(api.scan.$post({ json: { code } }));

/** What a scan does when no panel asked for one: the station names the action, the console opens it. */
export function useScanActions(): void {
  const { say } = useWords();
  const may = useMay();

  const handInCopy = useHandInCopy();
  /** Scanned while the station was asked about the scan before, whose panel may want them; null while it is not. */
  const held = useRef<string[] | null>(null);
  const goOn = () => {
    const next = held.current ?? [];
    held.current = null;
    // By then the panel that was opened listens.
    setTimeout(() => next.forEach(dispatchScan));
  };

  const refuse = (text: string) => {
    play('wrong');
    echoScan('wrong', text);
  };

  const open = (found: Found, code: string) => {
    const { action, visitId, place, photocopyId } = found;
    if (action === 'test-slip') return echoScan('good', say(scanWords.testSlip));
    if (action === 'give-copy') return openPanel({ kind: 'copy', code });
    if (action === 'shelve-copy' && may('reading.log')) return void handInCopy(code);
    if (photocopyId && action !== 'void-slip') return openPanel({ kind: 'photocopy', photocopyId, code });
    if (action === 'free-place' && place) {
      const word = say(placeWords[place.kind]);
      echoScan('good', say(scanWords.freePlace, { place: word, number: place.number }));
      return openPanel({ kind: 'place', place: place.kind, id: place.id });
    }
    if (action === 'visitor' && found.visitorId)
      return openPanel({ kind: 'entry', visitorId: found.visitorId });
    if (!visitId) return;
    if (action === 'take-in' && may('custody.take')) return openPanel({ kind: 'take-in', visitId });
    if (action === 'give-back' && may('custody.give'))
      return openPanel({ kind: 'give-back', visitId, code: found.kind === 'visit' ? undefined : code });
    openPanel({ kind: 'visit', visitId });
  };

  const onScan = useEffectEvent((typed: string) => {
    if (session.get().gate !== 'open' || !may('codes.scan')) return true;
    // What it would open lies behind the dialog, and takes with it what was typed there.
    if (document.querySelector('dialog[open]')) {
      refuse(say(scanWords.dialogFirst));
      return true;
    }
    const read = readCode(typed);
    if (read.code === null) {
      refuse(say(scanWords[read.kind]));
      return true;
    }
    if (held.current) return held.current.push(typed) > 0;
    held.current = [];
    const asked = findCode(read.code).then(
      found => {
        if (found.action === 'void-slip')
          refuse(say(found.photocopyId ? scanWords.usedForm : scanWords.voidSlip));
        else if (found.action !== 'shelve-copy' && !found.photocopyId) play('accepted');
        open(found, read.code);
      },
      (error: unknown) => {
        if (error instanceof Failure && error.status !== 423 && error.code !== 'access.loginNeeded')
          refuse(say(error.sentence));
      },
    );
    void asked.finally(goOn);
    return true;
  });

  useEffect(() => addScanTarget(typed => onScan(typed)), []);
}

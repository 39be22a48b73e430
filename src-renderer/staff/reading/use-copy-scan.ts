import { useEffect, useEffectEvent, useRef } from 'react';
import { readCode } from '../../../src-main/codes/rules.ts';
import { answer, api, Failure } from '../../api.ts';
import { readingWords as words } from '../../words/staff-reading.ts';
import { useWords } from '../../words.ts';
import { openPanel } from '../panel.ts';
import { addScanTarget, dispatchScan, echoScan } from '../scan/scan.ts';
import { play } from '../sound.ts';
import { toast, toastFailure } from '../../desk/toasts.ts';

const sendScan = (code: string, visitId?: string) =>
  answer(api.readings.scan.$post({ json: { code, visitId } }));
type Scanned = Awaited<ReturnType<typeof sendScan>>;

/** Hands a scanned copy in: to a visit, or back on its shelf; and says what became of it. */
export function useHandInCopy() {
  const { say } = useWords();
  const told = ({ did, copy, visitNumber, photocopyId }: Scanned, code: string, visitId?: string) => {
    if (did === 'asks') return openPanel({ kind: 'copy', code });
    if (did === 'at-co-op' && photocopyId) return openPanel({ kind: 'photocopy', photocopyId, code });
    play('accepted');
    const shelf = copy.shelf ? say(words.shelfNamed, { shelf: copy.shelf }) : say(words.itsShelf);
    const text =
      did === 'given'
        ? say(words.given, { title: copy.title, number: visitNumber ?? '' })
        : say(words.shelved, { title: copy.title, shelf });
    echoScan('good', text);
    // A scan too many is taken back by the same scan again.
    if (did === 'shelved' && visitId === undefined) toast('good', text);
  };
  const refused = (error: unknown) => {
    play('wrong');
    if (error instanceof Failure && error.code === 'reading.withOther')
      echoScan('wrong', say(words.withOther, { number: String(error.details.number) }));
    else toastFailure(error);
  };
  return (code: string, visitId?: string) =>
    sendScan(code, visitId).then(
      scanned => told(scanned, code, visitId),
      (error: unknown) => refused(error),
    );
}

/**
 * While the panel of a visit is open, a scanned copy goes to that visit, or comes back from it.
 *
 * @param takes whether the visit may have publications now; null while that is not known: scans are held so long.
 */
export function useCopiesForVisit(visitId: string, takes: boolean | null): void {
  const handIn = useHandInCopy();
  const early = useRef<string[]>([]);
  const onScan = useEffectEvent((typed: string) => {
    const read = readCode(typed);
    if (read.kind !== 'copy' || takes === false) return false;
    if (takes === null) return early.current.push(typed) > 0;
    void handIn(read.code, visitId);
    return true;
  });
  useEffect(() => addScanTarget(typed => onScan(typed)), []);
  useEffect(() => {
    if (takes !== null) early.current.splice(0).forEach(dispatchScan);
  }, [takes]);
}

/** Whether a visit may be given publications. */
export const takesCopies = (visit: { state: string }): boolean =>
  visit.state === 'serving' || visit.state === 'inside';

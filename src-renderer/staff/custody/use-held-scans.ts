import { useEffect, useEffectEvent, useState } from 'react';
import { readCode } from '../../../src-main/codes/rules.ts';
import { answer, api, Failure } from '../../api.ts';
import { scanWords } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import type { Custody } from '../reads.ts';
import { addScanTarget, echoScan } from '../scan/scan.ts';
import { play } from '../sound.ts';
import { toastFailure } from '../../desk/toasts.ts';
import { raiseStop } from './stop.ts';

export type Part = 'slip' | 'pocket' | 'locker';
export type PartState = 'missing' | 'checking' | 'matches';
type Scans = Partial<Record<Part, string>>;

const sent = (scans: Scans) => ({ slipCode: scans.slip, pocketCode: scans.pocket, lockerCode: scans.locker });

/** What was scanned of slip, pocket and locker; each is compared at the station at once, and a mismatch stops. */
export function useHeldScans(
  custody: Custody | undefined,
  visitNumber: string,
  wanted: Part[],
  first?: string,
) {
  const { say } = useWords();
  const [scans, setScans] = useState<Scans>({});
  const [checking, setChecking] = useState<Part | null>(null);

  const check = (part: Part, code: string) => {
    if (!custody) return;
    setChecking(part);
    const next = { ...scans, [part]: code };
    answer(api.custodies[':id'].check.$post({ param: { id: custody.id }, json: sent(next) })).then(
      () => {
        play('accepted');
        setScans(now => ({ ...now, [part]: code }));
        setChecking(null);
      },
      (error: unknown) => {
        setChecking(null);
        onRefused(error);
      },
    );
  };

  const onRefused = (error: unknown) => {
    if (
      error instanceof Failure &&
      (error.code === 'custody.mismatch' || error.code === 'custody.slipVoid')
    ) {
      const wrong = Array.isArray(error.details.wrong) ? (error.details.wrong as string[]) : ['slip'];
      setScans(now => Object.fromEntries(Object.entries(now).filter(([part]) => !wrong.includes(part))));
      raiseStop({
        wrong,
        visit: { number: visitNumber, locker: custody?.locker ?? null, pocket: custody?.pocket ?? null },
      });
      return;
    }
    if (error instanceof Failure) play('wrong');
    toastFailure(error);
  };

  const onScan = useEffectEvent((typed: string) => {
    const read = readCode(typed);
    if (read.code === null) {
      play('wrong');
      echoScan('wrong', say(scanWords[read.kind]));
      return true;
    }
    if (read.kind !== 'slip' && read.kind !== 'pocket' && read.kind !== 'locker') return false;
    if (!wanted.includes(read.kind) && read.kind === 'slip') return false;
    check(read.kind, read.code);
    return true;
  });
  useEffect(() => addScanTarget(typed => onScan(typed)), []);
  const ready = custody !== undefined;
  useEffect(() => {
    if (ready && first) onScan(first);
  }, [ready, first]);

  const stateOf = (part: Part): PartState =>
    scans[part] ? 'matches' : checking === part ? 'checking' : 'missing';
  return { codes: sent(scans), stateOf, complete: wanted.every(part => scans[part]), onRefused };
}

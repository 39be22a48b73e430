import { CircleCheck, CreditCard, Lock } from 'lucide-react';
import type { PlaceName } from '../panel.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { custodyWords } from '../../words/staff-custody.ts';
import { useWords } from '../../words.ts';
import type { Place } from '../reads.ts';
import { usePlaces } from './use-place-codes.ts';

interface Props {
  kind: PlaceName;
  /** The scanned place; null for the next free one. */
  chosen: Place | null;
  onNext: () => void;
}

/** A pocket or locker that will be used: the next free one until one is scanned. */
export function PlaceChoice({ kind, chosen, onNext }: Props) {
  const { say } = useWords();
  const { nextFree, loaded } = usePlaces(kind);
  const Icon = chosen ? CircleCheck : kind === 'locker' ? Lock : CreditCard;
  const place = chosen ?? nextFree;
  const how = chosen ? custodyWords.scanned : place ? custodyWords.nextFree : custodyWords.noneFree;
  return (
    <div className={`place-choice ${chosen ? 'place-choice-scanned' : ''}`} role="group" aria-live="polite">
      <span className="place-choice-head">
        <Icon size={20} aria-hidden />
        {say(custodyWords[kind])}
      </span>
      <strong className="numbers">{place?.number ?? '–'}</strong>
      <span className="row">
        {loaded && say(how)}
        {chosen && (
          <ActionButton size="small" tone="quiet" onClick={onNext}>
            {say(custodyWords.backToNext)}
          </ActionButton>
        )}
      </span>
    </div>
  );
}

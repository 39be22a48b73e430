import { CreditCard, Lock } from 'lucide-react';
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
  const Icon = kind === 'locker' ? Lock : CreditCard;
  const place = chosen ?? nextFree;
  const how = chosen ? custodyWords.scanned : custodyWords.nextFreeN;
  return (
    <div className={`place-choice ${chosen ? 'place-choice-scanned' : ''}`}>
      <Icon size={22} aria-hidden />
      <span>
        <strong>{say(custodyWords[kind])}</strong>
        <span className="numbers">
          {place ? say(how, { n: place.number }) : loaded && say(custodyWords.noneFree)}
        </span>
      </span>
      {chosen && (
        <ActionButton size="small" tone="quiet" onClick={onNext}>
          {say(custodyWords.backToNext)}
        </ActionButton>
      )}
    </div>
  );
}

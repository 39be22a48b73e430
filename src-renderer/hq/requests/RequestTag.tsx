import { CheckCheck, CircleX, Eye, FileClock, PencilLine, Send, Undo2, type LucideIcon } from 'lucide-react';
import { type RequestState, requestStateWords } from '../../../src-central/requests/schema.ts';
import { useWords } from '../../words.ts';

/** How a state looks: never by colour alone. */
export const requestLooks: Record<
  RequestState,
  { icon: LucideIcon; tone: 'blue' | 'green' | 'orange' | 'grey' }
> = {
  sent: { icon: Send, tone: 'blue' },
  seen: { icon: Eye, tone: 'blue' },
  claimed: { icon: PencilLine, tone: 'blue' },
  arriving: { icon: FileClock, tone: 'green' },
  answered: { icon: CheckCheck, tone: 'green' },
  refused: { icon: CircleX, tone: 'orange' },
  'taken-back': { icon: Undo2, tone: 'grey' },
};

export function RequestTag({ state }: { state: RequestState }) {
  const { say } = useWords();
  const { icon: Icon, tone } = requestLooks[state];
  return (
    <span className={`tag tag-${tone}`}>
      <Icon size={15} aria-hidden />
      {say(requestStateWords[state])}
    </span>
  );
}

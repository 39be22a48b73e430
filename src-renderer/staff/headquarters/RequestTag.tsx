import { CheckCheck, CircleX, Eye, Inbox, PencilLine, Undo2, type LucideIcon } from 'lucide-react';
import { requestStateWords } from '../../words/staff-headquarters.ts';
import { useWords } from '../../words.ts';
import type { HqRequest } from './headquarters-reads.ts';

const looks: Record<HqRequest['state'], { icon: LucideIcon; tone: 'blue' | 'green' | 'orange' | 'grey' }> = {
  new: { icon: Inbox, tone: 'orange' },
  seen: { icon: Eye, tone: 'blue' },
  claimed: { icon: PencilLine, tone: 'blue' },
  answered: { icon: CheckCheck, tone: 'green' },
  refused: { icon: CircleX, tone: 'orange' },
  'taken-back': { icon: Undo2, tone: 'grey' },
};

/** How far a request is: never by colour alone. */
export function RequestTag({ state }: Pick<HqRequest, 'state'>) {
  const { say } = useWords();
  const { icon: Icon, tone } = looks[state];
  return (
    <span className={`tag tag-${tone}`}>
      <Icon size={15} aria-hidden />
      {say(requestStateWords[state])}
    </span>
  );
}

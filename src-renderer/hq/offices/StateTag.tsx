import { type OfficeState, officeStateWords } from '../../../src-central/offices/schema.ts';
import { stateHints } from '../../words/hq-offices.ts';
import { useWords } from '../../words.ts';
import { stateLooks } from './office-state.ts';

export function StateTag({ state }: { state: OfficeState }) {
  const { say } = useWords();
  const { icon: Icon, tone } = stateLooks[state];
  return (
    <span className={`tag tag-${tone}`} title={say(stateHints[state])}>
      <Icon size={15} aria-hidden />
      {say(officeStateWords[state])}
    </span>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { frame } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PageState } from '../../desk/PageState.tsx';
import type { PlaceName } from '../panel.ts';
import { reads } from '../reads.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { NumberField } from '../frame/NumberField.tsx';

export function PlaceSettings() {
  const { say } = useWords();
  return (
    <div className="stack-wide">
      <p className="soft">{say(words.placesLead)}</p>
      <PlaceCount kind="locker" />
      <PlaceCount kind="pocket" />
    </div>
  );
}

function PlaceCount({ kind }: { kind: PlaceName }) {
  const query = useQuery(reads.places(kind));
  if (!query.data) return <PageState query={query} />;
  return <CountForm key={query.data.length} kind={kind} now={query.data.length} />;
}

export const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= 400;

function CountForm({ kind, now }: { kind: PlaceName; now: number }) {
  const { say } = useWords();
  const [count, setCount] = useState(now);
  const save = useAct(
    () => answer(api.places[':place'].count.$put({ param: { place: kind }, json: { count } })),
    {
      onDone: () => toast('good', say(frame.saved)),
      onFail: () => true,
    },
  );
  return (
    <div className="stack">
      <NumberField
        label={kind === 'locker' ? words.lockerCount : words.pocketCount}
        value={now}
        error={isCount(count) ? null : say(words.countBad)}
        onNumber={setCount}
      />
      <FailureLine failure={save.failure} />
      <div>
        <ActionButton
          tone="primary"
          busy={save.busy}
          why={!isCount(count) ? say(words.countBad) : count === now && say(words.unchanged)}
          onClick={() => save.run()}
        >
          {say(words.setCount)}
        </ActionButton>
      </div>
    </div>
  );
}

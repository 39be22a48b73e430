import { Unplug } from 'lucide-react';
import { frame } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** Before the first answer of the station there is nothing to show but this. */
export function StationSilent() {
  const { say } = useWords();
  return (
    <main className="entrance">
      <EmptyState icon={Unplug} title={say(frame.silentTitle)}>
        {say(frame.silent)}
      </EmptyState>
    </main>
  );
}

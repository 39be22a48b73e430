import { CircleAlert } from 'lucide-react';
import type { Failure } from '../api.ts';
import { useWords } from '../words.ts';

/** Why it was refused, in place. */
export function FailureLine({ failure }: { failure: Failure | null }) {
  const { say } = useWords();
  if (!failure) return null;
  return (
    <p className="note note-red" role="alert">
      <CircleAlert size={20} aria-hidden />
      {say(failure.sentence)}
    </p>
  );
}

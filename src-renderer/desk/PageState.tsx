import type { UseQueryResult } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { Failure } from '../api.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { desk } from '../words/desk.ts';
import { useWords } from '../words.ts';

/** While an answer is not there: bones after a moment, or what went wrong and how to try again. */
export function PageState({ query }: { query: Pick<UseQueryResult, 'error' | 'refetch'> }) {
  const { say } = useWords();
  if (query.error)
    return (
      <EmptyState icon={CloudOff} title={say(desk.broken)}>
        <p>{query.error instanceof Failure && say(query.error.sentence)}</p>
        <p>
          <ActionButton onClick={() => void query.refetch()}>{say(desk.again)}</ActionButton>
        </p>
      </EmptyState>
    );
  return (
    <div className="stack" role="status" aria-label={say(desk.loading)}>
      <span className="bone" style={{ width: '30%', height: 32 }} />
      <span className="bone" style={{ height: 120 }} />
      <span className="bone" style={{ height: 120 }} />
    </div>
  );
}

import { SearchX } from 'lucide-react';
import { ActionButton } from '../ui/ActionButton.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface Props {
  title: string;
  text: string;
  clear: string;
  onClear: () => void;
}

/** In place of a list in which nothing is what was searched for: how to see everything again. */
export function NothingMatches({ title, text, clear, onClear }: Props) {
  return (
    <EmptyState icon={SearchX} title={title}>
      <p>{text}</p>
      <p>
        <ActionButton onClick={onClear}>{clear}</ActionButton>
      </p>
    </EmptyState>
  );
}

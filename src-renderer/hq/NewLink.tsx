import { Plus } from 'lucide-react';
import { Link } from 'wouter';
import { ActionButton } from '../ui/ActionButton.tsx';

/** Leads to the page where something new is made; to whom may not it says why. */
export function NewLink({ to, word, denied }: { to: string; word: string; denied: string | false }) {
  if (denied)
    return (
      <ActionButton tone="primary" icon={Plus} why={denied}>
        {word}
      </ActionButton>
    );
  return (
    <Link href={to} className="act act-primary act-normal">
      <Plus size={18} aria-hidden />
      <span>{word}</span>
    </Link>
  );
}

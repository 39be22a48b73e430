import { BreachDialog } from './BreachDialog.tsx';
import { breachAsked } from './use-visit-steps.ts';

/** Asks for the reason as soon as a visit was served too late; it can be put off, and stays marked on the board. */
export function BreachPrompt() {
  const visit = breachAsked.use();
  if (!visit) return null;
  return <BreachDialog key={visit.id} visit={visit} onClose={() => breachAsked.set(null)} />;
}

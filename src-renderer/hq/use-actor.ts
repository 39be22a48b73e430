import { tellActor } from '../../src-central/audit/schema.ts';
import { useWords } from '../words.ts';

/** Who did it, in words: a person is told by e-mail. */
export function useActor(): (actor: string) => string {
  const { say } = useWords();
  return actor => say(tellActor(actor));
}

import type { Steps } from '../frame/Progress.tsx';
import type { Draft } from './draft.ts';
import type { Question } from './rules.ts';

/** What a question page shows around the answers, whichever question it is. */
export interface Asked {
  id: Question;
  title: string;
  hint?: string;
  mend: string | null;
  steps: Steps;
  from: 'before' | 'after';
}

/** What every question component gets: its page, the answers so far, and the two ways to answer. */
export interface QuestionParts {
  asked: Asked;
  draft: Draft;
  onChange: (patch: Partial<Draft>) => void;
  /** Changes and goes on. */
  onAnswer: (patch?: Partial<Draft>) => void;
}

import { Baby, HeartHandshake, UserRound, UsersRound } from 'lucide-react';
import type { VisitKind } from '../../../src-main/visits/schema.ts';
import { TouchChoices } from '../../ui/TouchChoices.tsx';
import { answerWords } from '../../words/kiosk-questions.ts';
import { useWords } from '../../words.ts';
import type { QuestionParts } from './question-parts.ts';
import { QuestionPage } from './QuestionPage.tsx';

const kinds = [
  { value: 'single', label: answerWords.single, hint: answerWords.singleHint, icon: UserRound },
  { value: 'child', label: answerWords.child, hint: answerWords.childHint, icon: Baby },
  {
    value: 'accompanied',
    label: answerWords.accompanied,
    hint: answerWords.accompaniedHint,
    icon: HeartHandshake,
  },
  { value: 'group', label: answerWords.group, hint: answerWords.groupHint, icon: UsersRound },
] as const;

export function WhoQuestion({ asked, draft, onAnswer }: QuestionParts) {
  const { say } = useWords();
  return (
    <QuestionPage {...asked}>
      <TouchChoices
        labelledBy={`${asked.id}-title`}
        options={kinds.map(kind => ({ ...kind, label: say(kind.label), hint: say(kind.hint) }))}
        chosen={draft.kind ? [draft.kind] : []}
        onPress={kind => onAnswer({ kind: kind as VisitKind })}
      />
    </QuestionPage>
  );
}

import { TypedField } from '../typing/TypedField.tsx';
import type { Layout } from '../typing/layouts.ts';
import type { QuestionParts } from './question-parts.ts';
import { QuestionPage } from './QuestionPage.tsx';

interface Props extends QuestionParts {
  layout: Layout;
  field: 'name' | 'birthYear' | 'companionName' | 'institution';
}

export function TextQuestion({ asked, draft, onChange, onAnswer, layout, field }: Props) {
  return (
    <QuestionPage {...asked}>
      <TypedField
        layout={layout}
        value={draft[field]}
        onType={typed => onChange({ [field]: typed })}
        onEnter={() => onAnswer()}
        labelledBy={`${asked.id}-title`}
        describedBy={`${asked.id}-hint`}
        invalid={asked.mend !== null}
      />
    </QuestionPage>
  );
}

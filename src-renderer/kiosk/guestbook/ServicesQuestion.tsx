import { TouchChoices } from '../../ui/TouchChoices.tsx';
import { useWords } from '../../words.ts';
import { useTurn } from '../session/turn.ts';
import type { QuestionParts } from './question-parts.ts';
import { QuestionPage } from './QuestionPage.tsx';

export function ServicesQuestion({ asked, draft, onChange }: QuestionParts) {
  const { language } = useWords();
  const { services } = useTurn().office;
  const toggle = (code: string) =>
    onChange({
      services: draft.services.includes(code)
        ? draft.services.filter(one => one !== code)
        : [...draft.services, code],
    });
  return (
    <QuestionPage {...asked}>
      <TouchChoices
        many
        labelledBy={`${asked.id}-title`}
        columns={services.length > 5 ? 2 : 1}
        options={services.map(({ code, [language]: label }) => ({ value: code, label }))}
        chosen={draft.services}
        onPress={toggle}
      />
    </QuestionPage>
  );
}

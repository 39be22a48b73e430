import type { VisitKind } from '../../../src-main/visits/schema.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { TouchChoices } from '../../ui/TouchChoices.tsx';
import { answerWords } from '../../words/kiosk-questions.ts';
import { useWords } from '../../words.ts';
import { useTurn } from '../session/turn.ts';
import type { QuestionParts } from './question-parts.ts';
import { QuestionPage } from './QuestionPage.tsx';

/** The notice as the station made it from its settings, the visitor's choice, and an unticked wish to be remembered. */
export function NoticeQuestion({
  asked,
  draft,
  onChange,
  onAnswer,
  kind,
}: QuestionParts & { kind: VisitKind }) {
  const { say } = useWords();
  const { version, body } = useTurn().office.notice;
  const mayBeRemembered = kind !== 'child' && draft.visitorToken === null;
  return (
    <QuestionPage
      {...asked}
      hint={say(body.short)}
      aside={
        <div className="k-notice-choices">
          {mayBeRemembered && (
            <TouchChoices
              many
              labelledBy={`${asked.id}-title`}
              options={[
                { value: 'remember', label: say(answerWords.remember), hint: say(answerWords.rememberHint) },
              ]}
              chosen={draft.remember ? ['remember'] : []}
              onPress={() => onChange({ remember: !draft.remember })}
            />
          )}
          <TouchButton tone="main" onClick={() => onAnswer({ notice: { version, choice: 'accepted' } })}>
            {say(answerWords.accept)}
          </TouchButton>
          <TouchButton onClick={() => onAnswer({ notice: { version, choice: 'refused' }, remember: false })}>
            {say(answerWords.refuse)}
          </TouchButton>
        </div>
      }
    >
      <ul className="k-notice">
        {body.points.map(point => (
          <li key={point.id}>{withLead(say(point))}</li>
        ))}
      </ul>
    </QuestionPage>
  );
}

/** `What for: …` with its first words strong, so that the six points can be skimmed. */
function withLead(point: string) {
  const end = point.indexOf(':') + 1;
  return (
    <span>
      <strong>{point.slice(0, end)}</strong>
      {point.slice(end)}
    </span>
  );
}

import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { consentWords } from '../../words/staff-consents.ts';
import { useWords } from '../../words.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import type { VisitDetail } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { Facts } from './Facts.tsx';

type Consent = NonNullable<VisitDetail['person']>['consents'][number];

/** What the visitor agreed to and has not taken back; an officer takes it back when the visitor says so. */
export function PersonConsents({ visitorId, consents }: { visitorId: string; consents: Consent[] }) {
  const { say, day } = useWords();
  const may = useMay();
  const withdraw = useAct(
    (purpose: Consent['purpose']) =>
      answer(api.visitors[':id'].consents.withdraw.$post({ param: { id: visitorId }, json: { purpose } })),
    { onDone: () => toast('good', say(consentWords.withdrawn)) },
  );
  return consents.map(({ purpose, untilOn }) => (
    <div key={purpose} className="stack">
      <Facts facts={[[consentWords.names[purpose], say(consentWords.until, { day: day(untilOn) })]]} />
      {may('consents.withdraw') && (
        <div className="row">
          <ActionButton size="small" busy={withdraw.busy} onClick={() => withdraw.run(purpose)}>
            {say(consentWords.withdraw)}
          </ActionButton>
          <small className="soft">{say(consentWords.withdrawHint)}</small>
        </div>
      )}
    </div>
  ));
}

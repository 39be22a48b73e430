import { Eye } from 'lucide-react';
import { useEffect, useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { VisitorCardButton } from '../labels/VisitorCardButton.tsx';
import type { VisitDetail } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { useAct } from '../../desk/use-act.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { EraseVisitor } from './EraseVisitor.tsx';
import { Facts } from './Facts.tsx';
import { PersonConsents } from './PersonConsents.tsx';

/** Who the visitor is. Phone and e-mail are shown on request only, for a minute, and each look is recorded. */
export function VisitPerson({ visit }: { visit: VisitDetail }) {
  const { say } = useWords();
  const { choice } = useChoiceWords();
  const may = useMay();
  const { person } = visit;
  return (
    <section className="part">
      <h3>{say(visitWords.person)}</h3>
      {person ? (
        <>
          <Facts
            facts={[
              [visitWords.sex, person.sex && say(visitWords[person.sex])],
              [visitWords.birthYear, person.birthYear],
              [visitWords.education, choice('education', person.education)],
              [visitWords.occupation, choice('occupations', person.occupation)],
              [
                visitWords.institution,
                person.institution ?? choice('institutions', person.institutionCategory),
              ],
              [visitWords.disability, choice('disabilities', person.disability)],
            ]}
          />
          <Contact visitId={visit.id} has={person.hasPhone || person.hasEmail} />
          <PersonConsents visitorId={person.id} consents={person.consents} />
          {person.remembered && may('labels.print') && <VisitorCardButton visitId={visit.id} />}
          <EraseVisitor visitorId={person.id} />
        </>
      ) : (
        <p className="soft">{say(visitWords.noPerson)}</p>
      )}
    </section>
  );
}

const shownMs = 60_000;

function Contact({ visitId, has }: { visitId: string; has: boolean }) {
  const { say } = useWords();
  const may = useMay();
  const [shown, setShown] = useState<{ phone: string | null; email: string | null } | null>(null);
  const look = useAct(() => answer(api.visits[':id'].look.$post({ param: { id: visitId } })), {
    onDone: setShown,
  });
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(null), shownMs);
    return () => clearTimeout(timer);
  }, [shown]);
  if (!has) return <Facts facts={[[visitWords.contact, say(visitWords.contactNone)]]} />;
  if (shown)
    return (
      <>
        <Facts
          facts={[
            [visitWords.phone, shown.phone],
            [visitWords.email, shown.email],
          ]}
        />
        <ActionButton size="small" tone="quiet" onClick={() => setShown(null)}>
          {say(visitWords.hide)}
        </ActionButton>
      </>
    );
  return (
    <>
      <Facts facts={[[visitWords.contact, say(visitWords.contactHidden)]]} />
      {may('visitors.look') && (
        <div className="row">
          <ActionButton size="small" icon={Eye} busy={look.busy} onClick={() => look.run()}>
            {say(visitWords.reveal)}
          </ActionButton>
          <small className="soft">{say(visitWords.revealHint)}</small>
        </div>
      )}
    </>
  );
}

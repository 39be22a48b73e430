import { useQuery } from '@tanstack/react-query';
import { Drawer } from '../../ui/Drawer.tsx';
import { stateWords, board } from '../../words/staff-board.ts';
import { frame } from '../../words/staff-frame.ts';
import { visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { PageState } from '../../desk/PageState.tsx';
import { closePanel } from '../panel.ts';
import { takesCopies, useCopiesForVisit } from '../reading/use-copy-scan.ts';
import { VisitPublications } from '../reading/VisitPublications.tsx';
import { VisitNeeds } from '../data-needs/VisitNeeds.tsx';
import { reads } from '../reads.ts';
import { VisitSoftcopies } from '../softcopies/VisitSoftcopies.tsx';
import { useMay } from '../session/session.ts';
import { BreachNotice } from './BreachNotice.tsx';
import { VisitActions } from './VisitActions.tsx';
import { VisitCustody } from './VisitCustody.tsx';
import { VisitFacts } from './VisitFacts.tsx';
import { VisitJournal } from './VisitJournal.tsx';
import { VisitPerson } from './VisitPerson.tsx';
import { VisitServices } from './VisitServices.tsx';
import './visit.css';

/** One visit whole: what to do next, who, what for, card and locker, and everything that happened. */
export function VisitPanel({ visitId }: { visitId: string }) {
  const { say } = useWords();
  const query = useQuery(reads.visit(visitId));
  const visit = query.data;
  const may = useMay();
  useCopiesForVisit(visitId, !may('reading.log') ? false : visit ? takesCopies(visit) : null);
  return (
    <Drawer
      title={
        visit ? (
          <>
            <span className="numbers">{visit.number}</span> · {visit.person?.name ?? say(board.anonymous)}
          </>
        ) : (
          say(visitWords.about)
        )
      }
      lead={visit && <span className={`state state-${visit.state}`}>{say(stateWords[visit.state])}</span>}
      closeLabel={say(frame.close)}
      onClose={closePanel}
      actions={visit && <VisitActions visit={visit} />}
    >
      {visit ? (
        <div className="stack-wide">
          <BreachNotice visit={visit} />
          <VisitServices visit={visit} />
          <VisitPublications visit={visit} />
          <VisitSoftcopies visit={visit} />
          <VisitNeeds visit={visit} />
          <VisitCustody visit={visit} />
          <VisitPerson visit={visit} />
          <VisitFacts visit={visit} />
          <VisitJournal visitId={visit.id} />
        </div>
      ) : (
        <PageState query={query} />
      )}
    </Drawer>
  );
}

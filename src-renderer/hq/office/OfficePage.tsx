import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { PageState } from '../../desk/PageState.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { officePageWords as words } from '../../words/hq-office.ts';
import { officeWords } from '../../words/hq-offices.ts';
import { useWords } from '../../words.ts';
import { useMoments } from '../moments.ts';
import { OfficeDialog } from '../offices/OfficeDialog.tsx';
import { StateTag } from '../offices/StateTag.tsx';
import { ProofPart } from '../proof/ProofPart.tsx';
import { BackLink } from '../PageHead.tsx';
import { reads, type OfficeAnswer, type OfficeLine } from '../queries.ts';
import { useMay } from '../session/session.ts';
import { DaysPart } from './DaysPart.tsx';
import { StationsPart } from './StationsPart.tsx';
import './office.css';

const parts = ['days', 'stations', 'proof'] as const;
type Part = (typeof parts)[number];

const screens: Record<Part, (props: { answer: OfficeAnswer }) => ReactNode> = {
  days: ({ answer }) => <DaysPart office={answer.line.office} />,
  stations: StationsPart,
  proof: ({ answer }) => <ProofPart office={answer.line.office} />,
};

/** One office: its days, its stations, and the proof of what it sent. */
export function OfficePage({ office, part }: { office: string; part: string }) {
  const { say } = useWords();
  const query = useQuery(reads.office(office));
  const here = parts.find(one => one === part) ?? 'days';
  const Screen = screens[here];
  return (
    <>
      <BackLink to="/" word={say(words.back)} />
      {query.data ? (
        <>
          <Head line={query.data.line} />
          <nav className="tabs" aria-label={say(words.parts)}>
            {parts.map(one => (
              <Link
                key={one}
                href={`/offices/${office}/${one}`}
                aria-current={one === here ? 'page' : undefined}
              >
                {say(words[one])}
              </Link>
            ))}
          </nav>
          <Screen answer={query.data} />
        </>
      ) : (
        <PageState query={query} />
      )}
    </>
  );
}

function Head({ line }: { line: OfficeLine }) {
  const { say } = useWords();
  const { ago, moment } = useMoments();
  const may = useMay();
  const [renaming, setRenaming] = useState(false);
  return (
    <header className="page-head office-head">
      <div>
        <h1>
          {line.name} <span className="office-code numbers">{line.office}</span>
        </h1>
        <p className="row">
          <StateTag state={line.state} />
          {line.health?.demo === true && <span className="tag tag-orange">{say(officeWords.demo)}</span>}
          {line.seenAt ? (
            <time dateTime={line.seenAt} title={moment(line.seenAt)}>
              {say(words.seen, { ago: ago(line.seenAt) })}
            </time>
          ) : (
            say(words.unseen)
          )}
        </p>
      </div>
      <ActionButton
        icon={Pencil}
        why={!may('offices.change') && say(hqFrame.notForRole)}
        onClick={() => setRenaming(true)}
      >
        {say(officeWords.rename)}
      </ActionButton>
      {renaming && <OfficeDialog office={line} onClose={() => setRenaming(false)} />}
    </header>
  );
}

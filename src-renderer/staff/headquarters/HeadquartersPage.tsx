import type { ComponentType } from 'react';
import { Link, useParams } from 'wouter';
import { hqWords as words } from '../../words/staff-headquarters.ts';
import { useWords, type Sentence } from '../../words.ts';
import { InstrumentsPart } from './InstrumentsPart.tsx';
import { RequestsPart } from './RequestsPart.tsx';
import '../lockers/places.css';

const sections: { key: string; word: Sentence; screen: ComponentType }[] = [
  { key: 'requests', word: words.requests, screen: RequestsPart },
  { key: 'instruments', word: words.instruments, screen: InstrumentsPart },
];

/** What headquarters asks of this office, and what it published for it. */
export function HeadquartersPage() {
  const { say } = useWords();
  const { section } = useParams<{ section?: string }>();
  const here = sections.find(one => one.key === section) ?? sections[0]!;
  const Screen = here.screen;
  return (
    <>
      <header className="page-head">
        <h1>{say(words.title)}</h1>
        <nav className="seg seg-wide" aria-label={say(words.sections)}>
          {sections.map(one => (
            <Link
              key={one.key}
              href={`/headquarters/${one.key}`}
              aria-current={one === here ? 'page' : undefined}
            >
              {say(one.word)}
            </Link>
          ))}
        </nav>
      </header>
      <Screen />
    </>
  );
}

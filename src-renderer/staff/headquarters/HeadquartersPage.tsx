import type { ComponentType } from 'react';
import { useParams } from 'wouter';
import { hqWords as words } from '../../words/staff-headquarters.ts';
import { useWords, type Sentence } from '../../words.ts';
import { SectionNav } from '../frame/SectionNav.tsx';
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
        <SectionNav label={say(words.sections)} page="/headquarters" sections={sections} here={here.key} />
      </header>
      <Screen />
    </>
  );
}

import { Plus } from 'lucide-react';
import type { ComponentType } from 'react';
import { useParams } from 'wouter';
import type { Operation } from '../../../src-main/access.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { frame } from '../../words/staff-frame.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords, type Sentence } from '../../words.ts';
import { SectionNav } from '../frame/SectionNav.tsx';
import { ImportPage } from '../imports/ImportPage.tsx';
import { openPanel } from '../panel.ts';
import { useMay } from '../session/session.ts';
import { CataloguePage } from './CataloguePage.tsx';
import { SynonymsPage } from './SynonymsPage.tsx';
import { WantedPage } from './WantedPage.tsx';
import './publications.css';

interface Section {
  key: string;
  word: Sentence;
  needs: Operation;
  screen: ComponentType;
}

const sections: Section[] = [
  { key: 'catalogue', word: words.catalogue, needs: 'publications.find', screen: CataloguePage },
  { key: 'wanted', word: words.wanted, needs: 'publications.wanted', screen: WantedPage },
  { key: 'synonyms', word: words.synonyms, needs: 'synonyms.read', screen: SynonymsPage },
  { key: 'import', word: words.imports, needs: 'imports.read', screen: ImportPage },
];

/** The office's catalogue and what belongs to it. */
export function PublicationsPage() {
  const { say } = useWords();
  const may = useMay();
  const { section } = useParams<{ section?: string }>();
  const seen = sections.filter(one => may(one.needs));
  const here = seen.find(one => one.key === section) ?? seen[0];
  if (!here) return null;
  const Screen = here.screen;
  return (
    <>
      <header className="page-head">
        <div className="row">
          <h1>{say(words.title)}</h1>
        </div>
        <SectionNav label={say(words.sections)} page="/publications" sections={seen} here={here.key} />
        {here.key === 'catalogue' && (
          <ActionButton
            icon={Plus}
            why={!may('publications.change') && say(frame.notForRole)}
            onClick={() => openPanel({ kind: 'publication-form' })}
          >
            {say(words.add)}
          </ActionButton>
        )}
      </header>
      <Screen />
    </>
  );
}

import { Link } from 'wouter';
import { useWords, type Sentence } from '../../words.ts';

interface Props {
  label: string;
  /** The address of the page, which the key of a section follows. */
  page: string;
  sections: { key: string; word: Sentence }[];
  here: string;
}

/** The sections of a page, one of which is shown; each has an address of its own. */
export function SectionNav({ label, page, sections, here }: Props) {
  const { say } = useWords();
  return (
    <nav className="seg seg-wide" aria-label={label}>
      {sections.map(({ key, word }) => (
        <Link key={key} href={`${page}/${key}`} aria-current={key === here ? 'page' : undefined}>
          {say(word)}
        </Link>
      ))}
    </nav>
  );
}

import { BookOpen, ChevronRight, FileText } from 'lucide-react';
import type { FoundPublication } from '../../../src-main/search/schema.ts';
import { BookCover } from '../../ui/BookCover.tsx';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { searchWords as words } from '../../words/kiosk-library.ts';
import { kindWords, wordOf } from '../../words/publications.ts';
import { useWords } from '../../words.ts';

interface Props {
  found: FoundPublication[];
  onOpen: (found: FoundPublication) => void;
  /** Null when all are shown. */
  onMore: (() => void) | null;
}

export function Results({ found, onOpen, onMore }: Props) {
  const { say } = useWords();
  return (
    <>
      <ul>
        {found.map(one => (
          <li key={one.id}>
            <button type="button" className="k-result" onClick={() => onOpen(one)}>
              <BookCover title={one.title} year={one.year} src={null} size="normal" />
              <span className="k-result-words">
                <strong>{one.title}</strong>
                <small>
                  {[one.year, one.areaName, one.kind && say(wordOf(kindWords, one.kind))]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
                <Place found={one} />
              </span>
              <ChevronRight aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {onMore && <TouchButton onClick={onMore}>{say(words.more)}</TouchButton>}
    </>
  );
}

/** Whether it can be had here; where exactly stands on its own page. */
function Place({ found }: { found: FoundPublication }) {
  const { say } = useWords();
  if (found.usableCopies > 0)
    return (
      <small className="k-here">
        <BookOpen aria-hidden />
        {say(words.onShelf)}
      </small>
    );
  return (
    <small>
      <FileText aria-hidden />
      {say(found.copies > 0 ? words.allOut : found.hasPdf ? words.pdfOnly : words.notHere)}
    </small>
  );
}

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { ActionButton } from './ActionButton.tsx';
import './pager.css';

interface Props {
  /** From 0. */
  page: number;
  pages: number;
  onPage: (page: number) => void;
  words: { label: string; previous: string; next: string; range: string };
}

/** One page back or forth, and where in the list one is. */
export function Pager({ page, pages, onPage, words }: Props) {
  return (
    <nav className="pager" aria-label={words.label}>
      <span className="numbers" role="status">
        {words.range}
      </span>
      {pages > 1 && (
        <>
          <ActionButton icon={ChevronLeft} why={page === 0 && words.range} onClick={() => onPage(page - 1)}>
            {words.previous}
          </ActionButton>
          <ActionButton
            icon={ChevronRight}
            why={page >= pages - 1 && words.range}
            onClick={() => onPage(page + 1)}
          >
            {words.next}
          </ActionButton>
        </>
      )}
    </nav>
  );
}

import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

interface Props {
  title: string;
  /** What the page is about. */
  lead?: string;
  /** What can be done with the whole of it. */
  children?: ReactNode;
}

/** The head of a page. */
export function PageHead({ title, lead, children }: Props) {
  return (
    <header className="page-head">
      <div className="page-head-words">
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {children && <div className="row">{children}</div>}
    </header>
  );
}

/** From one of a list back to the list. */
export function BackLink({ to, word }: { to: string; word: string }) {
  return (
    <Link href={to} className="back-link">
      <ArrowLeft size={18} aria-hidden />
      {word}
    </Link>
  );
}

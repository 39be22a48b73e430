import { Download } from 'lucide-react';
import { labelWords as words } from '../../words/staff-labels.ts';
import { useWords } from '../../words.ts';
import './labels.css';

// It takes the place of the button that was pressed, and its focus.
const takeFocus = (link: HTMLAnchorElement | null) => link?.focus();

/** Saves a file that lies in this window; it looks like the button that it stands in for. */
export function SaveLink({ url, name }: { url: string; name: string }) {
  const { say } = useWords();
  return (
    <a ref={takeFocus} className="act act-primary act-normal" href={url} download={name}>
      <Download size={18} aria-hidden />
      <span>{say(words.save, { name })}</span>
    </a>
  );
}

import { useState } from 'react';
import './book-cover.css';

interface Props {
  title: string;
  year: number | null;
  /** Address of a picture; null when there is none to ask for. */
  src: string | null;
  size?: 'small' | 'normal' | 'large';
}

const cloths = ['blue', 'green', 'orange'] as const;

/** The cover of a book: its picture when it comes, and until then, or without one, a cover drawn from its title. */
export function BookCover({ title, year, src, size = 'normal' }: Props) {
  const [state, setState] = useState<'coming' | 'there' | 'none'>('coming');
  const letters = [...title].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0);
  return (
    <span className={`cover cover-${size} cover-${cloths[letters % cloths.length]}`} aria-hidden>
      {state !== 'there' && (
        <span className="cover-drawn">
          <span className="cover-title">{title}</span>
          <span className="cover-year">{year}</span>
        </span>
      )}
      {src && state !== 'none' && (
        <img
          src={src}
          alt=""
          loading="lazy"
          decoding="async"
          data-there={state === 'there' || undefined}
          onLoad={() => setState('there')}
          onError={() => setState('none')}
        />
      )}
    </span>
  );
}

import { CircleAlert } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { focusWhenPainted } from '../../ui/focus.ts';
import { Progress, type Steps } from '../frame/Progress.tsx';
import './question.css';

interface Props {
  /** Ids are made from it: `…-title` names the answers, `…-hint` describes them. */
  id: string;
  title: string;
  hint?: string;
  /** What to do about the answer before going on; takes the place of the hint. */
  mend?: string | null;
  steps?: Steps;
  from?: 'before' | 'after';
  /** Below the question: a way past it. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One question: on wide screens beside its answers, on tall ones above them. */
export function QuestionPage({ id, title, hint, mend, steps, from, aside, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A text field takes the focus itself and is named by this heading.
    const typed = heading.current?.closest('.k-question')?.querySelector('input');
    if (!typed) focusWhenPainted(heading.current);
  }, [id]);
  return (
    <div className="k-question">
      <div className="k-ask">
        {steps && <Progress {...steps} />}
        <h1 id={`${id}-title`} ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <div id={`${id}-hint`} role={mend ? 'alert' : undefined}>
          {mend ? (
            <p className="k-mend">
              <CircleAlert aria-hidden />
              {mend}
            </p>
          ) : (
            hint && <p className="k-hint">{hint}</p>
          )}
        </div>
      </div>
      <div className="k-answer" key={id} data-from={from}>
        {children}
      </div>
      {aside && <div className="k-aside">{aside}</div>}
    </div>
  );
}

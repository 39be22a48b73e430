import { Send } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Failure } from '../api.ts';
import { FailureLine } from '../desk/FailureLine.tsx';
import { ActionButton } from '../ui/ActionButton.tsx';
import { BackLink, PageHead } from './PageHead.tsx';
import './make-page.css';

interface Props {
  title: string;
  back: { to: string; word: string };
  /** Read out as the name of what stands beside the fields, and its heading. */
  previewTitle: string;
  preview: ReactNode;
  act: { word: string; busy: boolean; why: string | false; failure: Failure | null; onAct: () => void };
  /** The fields. */
  children: ReactNode;
}

/** Something for the offices is made here: its fields, and beside them what will come of it, with the button. */
export function MakePage({ title, back, previewTitle, preview, act, children }: Props) {
  return (
    <>
      <BackLink {...back} />
      <PageHead title={title} />
      <div className="make">
        <div className="stack-wide">{children}</div>
        <aside className="make-preview" aria-label={previewTitle}>
          <h2>{previewTitle}</h2>
          {preview}
          <FailureLine failure={act.failure} />
          <ActionButton
            tone="primary"
            size="large"
            icon={Send}
            busy={act.busy}
            why={act.why}
            onClick={act.onAct}
          >
            {act.word}
          </ActionButton>
        </aside>
      </div>
    </>
  );
}

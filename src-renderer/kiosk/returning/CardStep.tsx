import { Camera, Keyboard } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { returningWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';
import { TypedField } from '../typing/TypedField.tsx';

/** Loaded on the press only; a station that cannot deliver it counts as a kiosk without a camera. */
const CameraReader = lazy((): Promise<{ default: ComponentType<Reader> }> =>
  import('./CameraReader.tsx').catch(() => ({ default: NoReader })),
);

interface Reader {
  onRead: (code: string) => void;
  onMissing: () => void;
}

function NoReader({ onMissing }: Reader) {
  useEffect(onMissing, [onMissing]);
  return null;
}

interface Props {
  code: string;
  mend: string | null;
  onType: (code: string) => void;
  onEnter: () => void;
  /** The camera has read a code. */
  onRead: (code: string) => void;
}

export function CardStep({ code, mend, onType, onEnter, onRead }: Props) {
  const { say } = useWords();
  const [camera, setCamera] = useState<'closed' | 'open' | 'missing'>('closed');
  const open = camera === 'open';
  return (
    <QuestionPage
      id="card"
      title={say(returningWords.scanTitle)}
      hint={say(open ? returningWords.cameraAim : returningWords.scanText)}
      mend={mend ?? (camera === 'missing' ? say(returningWords.cameraMissing) : null)}
      aside={
        camera !== 'missing' && (
          <TouchButton icon={open ? Keyboard : Camera} onClick={() => setCamera(open ? 'closed' : 'open')}>
            {say(open ? returningWords.cameraStop : returningWords.camera)}
          </TouchButton>
        )
      }
    >
      {open ? (
        <Suspense fallback={<p className="k-late">{say(returningWords.cameraStarting)}</p>}>
          <CameraReader onRead={onRead} onMissing={() => setCamera('missing')} />
        </Suspense>
      ) : (
        <TypedField
          layout="code"
          value={code}
          onType={onType}
          onEnter={onEnter}
          labelledBy="card-title"
          describedBy="card-hint"
          invalid={mend !== null}
        />
      )}
    </QuestionPage>
  );
}

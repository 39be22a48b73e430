import { Camera, Keyboard } from 'lucide-react';
import { useState } from 'react';
import { isCode } from '../../../src-main/codes/rules.ts';
import { CameraPicture } from '../../ui/CameraPicture.tsx';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { returningWords } from '../../words/kiosk.ts';
import { useWords, type Sentence } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';
import { TypedField } from '../typing/TypedField.tsx';

interface Props {
  title?: Sentence;
  hint?: Sentence;
  code: string;
  mend: string | null;
  onType: (code: string) => void;
  onEnter: () => void;
  /** The camera has read a code. */
  onRead: (code: string) => void;
}

/** A code that the visitor holds: scanned, typed, or held before the camera. */
export function CardStep({
  title = returningWords.scanTitle,
  hint = returningWords.scanText,
  code,
  mend,
  onType,
  onEnter,
  onRead,
}: Props) {
  const { say } = useWords();
  const [camera, setCamera] = useState<'closed' | 'open' | 'missing'>('closed');
  const open = camera === 'open';
  return (
    <QuestionPage
      id="card"
      title={say(title)}
      hint={say(open ? returningWords.cameraAim : hint)}
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
        <CameraPicture
          words={{
            aim: say(returningWords.cameraAim),
            opening: say(returningWords.cameraStarting),
            otherCamera: say(returningWords.cameraOther),
            light: say(returningWords.cameraLight),
          }}
          button={TouchButton}
          isExpected={isCode}
          onCode={onRead}
          onEnd={why => setCamera(why === 'idle' ? 'closed' : 'missing')}
        />
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

import { CircleAlert, X } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { isCode } from '../../../src-main/codes/rules.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import type { CameraFault } from '../../ui/camera.ts';
import { CameraPicture } from '../../ui/CameraPicture.tsx';
import { scanWords } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { session } from '../session/session.ts';
import { dispatchScan } from './scan.ts';

/** A camera in place of a scanner: it stays open for slip, pocket and locker one after the other. */
export function ScanCamera({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const [fault, setFault] = useState<CameraFault | null>(null);
  const close = useEffectEvent(onClose);
  // Behind a locked screen no camera looks on.
  useEffect(() => session.subscribe(() => session.get().gate !== 'open' && close()), []);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && close();
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, []);
  return (
    <div className="scan-camera">
      {fault ? (
        <p className="note note-orange" role="alert">
          <CircleAlert size={20} aria-hidden />
          {say(scanWords.cameraFaults[fault])}
        </p>
      ) : (
        <CameraPicture
          words={{
            aim: say(scanWords.cameraAim),
            opening: say(scanWords.cameraOpening),
            otherCamera: say(scanWords.cameraOther),
            light: say(scanWords.cameraLight),
          }}
          button={ActionButton}
          isExpected={isCode}
          onCode={dispatchScan}
          onEnd={why => (why === 'idle' ? onClose() : setFault(why))}
        />
      )}
      <div className="row">
        <ActionButton icon={X} onClick={onClose}>
          {say(scanWords.cameraClose)}
        </ActionButton>
        {!fault && <span className="soft">{say(scanWords.cameraAim)}</span>}
      </div>
    </div>
  );
}

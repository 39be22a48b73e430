import { Flashlight, SwitchCamera, type LucideIcon } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type ComponentType, type ReactNode } from 'react';
import type { CameraFault, NoCamera, Scanner } from './camera.ts';
import './camera-picture.css';

interface ButtonProps {
  icon: LucideIcon;
  'aria-pressed'?: boolean;
  onClick: () => void;
  children: ReactNode;
}

interface Props {
  words: {
    /** What the picture is for, and what is said while it opens. */
    aim: string;
    opening: string;
    otherCamera: string;
    light: string;
  };
  button: ComponentType<ButtonProps>;
  /** A code of the kind that is looked for; any other is told only when it is certain. */
  isExpected: (code: string) => boolean;
  onCode: (code: string) => void;
  /** There is no picture (any more); `idle` when nothing was read for a minute or nobody sees the page. */
  onEnd: (why: CameraFault | 'idle') => void;
}

const patienceMs = 60_000;

/** Which camera was chosen, until the window closes; null for the one that the machine prefers. */
let preferred: string | null = null;

/** The camera before has been let go: many machines give two out at once to nobody. */
let letGo: Promise<unknown> = Promise.resolve();

/** What the camera sees, read for codes as long as it is on the page. */
export function CameraPicture({ words, button: Button, isExpected, onCode, onEnd }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [cameraId, setCameraId] = useState(preferred);
  const [scanner, setScanner] = useState<Scanner | null>(null);
  const [lit, setLit] = useState(false);
  const [reads, setReads] = useState(0);
  const read = useEffectEvent((code: string) => {
    setReads(count => count + 1);
    onCode(code);
  });
  const expects = useEffectEvent(isExpected);
  const end = useEffectEvent(onEnd);

  useEffect(() => {
    let gone = false;
    const place = frame.current!;
    const unlessGone = (call: () => void) => {
      if (!gone) call();
    };
    const before = letGo;
    const started = import('./camera.ts').then(async ({ startScanner }) => {
      await before;
      return gone
        ? null
        : startScanner(place, {
            cameraId,
            isExpected: code => expects(code),
            onCode: code => unlessGone(() => read(code)),
            onLost: () => unlessGone(() => end('missing')),
          });
    });
    started.then(
      at => unlessGone(() => setScanner(at)),
      (error: Partial<NoCamera>) => unlessGone(() => end(error.why ?? 'missing')),
    );
    return () => {
      gone = true;
      setScanner(null);
      setLit(false);
      letGo = started.then(at => at?.stop()).catch(() => {});
    };
  }, [cameraId]);

  useEffect(() => {
    const timer = setTimeout(() => end('idle'), patienceMs);
    return () => clearTimeout(timer);
  }, [reads]);
  useEffect(() => {
    const onSight = () => {
      if (document.hidden) end('idle');
    };
    document.addEventListener('visibilitychange', onSight);
    return () => document.removeEventListener('visibilitychange', onSight);
  }, []);

  const other = scanner && otherThan(scanner);
  return (
    <div className="camera-picture">
      <div className="camera-sight" role="img" aria-label={words.aim} data-mirrored={scanner?.facesUser}>
        <div className="camera-frame">
          <div ref={frame} />
        </div>
        {!scanner && <p role="status">{words.opening}</p>}
      </div>
      {(other || scanner?.light) && (
        <div className="camera-controls">
          {other && (
            <Button
              icon={SwitchCamera}
              onClick={() => {
                preferred = other;
                setCameraId(other);
              }}
            >
              {words.otherCamera}
            </Button>
          )}
          {scanner?.light && (
            <Button
              icon={Flashlight}
              aria-pressed={lit}
              onClick={() =>
                void scanner.light?.(!lit).then(
                  () => setLit(!lit),
                  () => {},
                )
              }
            >
              {words.light}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function otherThan({ cameraId, cameraIds }: Scanner): string | null {
  const next = cameraIds[(cameraIds.indexOf(cameraId) + 1) % cameraIds.length];
  return next && next !== cameraId ? next : null;
}

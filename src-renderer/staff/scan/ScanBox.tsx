import { Camera, CameraOff, CircleAlert, CircleCheck, ScanBarcode } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { scanWords } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { dispatchScan, scanEcho } from './scan.ts';
import { ScanCamera } from './ScanCamera.tsx';

/** Always there and always listening; a person may type a code into it too. */
export function ScanBox() {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [camera, setCamera] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== 'F2') return;
      event.preventDefault();
      field.current?.select();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  return (
    <form
      className="scan"
      role="search"
      onSubmit={event => {
        event.preventDefault();
        if (!typed.trim()) return;
        dispatchScan(typed);
        setTyped('');
      }}
    >
      <ScanBarcode size={24} aria-hidden />
      <input
        ref={field}
        aria-label={say(scanWords.label)}
        aria-keyshortcuts="F2"
        placeholder={say(scanWords.placeholder)}
        value={typed}
        maxLength={40}
        spellCheck={false}
        autoComplete="off"
        onChange={event => setTyped(event.target.value)}
      />
      {typed ? (
        <ActionButton type="submit" tone="primary" size="small">
          {say(scanWords.open)}
        </ActionButton>
      ) : (
        <span className="scan-ready">{say(scanWords.ready)}</span>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={say(camera ? scanWords.cameraClose : scanWords.camera)}
        title={say(camera ? scanWords.cameraClose : scanWords.camera)}
        aria-expanded={camera}
        onClick={() => setCamera(!camera)}
      >
        {camera ? <CameraOff size={20} aria-hidden /> : <Camera size={20} aria-hidden />}
      </button>
      {camera && <ScanCamera onClose={() => setCamera(false)} />}
      <Echo />
    </form>
  );
}

const stayMs = 6_000;

function Echo() {
  const echo = scanEcho.use();
  useEffect(() => {
    if (!echo) return;
    const timer = setTimeout(() => scanEcho.set(null), stayMs);
    return () => clearTimeout(timer);
  }, [echo]);
  return (
    <div role="status" aria-live="assertive">
      {echo && (
        <p key={echo.turn} className={`scan-echo scan-echo-${echo.tone}`}>
          {echo.tone === 'good' ? (
            <CircleCheck size={20} aria-hidden />
          ) : (
            <CircleAlert size={20} aria-hidden />
          )}
          {echo.text}
        </p>
      )}
    </div>
  );
}

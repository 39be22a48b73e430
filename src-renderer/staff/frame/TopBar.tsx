import { LogOut, LockKeyhole, UserRoundPlus, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Staff } from '../../../src-main/staff/schema.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { frame, roleWords } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { openPanel } from '../panel.ts';
import type { Office } from '../reads.ts';
import { ScanBox } from '../scan/ScanBox.tsx';
import { lock, signOut, useMay } from '../session/session.ts';
import { sound } from '../sound.ts';
import { SyncLamp } from '../sync/SyncLamp.tsx';
import { useTick } from '../../desk/use-tick.ts';
import { LanguageSwitch } from '../../desk/LanguageSwitch.tsx';

export function TopBar({ office, staff }: { office: Office; staff: Staff }) {
  const { say } = useWords();
  const may = useMay();
  return (
    <header className="top">
      {may('codes.scan') && <ScanBox />}
      {office.demo && (
        <span className="demo-mark" title={say(frame.demoLong)}>
          {say(frame.demo)}
        </span>
      )}
      <div className="top-end">
        {may('visits.enter') && (
          <ActionButton icon={UserRoundPlus} onClick={() => openPanel({ kind: 'entry' })}>
            {say(frame.addVisitor)}
          </ActionButton>
        )}
        <Clock />
        <SyncLamp />
        <SoundButton />
        <LanguageSwitch />
        <Me staff={staff} />
      </div>
    </header>
  );
}

function Clock() {
  const { time } = useWords();
  return <time className="top-clock numbers">{time(new Date(useTick()))}</time>;
}

function SoundButton() {
  const { say } = useWords();
  const { muted } = sound.use();
  const words = say(muted ? frame.soundOff : frame.soundOn);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={words}
      title={words}
      onClick={() => sound.set(now => ({ ...now, muted: !now.muted }))}
    >
      {muted ? <VolumeX size={20} aria-hidden /> : <Volume2 size={20} aria-hidden />}
    </button>
  );
}

function Me({ staff }: { staff: Staff }) {
  const { say } = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const leave = (event: Event) => {
      const escape = event instanceof KeyboardEvent && event.key === 'Escape';
      const outside = event.target instanceof Node && !menu.current?.contains(event.target);
      if (menu.current && (escape || outside)) menu.current.open = false;
    };
    for (const sign of ['keydown', 'pointerdown', 'focusin']) document.addEventListener(sign, leave);
    return () => {
      for (const sign of ['keydown', 'pointerdown', 'focusin']) document.removeEventListener(sign, leave);
    };
  }, []);
  return (
    <details className="me" ref={menu}>
      <summary>
        <span className="me-face" aria-hidden>
          {initials(staff.name)}
        </span>
        <span className="me-name">
          {staff.name}
          <small>{say(roleWords[staff.role])}</small>
        </span>
      </summary>
      <div className="me-menu">
        <ActionButton icon={LockKeyhole} onClick={() => void lock()}>
          {say(frame.lock)}
        </ActionButton>
        <ActionButton icon={LogOut} onClick={() => void signOut()}>
          {say(frame.signOut)}
        </ActionButton>
      </div>
    </details>
  );
}

export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? words.at(-1)![0] : '')).toUpperCase();
}

import { LogOut, LockKeyhole, UserRoundPlus, Volume2, VolumeX } from 'lucide-react';
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
import { MeMenu } from '../../desk/MeMenu.tsx';

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
  return (
    <MeMenu name={staff.name} role={say(roleWords[staff.role])}>
      <ActionButton icon={LockKeyhole} onClick={() => void lock()}>
        {say(frame.lock)}
      </ActionButton>
      <ActionButton icon={LogOut} onClick={() => void signOut()}>
        {say(frame.signOut)}
      </ActionButton>
    </MeMenu>
  );
}

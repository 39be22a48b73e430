import { useQuery } from '@tanstack/react-query';
import { Cloud, CloudAlert, CloudCheck, CloudOff, CloudUpload, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { syncWords as words } from '../../words/staff-sync.ts';
import { useWords } from '../../words.ts';
import { reads } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { lampOf, type Lamp } from './lamp.ts';
import './sync.css';

export const lampIcons: Record<Lamp, LucideIcon> = {
  absent: Cloud,
  well: CloudCheck,
  waiting: CloudUpload,
  busy: CloudUpload,
  failing: CloudOff,
  stopped: CloudAlert,
};

const lookEveryMs = 15_000;

/** In the top bar of an office that is enrolled; a press leads to the details. */
export function SyncLamp() {
  const { say, number } = useWords();
  const may = useMay();
  const status = useQuery({ ...reads.sync(), enabled: may('sync.read'), refetchInterval: lookEveryMs }).data;
  if (!status) return null;
  const lamp = lampOf(status);
  if (lamp === 'absent') return null;
  const Icon = lampIcons[lamp];
  const text = say(words.states[lamp], { n: number(status.backlog.rows) });
  return (
    <Link
      href="/settings/sync"
      className={`icon-button sync-lamp sync-lamp-${lamp}`}
      aria-label={`${say(words.title)}: ${text}`}
      title={text}
    >
      <Icon size={20} aria-hidden />
    </Link>
  );
}

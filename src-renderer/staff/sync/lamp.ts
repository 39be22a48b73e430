/** One look at where the office stands with headquarters: what the top bar and the settings show. */
import type { SyncStatus } from '../reads.ts';

export type Lamp = 'absent' | 'well' | 'waiting' | 'busy' | 'failing' | 'stopped';

export function lampOf(status: Pick<SyncStatus, 'phase' | 'problem' | 'backlog'>): Lamp {
  if (status.phase === 'absent' || status.phase === 'closed') return 'absent';
  if (status.phase === 'stopped') return 'stopped';
  if (status.phase === 'busy') return 'busy';
  if (status.problem !== null && status.problem !== 'busy') return 'failing';
  return status.backlog.rows > 0 ? 'waiting' : 'well';
}

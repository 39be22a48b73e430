/** Who is signed in on this window. In memory only: closing the window signs out. */
import { answer, api, setToken } from '../../api.ts';
import { may, type Operation } from '../../../src-main/access.ts';
import type { Staff } from '../../../src-main/staff/schema.ts';
import { makeStore } from '../../desk/store.ts';

export interface Session {
  staff: Staff | null;
  /** `locked`: the PIN again. `lost`: the station restarted, so the same officer signs in again over the same page. */
  gate: 'open' | 'locked' | 'lost';
}

export const session = makeStore<Session>({ staff: null, gate: 'open' });

export async function signIn(staffId: string, pin: string): Promise<void> {
  const opened = await answer(api.sessions.$post({ json: { staffId, pin } }));
  setToken(opened.token);
  session.set({ staff: opened.staff, gate: 'open' });
}

export async function signOut(): Promise<void> {
  // The officer is gone from this window even when the station cannot be told.
  await answer(api.sessions.current.$delete()).catch(() => {});
  setToken(null);
  session.set({ staff: null, gate: 'open' });
}

export async function lock(): Promise<void> {
  screenLocked();
  await answer(api.sessions.lock.$post()).catch(() => {});
}

export async function unlock(pin: string): Promise<void> {
  const { staff, gate } = session.get();
  if (gate === 'lost' && staff) return signIn(staff.id, pin);
  await answer(api.sessions.unlock.$post({ json: { pin } }));
  session.set(now => ({ ...now, gate: 'open' }));
}

export function screenLocked(): void {
  session.set(now => (now.staff && now.gate === 'open' ? { ...now, gate: 'locked' } : now));
}

export function sessionLost(): void {
  session.set(now => (now.staff && now.gate !== 'lost' ? { ...now, gate: 'lost' } : now));
}

/** What the officer signed in here may do. */
export function useMay(): (operation: Operation) => boolean {
  const { staff } = session.use();
  return operation => staff !== null && may(staff.role, operation);
}

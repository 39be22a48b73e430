/** Who is signed in on which screen. Lives in memory: after a restart every officer enters the PIN again. */
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Staff } from './schema.ts';

interface Session {
  staff: Staff;
  locked: boolean;
  lastUsedMonoMs: number;
}

const longestMs = 14 * 60 * 60 * 1_000;

export class Sessions {
  #sessions = new Map<string, Session>();
  #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns the token; only its hash is kept. */
  open(staff: Staff): string {
    const token = randomBytes(32).toString('base64url');
    this.#sessions.set(keyOf(token), { staff, locked: false, lastUsedMonoMs: this.#clock.monoMs() });
    return token;
  }

  find(token: string): Session | null {
    const session = this.#sessions.get(keyOf(token));
    if (!session) return null;
    const now = this.#clock.monoMs();
    if (now - session.lastUsedMonoMs > longestMs) {
      this.close(token);
      return null;
    }
    session.lastUsedMonoMs = now;
    return session;
  }

  setLocked(token: string, locked: boolean): void {
    const session = this.#sessions.get(keyOf(token));
    if (session) session.locked = locked;
  }

  close(token: string): void {
    this.#sessions.delete(keyOf(token));
  }

  /** When somebody's role changes or they leave, they are signed out everywhere. */
  closeAllOf(staffId: string): void {
    for (const [key, session] of this.#sessions) if (session.staff.id === staffId) this.#sessions.delete(key);
  }
}

function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}

/** Sessions of stations, in memory: a restart ends them, and the stations say hello again. */
import { randomBytes } from 'node:crypto';

export interface StationSession {
  office: string;
  device: string;
  keyId: string;
  publicKey: string;
}

export const sessionSeconds = 15 * 60;

export class Sessions {
  readonly #open = new Map<string, StationSession & { until: number }>();

  open(station: StationSession): string {
    this.#forget();
    const token = randomBytes(24).toString('base64url');
    this.#open.set(token, { ...station, until: performance.now() + sessionSeconds * 1_000 });
    return token;
  }

  find(token: string): StationSession | null {
    const session = this.#open.get(token);
    return session && session.until > performance.now() ? session : null;
  }

  get count(): number {
    this.#forget();
    return this.#open.size;
  }

  #forget(): void {
    const now = performance.now();
    for (const [token, session] of this.#open) {
      if (session.until > now) return;
      this.#open.delete(token);
    }
  }
}

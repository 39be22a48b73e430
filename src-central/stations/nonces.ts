/** A nonce is good for one hello and two minutes. Nothing is kept of those that are never used. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const goodForMs = 120_000;

export class Nonces {
  readonly #secret = randomBytes(32);
  /** Used ones, until they would be too old anyway. */
  readonly #used = new Map<string, number>();

  make(): string {
    const text = `${Math.round(performance.now())}.${randomBytes(12).toString('base64url')}`;
    return `${text}.${this.#seal(text)}`;
  }

  /** True once for each nonce of this server. */
  use(nonce: string): boolean {
    const now = performance.now();
    const at = nonce.lastIndexOf('.');
    const text = nonce.slice(0, at);
    const seal = Buffer.from(nonce.slice(at + 1));
    const own = Buffer.from(this.#seal(text));
    if (seal.length !== own.length || !timingSafeEqual(seal, own)) return false;
    const age = now - Number.parseInt(text, 10);
    if (age > goodForMs || this.#used.has(nonce)) return false;
    this.#forget(now);
    this.#used.set(nonce, now);
    return true;
  }

  #seal(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('base64url');
  }

  /** They were put in by time, so the oldest stand first. */
  #forget(now: number): void {
    for (const [nonce, usedAt] of this.#used) {
      if (now - usedAt <= goodForMs) return;
      this.#used.delete(nonce);
    }
  }
}

/** What one station may ask of the server, so that a broken or hostile one costs the others nothing. */
import type { CentralSettings } from '../settings.ts';

const failuresAMinute = 20;
const rememberedAddresses = 10_000;

export class Limits {
  readonly #settings: CentralSettings;
  readonly #now: () => Date;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();
  readonly #sent = new Map<string, number>();
  readonly #failures = new Map<string, { count: number; until: number }>();
  #day = '';
  #nextReturn = 0;
  /** Requests of stations that are being answered now. */
  underWay = 0;

  constructor(settings: CentralSettings, now: () => Date) {
    this.#settings = settings;
    this.#now = now;
  }

  /** Seconds to wait before the next request; 0 when this one may go on. */
  ask(device: string): number {
    const { ratePerSecond, burst } = this.#settings;
    const now = performance.now();
    const bucket = this.#buckets.get(device) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1_000) * ratePerSecond);
    this.#buckets.set(device, { tokens: Math.max(0, tokens - 1), at: now });
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / ratePerSecond);
  }

  /** Seconds until the office may send again; 0 when these bytes fit into its day. */
  send(office: string, bytes: number): number {
    const now = this.#now();
    const day = now.toISOString().slice(0, 10);
    if (day !== this.#day) this.#sent.clear();
    this.#day = day;
    const sent = (this.#sent.get(office) ?? 0) + bytes;
    if (sent > this.#settings.dailyBytes)
      return Math.ceil((Date.parse(`${day}T24:00:00Z`) - now.getTime()) / 1_000);
    this.#sent.set(office, sent);
    return 0;
  }

  /** Whether this address has guessed too often. */
  isShut(address: string): boolean {
    const failures = this.#failures.get(address);
    return failures !== undefined && failures.until > performance.now() && failures.count >= failuresAMinute;
  }

  fail(address: string): void {
    const now = performance.now();
    const known = this.#failures.get(address);
    const count = known && known.until > now ? known.count + 1 : 1;
    this.#failures.delete(address);
    this.#failures.set(address, { count, until: count === 1 ? now + 60_000 : known!.until });
    if (this.#failures.size > rememberedAddresses) this.#failures.delete(this.#failures.keys().next().value!);
  }

  /** Seconds after which a station should come back, when as many as can be served well are here; else null. */
  waitSeconds(): number | null {
    const { maxUnderWay } = this.#settings;
    if (this.underWay < maxUnderWay) return null;
    // Each comes back at a moment of its own, a little sooner than places become free: those who come for nothing ask
    // again, and there is always somebody to take a place.
    const now = performance.now();
    this.#nextReturn = Math.max(this.#nextReturn, now + 1_000) + 1_000 / (2 * maxUnderWay);
    return Math.ceil((this.#nextReturn - now) / 100) / 10;
  }
}

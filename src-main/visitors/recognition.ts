/**
 * Recognising a returning visitor without showing anybody's data: a question that looks the same whether or not
 * somebody was found, tokens that live minutes and work once, and a pause after wrong answers.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { initialsOf } from './rules.ts';

/**
 * 64 letters, about as often as names here begin with them. All are among them: a pair of initials that no decoy
 * could have would tell that somebody was found.
 */
const initialLetters = 'AAAAAABBCDDDEEEFFGGHHHIIIJJKKLLMMMMMNNNOPPQRRRRRSSSSSSTTUVWWXYZZ';

const lifeMs = 5 * 60 * 1_000;
const wrongBeforePause = 4;
const pauseMs = 60 * 1_000;

export class Recognition {
  #clock: Clock;
  #secret = randomBytes(32);
  #challenges = new Map<string, { people: { id: string; initials: string }[]; untilMonoMs: number }>();
  #tokens = new Map<string, { visitorId: string; untilMonoMs: number }>();
  #wrong = 0;
  #pausedUntilMonoMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get paused(): boolean {
    return this.#clock.monoMs() < this.#pausedUntilMonoMs;
  }

  welcome(visitorId: string): string {
    const token = randomBytes(24).toString('base64url');
    this.#tokens.set(token, { visitorId, untilMonoMs: this.#clock.monoMs() + lifeMs });
    this.#wrong = 0;
    return token;
  }

  /** Six pairs of initials; decoys depend on what was typed, so that asking twice teaches nothing. */
  ask(
    typed: string,
    people: { id: string; name: string | null }[],
  ): { challenge: string; choices: string[] } {
    this.#sweep();
    const known = people.map(one => ({ id: one.id, initials: initialsOf(one.name ?? '') }));
    const choices = new Set(known.slice(0, 5).map(one => one.initials));
    for (let round = 0; choices.size < 6; round++) choices.add(this.#decoy(typed, round));
    const challenge = randomBytes(24).toString('base64url');
    this.#challenges.set(challenge, { people: known, untilMonoMs: this.#clock.monoMs() + lifeMs });
    return { challenge, choices: [...choices].sort() };
  }

  /** The visitor that the answer proves, or null. A question can be answered once. */
  prove(challenge: string, answer: string): string | null {
    const asked = this.#challenges.get(challenge);
    this.#challenges.delete(challenge);
    const alive = asked && asked.untilMonoMs > this.#clock.monoMs();
    const person = alive ? asked.people.find(one => one.initials === answer) : undefined;
    if (person) return person.id;
    this.#wrong += 1;
    if (this.#wrong >= wrongBeforePause) {
      this.#wrong = 0;
      this.#pausedUntilMonoMs = this.#clock.monoMs() + pauseMs;
    }
    return null;
  }

  /** The visitor of a token. It stays good until it ends, because a lost answer makes the kiosk hand in again. */
  visitorOf(token: string): string | null {
    const kept = this.#tokens.get(token);
    return kept && kept.untilMonoMs > this.#clock.monoMs() ? kept.visitorId : null;
  }

  #decoy(typed: string, round: number): string {
    const bytes = createHmac('sha256', this.#secret).update(`${typed}/${round}`).digest();
    return `${initialLetters[bytes[0]! % 64]}${initialLetters[bytes[1]! % 64]}`;
  }

  #sweep(): void {
    const now = this.#clock.monoMs();
    for (const map of [this.#challenges, this.#tokens])
      for (const [key, kept] of map) if (kept.untilMonoMs <= now) map.delete(key);
  }
}

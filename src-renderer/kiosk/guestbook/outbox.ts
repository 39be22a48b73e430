/**
 * Hands a form in until the station has stored it, and never two at once for the same form.
 *
 *   sending ─► stored              the station answered: here is the ticket
 *      │  ▲──── waiting            no answer, a fault, a full disk: tried again by itself, nothing is lost
 *      └─► refused                 the station says why; trying again would not help
 *
 * Kept in memory only. When the visitor's screen is wiped meanwhile, the form is still handed in (the visitor asked
 * for it), but nobody sees its ticket any more.
 */
import type { Guestbook, Ticket } from '../../../src-main/visits/schema.ts';
import type { Failure } from '../../api.ts';

export type Sending =
  | { state: 'sending' }
  | { state: 'waiting'; failure: Failure }
  | { state: 'refused'; failure: Failure }
  | { state: 'stored'; ticket: Ticket };

export interface Door {
  post: (form: Guestbook) => Promise<Ticket>;
  forget: (submissionId: string) => Promise<unknown>;
}

const delaysMs = [1_000, 2_000, 3_000, 5_000];

export function worthAnotherTry(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

export class Outbox {
  #door: Door;
  #forms = new Map<string, Handing>();

  constructor(door: Door) {
    this.#door = door;
  }

  /** Pressing twice hands in once. `onChange` is the visitor's screen. */
  submit(form: Guestbook, onChange: (sending: Sending) => void): void {
    const known = this.#forms.get(form.submissionId);
    if (known) {
      known.onChange = onChange;
      return;
    }
    const handing: Handing = { form, onChange, tries: 0, timer: undefined, dropped: false };
    this.#forms.set(form.submissionId, handing);
    void this.#try(handing);
  }

  /** The station is back, or the visitor pressed *try now*. */
  tryNow(): void {
    for (const handing of this.#forms.values()) {
      if (handing.timer === undefined) continue;
      clearTimeout(handing.timer);
      void this.#try(handing);
    }
  }

  /** The visitor goes back to the questions: what was waiting is handed in again later, changed. */
  takeBack(submissionId: string): void {
    const handing = this.#forms.get(submissionId);
    if (!handing) return;
    clearTimeout(handing.timer);
    handing.dropped = true;
    this.#forms.delete(submissionId);
  }

  /** The screen was wiped: what is waiting goes on without it; what is stored loses its unprinted slip. */
  leave(submissionId: string): void {
    const handing = this.#forms.get(submissionId);
    if (handing) handing.onChange = null;
    else void this.#door.forget(submissionId).catch(() => {});
  }

  async #try(handing: Handing): Promise<void> {
    handing.timer = undefined;
    handing.onChange?.({ state: 'sending' });
    const { submissionId } = handing.form;
    try {
      const ticket = await this.#door.post(handing.form);
      if (handing.dropped) return;
      this.#forms.delete(submissionId);
      // A second try of a form whose first answer was lost is no repeated visit.
      const shown = handing.tries > 0 ? { ...ticket, already: false } : ticket;
      if (handing.onChange) handing.onChange({ state: 'stored', ticket: shown });
      else this.leave(submissionId);
    } catch (error) {
      if (handing.dropped) return;
      const failure = error as Failure;
      if (!worthAnotherTry(failure.status)) {
        this.#forms.delete(submissionId);
        handing.onChange?.({ state: 'refused', failure });
        return;
      }
      handing.timer = setTimeout(() => void this.#try(handing), delaysMs[Math.min(handing.tries, 3)]);
      handing.tries += 1;
      handing.onChange?.({ state: 'waiting', failure });
    }
  }
}

interface Handing {
  form: Guestbook;
  onChange: ((sending: Sending) => void) | null;
  tries: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  dropped: boolean;
}

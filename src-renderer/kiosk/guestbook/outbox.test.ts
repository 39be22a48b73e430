import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Guestbook, Ticket } from '../../../src-main/visits/schema.ts';
import { Outbox, type Door, type Sending } from './outbox.ts';

const form = { submissionId: '8e7f3b1c-0000-4000-8000-000000000001' } as Guestbook;
const ticket = { number: 'P-007', already: true } as Ticket;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A station that answers what the test tells it, one answer for each try. */
function stationThat(...answers: (Ticket | number)[]) {
  const posted: Guestbook[] = [];
  const forgotten: string[] = [];
  const door: Door = {
    post: async given => {
      posted.push(given);
      const next = answers.shift() ?? 0;
      if (typeof next === 'number') throw Object.assign(new Error('no'), { status: next });
      return next;
    },
    forget: async id => forgotten.push(id),
  };
  const seen: Sending['state'][] = [];
  const outbox = new Outbox(door);
  return { outbox, posted, forgotten, seen, watch: (sending: Sending) => void seen.push(sending.state) };
}

describe('a form handed in', () => {
  test('three times by an impatient finger is posted once', async () => {
    const { outbox, posted, seen, watch } = stationThat(ticket);
    for (let press = 0; press < 3; press++) outbox.submit(form, watch);
    await vi.runAllTimersAsync();
    expect(posted).toHaveLength(1);
    expect(seen).toEqual(['sending', 'stored']);
  });

  test('to a silent, faulty or full station is tried until it is stored', async () => {
    const { outbox, posted, seen, watch } = stationThat(0, 500, 507, 0, ticket);
    outbox.submit(form, watch);
    await vi.runAllTimersAsync();
    expect(posted).toHaveLength(5);
    expect(new Set(posted.map(one => one.submissionId)).size).toBe(1);
    expect(seen.at(-1)).toBe('stored');
  });

  test('is tried at once when the station comes back', async () => {
    const { outbox, seen, watch } = stationThat(0, ticket);
    outbox.submit(form, watch);
    await vi.advanceTimersByTimeAsync(10);
    expect(seen.at(-1)).toBe('waiting');
    outbox.tryNow();
    await vi.advanceTimersByTimeAsync(10);
    expect(seen.at(-1)).toBe('stored');
  });

  test('is not called repeated when only the first answer was lost', async () => {
    const { outbox } = stationThat(0, ticket);
    const last: Sending[] = [];
    outbox.submit(form, sending => void last.push(sending));
    await vi.runAllTimersAsync();
    expect(last.at(-1)).toEqual({ state: 'stored', ticket: { ...ticket, already: false } });
  });

  test('and refused is not tried again', async () => {
    const { outbox, posted, seen, watch } = stationThat(400);
    outbox.submit(form, watch);
    await vi.runAllTimersAsync();
    expect(posted).toHaveLength(1);
    expect(seen).toEqual(['sending', 'refused']);
  });

  test('goes on after its screen was wiped, unseen, and its slip is forgotten', async () => {
    const { outbox, posted, forgotten, seen, watch } = stationThat(0, ticket);
    outbox.submit(form, watch);
    await vi.advanceTimersByTimeAsync(10);
    outbox.leave(form.submissionId);
    await vi.runAllTimersAsync();
    expect(posted).toHaveLength(2);
    expect(seen).toEqual(['sending', 'waiting']);
    expect(forgotten).toEqual([form.submissionId]);
  });

  test('and taken back is not handed in any more', async () => {
    const { outbox, posted, watch } = stationThat(0, ticket);
    outbox.submit(form, watch);
    await vi.advanceTimersByTimeAsync(10);
    outbox.takeBack(form.submissionId);
    await vi.runAllTimersAsync();
    expect(posted).toHaveLength(1);
  });
});

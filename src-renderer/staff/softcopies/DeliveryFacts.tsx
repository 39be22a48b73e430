import { softcopyWords as words } from '../../words/staff-softcopies.ts';
import { useWords } from '../../words.ts';
import type { Softcopy } from './softcopy-reads.ts';

export type Delivery = Softcopy['deliveries'][number];

const tones = { queued: 'blue', sending: 'blue', delivered: 'green', failed: 'red', expired: '' } as const;

/** When it was, what stood in its way, and when it is tried again. */
export function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const { say, clock } = useWords();
  const { problem, state, nextTryAt, tries } = delivery;
  const facts = [
    clock(delivery.endedAt ?? delivery.madeAt),
    problem && say(words.problems[problem] ?? { id: problem, en: problem }),
    state === 'queued' && nextTryAt && tries > 0 && say(words.retry, { time: clock(nextTryAt) }),
  ];
  return <small className="soft numbers">{facts.filter(Boolean).join(' · ')}</small>;
}

export function DeliveryTag({ state }: { state: Delivery['state'] }) {
  const { say } = useWords();
  return <span className={`tag tag-${tones[state]}`}>{say(words.deliveryStates[state])}</span>;
}

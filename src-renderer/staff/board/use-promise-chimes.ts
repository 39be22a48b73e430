import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { reads } from '../reads.ts';
import { play, type Sound } from '../sound.ts';
import { stageOf, type Stage } from './promise.ts';
import { useWaitingMs } from './use-waiting-ms.ts';

const rank: Record<Stage, number> = { calm: 0, soon: 1, urgent: 2, missed: 3 };

const soundOf = [null, 'chime', 'firm', 'breach'] as const satisfies (Sound | null)[];

/** A soft chime when a card turns amber, a firm one when it turns red, a low one at the breach; each once a visit. */
export function usePromiseChimes(on: boolean): void {
  const board = useQuery(reads.board()).data;
  const waitingMs = useWaitingMs();
  const heard = useRef(new Map<string, number>());
  useEffect(() => {
    if (!board) return;
    let loudest = 0;
    for (const card of board.cards) {
      if (card.state !== 'waiting') continue;
      const now = rank[stageOf(waitingMs(card), card.promiseMs)];
      const before = heard.current.get(card.id);
      heard.current.set(card.id, now);
      // A card first seen when it is late already was chimed for elsewhere.
      if (before === undefined || now <= before) continue;
      loudest = Math.max(loudest, now);
    }
    const sound = soundOf[loudest];
    if (sound && on) play(sound);
  });
}

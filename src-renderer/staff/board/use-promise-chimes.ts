import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { reads } from '../reads.ts';
import { play } from '../sound.ts';
import { stageOf, type Stage } from './promise.ts';
import { useWaitingMs } from './use-waiting-ms.ts';

const rank: Record<Stage, number> = { calm: 0, soon: 1, urgent: 2, missed: 3 };

/** A soft chime when a card turns amber, a firm one when it turns red; each once for each visit. */
export function usePromiseChimes(on: boolean): void {
  const board = useQuery(reads.board()).data;
  const waitingMs = useWaitingMs();
  const heard = useRef(new Map<string, number>());
  useEffect(() => {
    if (!board) return;
    let loudest: 'chime' | 'firm' | null = null;
    for (const card of board.cards) {
      if (card.state !== 'waiting') continue;
      const now = rank[stageOf(waitingMs(card), card.promiseMs)];
      const before = heard.current.get(card.id);
      heard.current.set(card.id, now);
      // A card first seen when it is late already was chimed for elsewhere.
      if (before === undefined || now <= before) continue;
      if (now === 2) loudest = 'firm';
      else if (now === 1) loudest ??= 'chime';
    }
    if (loudest && on) play(loudest);
  });
}

import { answer, api } from '../../api.ts';
import { frame } from '../../words/staff-frame.ts';
import { visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { queryClient } from '../live-queries.ts';
import { reads } from '../reads.ts';
import { makeStore } from '../../desk/store.ts';
import { play } from '../sound.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import type { Breached } from './BreachDialog.tsx';

export type PlainStep = 'serve' | 'room' | 'leaving' | 'close';

/** The visit whose missed promise is being asked about, right after it was served too late. */
export const breachAsked = makeStore<Breached | null>(null);

async function askIfBreached(visitId: string): Promise<void> {
  const visit = await queryClient.fetchQuery({ ...reads.visit(visitId), staleTime: 0 });
  if (visit.breached && !visit.breachReason) breachAsked.set({ ...visit, waitedMs: visit.waitedMs ?? 0 });
}

const posts = {
  serve: (id: string) => answer(api.visits[':id'].serve.$post({ param: { id } })),
  room: (id: string) => answer(api.visits[':id'].room.$post({ param: { id } })),
  leaving: (id: string) => answer(api.visits[':id'].leaving.$post({ param: { id } })),
  close: (id: string) => answer(api.visits[':id'].close.$post({ param: { id } })),
};

const done = {
  serve: visitWords.doneServe,
  room: visitWords.doneRoom,
  leaving: visitWords.doneLeaving,
  close: visitWords.doneClose,
};

/** The steps of a visit that need nothing but a press; each can be taken back from its message. */
export function useVisitSteps(visit: { id: string; number: string }) {
  const { say } = useWords();
  const undo = useAct(() => answer(api.visits[':id'].undo.$post({ param: { id: visit.id } })), {
    onDone: () => toast('good', say(visitWords.undone, { number: visit.number })),
  });
  const step = useAct((name: PlainStep) => posts[name](visit.id), {
    onDone: (_, name) => {
      play('accepted');
      toast('good', say(done[name], { number: visit.number }), {
        action: { label: say(frame.undo), run: () => undo.run() },
      });
      if (name === 'serve') void askIfBreached(visit.id);
    },
  });
  return { take: step.run, undo: () => undo.run(), busy: step.busy || undo.busy };
}

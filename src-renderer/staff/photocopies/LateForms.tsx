import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { isLate } from '../../../src-main/photocopies/rules.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { photocopyWords as words } from '../../words/staff-reading.ts';
import { useWords } from '../../words.ts';
import { openPanel } from '../panel.ts';
import { reads } from '../reads.ts';
import { play } from '../sound.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { useTick } from '../../desk/use-tick.ts';

/** On every page: a publication that has been at the co-op for too long, called out once and shown until it is back. */
export function LateForms() {
  const { say } = useWords();
  const { office } = useChoiceWords();
  const now = useTick();
  const board = useQuery(reads.board()).data;
  const outMinutes = office?.photocopy.outMinutes ?? Infinity;
  const late = (board?.cards ?? []).flatMap(card =>
    card.photocopy && isLate(card.photocopy.outAt, new Date(now), outMinutes)
      ? [{ ...card.photocopy, visit: card.number }]
      : [],
  );
  const called = useRef(new Set<string>());
  const names = late.map(form => form.id).join(' ');
  useEffect(() => {
    const ids = names.split(' ').filter(Boolean);
    if (ids.some(id => !called.current.has(id))) play('firm');
    called.current = new Set(ids);
  }, [names]);
  return late.map(form => (
    <div key={form.id} className="bar" role="alert">
      <TriangleAlert size={20} aria-hidden />
      <p>
        <strong>{say(words.lateBar, { number: form.number, visit: form.visit, minutes: outMinutes })}</strong>
      </p>
      <ActionButton size="small" onClick={() => openPanel({ kind: 'photocopy', photocopyId: form.id })}>
        {say(words.lateSee)}
      </ActionButton>
    </div>
  ));
}

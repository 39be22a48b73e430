import { useQuery } from '@tanstack/react-query';
import { ClipboardPlus } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { needWords as words } from '../../words/staff-softcopies.ts';
import { useWords } from '../../words.ts';
import type { VisitDetail } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { needsOf, type Need } from './need-reads.ts';
import { NeedDialog, type Typed } from './NeedDialog.tsx';

/** The data that a visit needed and whether it was obtained: SKD Block III, row by row. */
export function VisitNeeds({ visit }: { visit: VisitDetail }) {
  const { say, number } = useWords();
  const may = useMay();
  const data = useQuery(needsOf(visit.id)).data;
  const [open, setOpen] = useState<{ need: Need | null; start: Partial<Typed> } | null>(null);
  if (!data || visit.state === 'waiting') return null;
  const note = may('needs.note');
  return (
    <section className="part">
      <h3>{say(words.title)}</h3>
      {data.needs.length === 0 && <p className="soft">{say(words.none)}</p>}
      <ul className="lines">
        {data.needs.map(need => (
          <li key={need.id} className="line">
            <span>
              {note ? (
                <button
                  type="button"
                  className="line-link line-link-long"
                  aria-label={say(words.edit, { title: need.wanted })}
                  onClick={() => setOpen({ need, start: {} })}
                >
                  {need.wanted}
                </button>
              ) : (
                <strong>{need.wanted}</strong>
              )}
              <small className="soft numbers">
                {[need.title, need.areaName, need.yearFrom, need.quality && `${number(need.quality)}/10`]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <span className={`tag tag-${need.obtained === 'yes' ? 'green' : 'orange'}`}>
              {say(words.answers[need.obtained])}
            </span>
          </li>
        ))}
      </ul>
      {note && (
        <div className="row">
          {data.suggestions.slice(0, 3).map(one => (
            <ActionButton
              key={one.id}
              size="small"
              icon={ClipboardPlus}
              className="act-long"
              onClick={() =>
                setOpen({
                  need: null,
                  start: {
                    wanted: one.title,
                    publicationId: one.id,
                    title: one.title,
                    titleYear: String(one.year ?? ''),
                    yearFrom: String(one.year ?? ''),
                    yearTo: String(one.year ?? ''),
                    areaCode: one.areaCode ?? '',
                    source: 'publication',
                  },
                })
              }
            >
              {say(words.suggest, { title: one.title })}
            </ActionButton>
          ))}
          <ActionButton size="small" tone="quiet" onClick={() => setOpen({ need: null, start: {} })}>
            {say(words.add)}
          </ActionButton>
        </div>
      )}
      {open && (
        <NeedDialog visitId={visit.id} need={open.need} start={open.start} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

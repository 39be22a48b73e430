import { useQuery } from '@tanstack/react-query';
import { BookOpen, Copy } from 'lucide-react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { photocopyWords, readingWords as words } from '../../words/staff-reading.ts';
import { useWords } from '../../words.ts';
import { openPanel } from '../panel.ts';
import type { VisitDetail } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { readingReads } from './reading-reads.ts';
import { takesCopies } from './use-copy-scan.ts';

/** What a visit reads and has copied. */
export function VisitPublications({ visit }: { visit: VisitDetail }) {
  const { say, clock } = useWords();
  const may = useMay();
  const readings = useQuery(readingReads.ofVisit(visit.id)).data ?? [];
  const forms = useQuery(readingReads.formsOfVisit(visit.id)).data ?? [];
  const takes = takesCopies(visit) && may('reading.log');
  if (!takes && readings.length === 0 && forms.length === 0) return null;
  return (
    <section className="part">
      <h3>{say(words.visitPart)}</h3>
      {readings.length === 0 && <p className="soft">{say(words.visitNone)}</p>}
      {takes && <p className="soft">{say(words.visitScan)}</p>}
      <ul className="lines">
        {readings.map(row => (
          <li key={row.id} className="line">
            <span>
              <button
                type="button"
                className="line-link"
                onClick={() => openPanel({ kind: 'copy', code: row.code })}
              >
                {row.title}
              </button>
              <small className="soft numbers">
                {row.ending
                  ? `${clock(row.takenAt)} · ${say(words.endings[row.ending], { time: clock(row.endedAt!) })}`
                  : row.photocopyNumber
                    ? say(words.atCoop, { number: row.photocopyNumber, time: clock(row.takenAt) })
                    : say(words.reading, { time: clock(row.takenAt) })}
              </small>
            </span>
            {!row.endedAt && (
              <span className={`tag ${row.photocopyId ? 'tag-orange' : 'tag-blue'}`}>
                {row.photocopyId ? <Copy size={14} aria-hidden /> : <BookOpen size={14} aria-hidden />}
                {row.photocopyNumber ?? say(words.timesRead)}
              </span>
            )}
          </li>
        ))}
        {forms.map(form => (
          <li key={form.id} className="line">
            <span>
              <button
                type="button"
                className="line-link numbers"
                onClick={() => openPanel({ kind: 'photocopy', photocopyId: form.id })}
              >
                {form.number}
              </button>
              <small className="soft">{form.titles.map(title => title.title).join(' · ')}</small>
            </span>
            <span className="tag">{say(photocopyWords.states[form.state])}</span>
          </li>
        ))}
      </ul>
      {takes && may('photocopies.handle') && (
        <ActionButton
          size="small"
          icon={Copy}
          onClick={() => openPanel({ kind: 'photocopy-form', visitId: visit.id })}
        >
          {say(photocopyWords.make)}
        </ActionButton>
      )}
    </section>
  );
}

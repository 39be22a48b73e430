import { CopyX, Plus, Tags } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { conditionWords } from '../../words/publications.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import { useMay } from '../session/session.ts';
import { CopyDialog } from './CopyDialog.tsx';
import { LabelsDialog } from './LabelsDialog.tsx';
import type { Copy, Publication } from './publication-reads.ts';

const tones = { good: 'green', worn: '', damaged: 'orange', missing: 'red', retired: '' } as const;

/** The printed copies of a publication: label, shelf, condition, and whether they may be photocopied. */
export function CopiesPart({ publication }: { publication: Publication }) {
  const { say } = useWords();
  const may = useMay();
  const [open, setOpen] = useState<{ copy: Copy | null } | null>(null);
  const [labels, setLabels] = useState<Copy[] | null>(null);
  const { copies } = publication;
  const labelled = copies.filter(copy => copy.condition !== 'retired');
  return (
    <section className="part">
      <h3>{say(words.copies)}</h3>
      {copies.length === 0 ? (
        <p className="soft">{say(words.noCopies)}</p>
      ) : (
        <ul className="lines">
          {copies.map(copy => (
            <CopyLine
              key={copy.id}
              copy={copy}
              onOpen={may('publications.change') ? () => setOpen({ copy }) : null}
            />
          ))}
        </ul>
      )}
      <div className="row">
        {may('publications.change') && (
          <ActionButton size="small" icon={Plus} onClick={() => setOpen({ copy: null })}>
            {say(words.addCopies)}
          </ActionButton>
        )}
        {may('copies.label') && labelled.length > 0 && (
          <ActionButton size="small" icon={Tags} onClick={() => setLabels(labelled)}>
            {say(words.labelsOf)}
          </ActionButton>
        )}
      </div>
      {open && (
        <CopyDialog publicationIds={[publication.id]} copy={open.copy} onClose={() => setOpen(null)} />
      )}
      {labels && (
        <LabelsDialog
          labels={labels.length}
          query={{ copies: labels.map(copy => copy.id).join(',') }}
          onClose={() => setLabels(null)}
        />
      )}
    </section>
  );
}

function CopyLine({ copy, onOpen }: { copy: Copy; onOpen: (() => void) | null }) {
  const { say } = useWords();
  return (
    <li className="line">
      <span>
        {onOpen ? (
          <button type="button" className="line-link numbers" onClick={onOpen}>
            {copy.code}
          </button>
        ) : (
          <strong className="numbers">{copy.code}</strong>
        )}
        <small className="soft">
          {[copy.shelf ?? say(words.noShelf), copy.note].filter(Boolean).join(' · ')}
        </small>
      </span>
      <span className="row">
        {copy.notForCopying && (
          <span className="tag tag-orange">
            <CopyX size={14} aria-hidden />
            {say(words.notForCopying)}
          </span>
        )}
        <span className={`tag tag-${tones[copy.condition]}`}>{say(conditionWords[copy.condition])}</span>
      </span>
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { SynonymPhrases } from '../../../src-main/search/schema.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AreaField } from '../../ui/Field.tsx';
import { frame } from '../../words/staff-frame.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import { FindField } from '../../desk/FindField.tsx';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { useMay } from '../session/session.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { publicationReads } from './publication-reads.ts';

interface Synonym {
  id: string | null;
  phrases: string[];
}

/** Words that mean the same to the search: the office's own list. */
export function SynonymsPage() {
  const { say } = useWords();
  const may = useMay();
  const query = useQuery(publicationReads.synonyms());
  const [text, setText] = useState('');
  const [open, setOpen] = useState<{ what: 'edit' | 'remove'; synonym: Synonym } | null>(null);
  const wanted = text.trim().toLowerCase();
  const rows = (query.data ?? []).filter(one =>
    one.phrases.some(phrase => phrase.toLowerCase().includes(wanted)),
  );
  return (
    <div className="stack">
      <p className="soft">{say(words.synonymsLead)}</p>
      <div className="row-between">
        <FindField className="catalogue-search" label={say(words.synonymFind)} text={text} onText={setText} />
        <ActionButton
          icon={Plus}
          why={!may('synonyms.change') && say(frame.notForRole)}
          onClick={() => setOpen({ what: 'edit', synonym: { id: null, phrases: [] } })}
        >
          {say(words.synonymAdd)}
        </ActionButton>
      </div>
      {!query.data ? (
        <PageState query={query} />
      ) : rows.length === 0 ? (
        <EmptyState icon={ArrowLeftRight} title={say(words.synonymNone)} />
      ) : (
        <ul className="lines lines-framed">
          {rows.map(one => (
            <li key={one.id} className="line">
              <span className="row">
                {one.phrases.map(phrase => (
                  <span key={phrase} className="tag">
                    {phrase}
                  </span>
                ))}
              </span>
              {may('synonyms.change') && (
                <span className="row">
                  <ActionButton
                    size="small"
                    icon={Pencil}
                    aria-label={`${say(words.edit)}: ${one.phrases[0]}`}
                    onClick={() => setOpen({ what: 'edit', synonym: one })}
                  >
                    {say(words.edit)}
                  </ActionButton>
                  <ActionButton
                    size="small"
                    icon={Trash2}
                    aria-label={`${say(words.remove)}: ${one.phrases[0]}`}
                    onClick={() => setOpen({ what: 'remove', synonym: one })}
                  >
                    {say(words.remove)}
                  </ActionButton>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {open?.what === 'edit' && <EditDialog synonym={open.synonym} onClose={() => setOpen(null)} />}
      {open?.what === 'remove' && <RemoveDialog synonym={open.synonym} onClose={() => setOpen(null)} />}
    </div>
  );
}

function EditDialog({ synonym, onClose }: { synonym: Synonym; onClose: () => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState(synonym.phrases.join('\n'));
  const phrases = typed
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  const good = SynonymPhrases.safeParse({ phrases }).success;
  const save = useAct(
    async () => {
      const json = { phrases };
      if (synonym.id) await answer(api.synonyms[':id'].$put({ param: { id: synonym.id }, json }));
      else await answer(api.synonyms.$post({ json }));
    },
    {
      onDone: () => {
        toast('good', say(frame.saved));
        onClose();
      },
      onFail: () => true,
    },
  );
  return (
    <DeskDialog
      title={say(synonym.id ? words.synonymEdit : words.synonymAdd)}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(frame.cancel)}</ActionButton>
          <ActionButton
            tone="primary"
            busy={save.busy}
            why={!good && say(words.synonymNeeds)}
            onClick={() => save.run()}
          >
            {say(frame.save)}
          </ActionButton>
        </>
      }
    >
      <AreaField
        label={say(words.synonymPhrases)}
        hint={say(words.synonymNeeds)}
        rows={5}
        value={typed}
        onText={setTyped}
      />
      <FailureLine failure={save.failure} />
    </DeskDialog>
  );
}

function RemoveDialog({ synonym, onClose }: { synonym: Synonym; onClose: () => void }) {
  const { say } = useWords();
  const remove = useAct(() => answer(api.synonyms[':id'].$delete({ param: { id: synonym.id! } })), {
    onDone: onClose,
    onFail: () => true,
  });
  return (
    <DeskDialog
      title={say(words.remove)}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(frame.cancel)}</ActionButton>
          <ActionButton tone="danger" busy={remove.busy} onClick={() => remove.run()}>
            {say(words.remove)}
          </ActionButton>
        </>
      }
    >
      <p>{say(words.removeAsk, { phrases: synonym.phrases.join(', ') })}</p>
      <FailureLine failure={remove.failure} />
    </DeskDialog>
  );
}

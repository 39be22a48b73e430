import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  kinds,
  PublicationFields,
  subjects,
  type PublicationField,
} from '../../../src-main/catalogue/schema.ts';
import { answer, api, Failure } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { AreaField, SelectField, TextField } from '../../ui/Field.tsx';
import { kindWords, subjectWords, wordOf } from '../../words/publications.ts';
import { frame } from '../../words/staff-frame.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords, type Sentence } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { closePanel, openPanel } from '../panel.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { publicationReads, type Publication } from './publication-reads.ts';

type Typed = Record<PublicationField, string>;

const fields = Object.keys(PublicationFields.shape) as PublicationField[];
const numbers = new Set<PublicationField>(['year', 'pages']);

const typedOf = (publication: Publication | null): Typed =>
  Object.fromEntries(fields.map(field => [field, String(publication?.[field] ?? '')])) as Typed;

/** What was typed as the station takes it: an empty field is nothing. */
const valueOf = (field: PublicationField, typed: string) => {
  const text = typed.trim();
  return text === '' ? null : numbers.has(field) ? Number(text) : text;
};

/** A new publication, or another look at one that is there. */
export function PublicationFormPanel({ id }: { id?: string }) {
  const { say } = useWords();
  const query = useQuery({ ...publicationReads.one(id ?? ''), enabled: id !== undefined });
  const close = () => (id ? openPanel({ kind: 'publication', id }) : closePanel());
  if (id && !query.data)
    return (
      <Drawer title={say(words.editTitle)} closeLabel={say(frame.close)} onClose={close}>
        <PageState query={query} />
      </Drawer>
    );
  return <Form publication={query.data ?? null} onClose={close} />;
}

function Form({ publication, onClose }: { publication: Publication | null; onClose: () => void }) {
  const { say } = useWords();
  const [before] = useState(() => typedOf(publication));
  const [typed, setTyped] = useState(before);
  const [tried, setTried] = useState(false);
  const all = Object.fromEntries(fields.map(field => [field, valueOf(field, typed[field])]));
  const checked = PublicationFields.safeParse(all);
  const wrong = checked.success ? [] : checked.error.issues.map(issue => issue.path[0] as PublicationField);
  const save = useAct(
    async () => {
      if (!publication) return (await answer(api.publications.$post({ json: all as never }))).id;
      const changed = fields.filter(field => typed[field] !== before[field]);
      const json = Object.fromEntries(changed.map(field => [field, all[field]]));
      await answer(api.publications[':id'].$patch({ param: { id: publication.id }, json }));
      return publication.id;
    },
    {
      onDone: id => {
        toast('good', say(frame.saved));
        openPanel({ kind: 'publication', id });
      },
      onFail: () => true,
    },
  );
  const set = (field: PublicationField) => (text: string) => setTyped(was => ({ ...was, [field]: text }));
  const errorOf = (field: PublicationField) =>
    tried && wrong.includes(field)
      ? say(field === 'title' ? words.unsaved : words.fieldWrong, { fields: say(words.fields[field]) })
      : null;
  const text = (field: PublicationField, more: object = {}) => (
    <TextField
      label={say(words.fields[field])}
      value={typed[field]}
      error={errorOf(field)}
      onText={set(field)}
      {...more}
    />
  );
  const choice = (field: 'subject' | 'kind', list: readonly string[], names: Record<string, Sentence>) => (
    <SelectField label={say(words.fields[field])} value={typed[field]} onPick={set(field)}>
      <option value="">–</option>
      {[...new Set([...list, typed[field]])].filter(Boolean).map(value => (
        <option key={value} value={value}>
          {say(wordOf(names, value))}
        </option>
      ))}
    </SelectField>
  );
  const twin = save.failure?.code === 'publications.exists' ? twinOf(save.failure) : null;
  return (
    <Drawer
      title={say(publication ? words.editTitle : words.addTitle)}
      closeLabel={say(frame.close)}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            tone="primary"
            busy={save.busy}
            onClick={() => {
              setTried(true);
              if (checked.success) save.run();
            }}
          >
            {say(frame.save)}
          </ActionButton>
          <ActionButton onClick={onClose}>{say(frame.cancel)}</ActionButton>
        </>
      }
    >
      <div className="stack">
        <AreaField
          label={say(words.fields.title)}
          rows={2}
          value={typed.title}
          maxLength={500}
          error={errorOf('title')}
          hint={publication ? undefined : say(words.fromTitle)}
          onText={set('title')}
        />
        <div className="pair">
          {text('year', { inputMode: 'numeric', maxLength: 4 })}
          {text('areaCode', { inputMode: 'numeric', maxLength: 4, hint: say(words.areaHint) })}
          {choice('subject', subjects, subjectWords)}
          {choice('kind', kinds, kindWords)}
          {text('catalogueNumber')}
          {text('publicationNumber')}
          {text('issn')}
          {text('isbn')}
          {text('series')}
          <SelectField label={say(words.fields.language)} value={typed.language} onPick={set('language')}>
            <option value="">–</option>
            <option value="id">{say(words.languages.id)}</option>
            <option value="en">{say(words.languages.en)}</option>
          </SelectField>
          {text('pages', { inputMode: 'numeric', maxLength: 5 })}
          {text('releasedOn', { type: 'date' })}
        </div>
        {text('cover', { inputMode: 'url' })}
        {text('pdf', { inputMode: 'url' })}
        <AreaField
          label={say(words.fields.abstract)}
          rows={5}
          value={typed.abstract}
          error={errorOf('abstract')}
          onText={set('abstract')}
        />
        <FailureLine failure={save.failure} />
        {twin && (
          <div>
            <ActionButton onClick={() => openPanel({ kind: 'publication', id: twin })}>
              {say(words.openTwin)}
            </ActionButton>
          </div>
        )}
      </div>
    </Drawer>
  );
}

const twinOf = (failure: Failure): string | null =>
  typeof failure.details.publicationId === 'string' ? failure.details.publicationId : null;

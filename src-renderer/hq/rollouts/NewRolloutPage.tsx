import { ArrowLeft, Megaphone, Repeat2, Send } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { v7 as uuid } from 'uuid';
import { answer, hq } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { AreaField, TextField } from '../../ui/Field.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { rolloutWords as words } from '../../words/hq-rollouts.ts';
import { useWords } from '../../words.ts';
import { renew } from '../queries.ts';
import { useMay } from '../session/session.ts';
import { contentOf, emptyDraft, titleOf, type Draft } from './draft.ts';
import { ContentPreview } from './ContentPreview.tsx';
import { Reached } from './Reached.tsx';
import { firstChoice, stageOf, useReached } from './stage.ts';
import { StageFields } from './StageFields.tsx';
import '../office/office.css';
import './rollouts.css';

/** What to publish and to whom first, with a preview of both beside it. */
export function NewRolloutPage() {
  const { say, number } = useWords();
  const may = useMay();
  const [, go] = useLocation();
  // The same name for preview and publication: the offices that were shown are those that get it, once.
  const [id] = useState(() => uuid());
  const [draft, setDraft] = useState(emptyDraft);
  const [chosen, setChosen] = useState(firstChoice);
  const content = contentOf(draft);
  const stage = stageOf(chosen);
  const reached = useReached(id, chosen);
  const publish = useAct(
    () => answer(hq.rollouts[':id'].$put({ param: { id }, json: { content: content!, stage: stage! } })),
    {
      onDone: () => {
        renew('rollouts');
        toast('good', say(words.published, { title: titleOf(draft), n: number(reached?.length ?? 0) }));
        go('/publish');
      },
      onFail: () => true,
    },
  );
  const why = !may('rollouts.publish')
    ? say(hqFrame.notForRole)
    : !content
      ? say(draft.kind === 'announcement' ? words.needAnnouncement : words.needPhrases)
      : !stage
        ? say(words.needOffices)
        : !reached && say(words.needPreview);
  return (
    <>
      <Link href="/publish" className="back-link">
        <ArrowLeft size={18} aria-hidden />
        {say(words.back)}
      </Link>
      <header className="page-head">
        <h1>{say(words.newTitle)}</h1>
      </header>
      <div className="publish">
        <div className="stack-wide">
          <ContentFields draft={draft} onDraft={setDraft} />
          <StageFields label={say(words.to)} stage={chosen} onStage={setChosen} />
        </div>
        <aside className="publish-preview" aria-label={say(words.preview)}>
          <h2>{say(words.preview)}</h2>
          <ContentPreview draft={draft} />
          {stage && reached && <Reached offices={reached} title={words.reaches} all={chosen.to === 'all'} />}
          <FailureLine failure={publish.failure} />
          <ActionButton
            tone="primary"
            size="large"
            icon={Send}
            busy={publish.busy}
            why={why}
            onClick={() => publish.run()}
          >
            {stage && reached ? say(words.publish, { n: number(reached.length) }) : say(words.publishNow)}
          </ActionButton>
        </aside>
      </div>
    </>
  );
}

const kinds = [
  { value: 'announcement', icon: Megaphone },
  { value: 'synonym', icon: Repeat2 },
] as const;

function ContentFields({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  const { say } = useWords();
  const set = (part: Partial<Draft>) => onDraft({ ...draft, ...part });
  return (
    <div className="stack">
      <ChipChoice
        label={say(words.kind)}
        value={draft.kind}
        options={kinds.map(({ value, icon }) => ({ value, icon, label: say(words.kinds[value]!) }))}
        onPick={kind => set({ kind })}
      />
      <p className="soft">{say(words.kindHints[draft.kind])}</p>
      {draft.kind === 'announcement' ? (
        <>
          <div className="pair">
            <TextField
              label={say(words.titleId)}
              value={draft.titleId}
              maxLength={120}
              onText={titleId => set({ titleId })}
            />
            <TextField
              label={say(words.titleEn)}
              value={draft.titleEn}
              maxLength={120}
              onText={titleEn => set({ titleEn })}
            />
          </div>
          <div className="pair">
            <AreaField
              label={say(words.bodyId)}
              value={draft.bodyId}
              rows={5}
              maxLength={2_000}
              onText={bodyId => set({ bodyId })}
            />
            <AreaField
              label={say(words.bodyEn)}
              value={draft.bodyEn}
              rows={5}
              maxLength={2_000}
              onText={bodyEn => set({ bodyEn })}
            />
          </div>
          <TextField
            className="field-date"
            label={say(words.until)}
            aside={say(hqFrame.optional)}
            type="date"
            value={draft.until}
            onText={until => set({ until })}
          />
        </>
      ) : (
        <AreaField
          label={say(words.phrases)}
          hint={say(words.phrasesHint)}
          value={draft.phrases}
          rows={5}
          onText={phrases => set({ phrases })}
        />
      )}
    </div>
  );
}

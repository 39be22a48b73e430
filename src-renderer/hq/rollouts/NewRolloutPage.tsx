import { useState } from 'react';
import { useLocation } from 'wouter';
import { v7 as uuid } from 'uuid';
import { titleOf } from '../../../src-central/rollouts/schema.ts';
import { answer, hq } from '../../api.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { hqFrame } from '../../words/hq-frame.ts';
import { rolloutWords as words } from '../../words/hq-rollouts.ts';
import { useWords } from '../../words.ts';
import { MakePage } from '../MakePage.tsx';
import { renew } from '../queries.ts';
import { useMay } from '../session/session.ts';
import { ContentFields } from './ContentFields.tsx';
import { ContentPreview } from './ContentPreview.tsx';
import { contentOf, emptyDraft } from './draft.ts';
import { Reached } from './Reached.tsx';
import { firstChoice, stageOf, useReached } from './stage.ts';
import { StageFields } from './StageFields.tsx';
import { useTitle } from './use-title.ts';

/** What to publish and to whom first, with a preview of both beside it. */
export function NewRolloutPage() {
  const { say, number } = useWords();
  const may = useMay();
  const [, go] = useLocation();
  // The same name for preview and publication: the offices that were shown are those that get it, once.
  const [id] = useState(() => uuid());
  const [draft, setDraft] = useState(emptyDraft);
  const [chosen, setChosen] = useState(firstChoice);
  const tellTitle = useTitle();
  const content = contentOf(draft);
  const stage = stageOf(chosen);
  const reached = useReached(id, chosen);
  const publish = useAct(
    () => answer(hq.rollouts[':id'].$put({ param: { id }, json: { content: content!, stage: stage! } })),
    {
      onDone: () => {
        renew('rollouts');
        toast(
          'good',
          say(words.published, {
            title: tellTitle(content!.table, titleOf(content!)),
            n: number(reached?.length ?? 0),
          }),
        );
        go('/publish');
      },
      onFail: () => true,
    },
  );
  const why = !may('rollouts.publish')
    ? say(hqFrame.notForRole)
    : !content
      ? say(words.needs[draft.kind])
      : !stage
        ? say(words.needOffices)
        : !reached && say(words.needPreview);
  return (
    <MakePage
      title={say(words.newTitle)}
      back={{ to: '/publish', word: say(words.back) }}
      previewTitle={say(words.preview)}
      preview={
        <>
          <ContentPreview draft={draft} />
          {stage && reached && <Reached offices={reached} title={words.reaches} all={chosen.to === 'all'} />}
        </>
      }
      act={{
        word: stage && reached ? say(words.publish, { n: number(reached.length) }) : say(words.publishNow),
        busy: publish.busy,
        why,
        failure: publish.failure,
        onAct: () => publish.run(),
      }}
    >
      <ContentFields draft={draft} onDraft={setDraft} />
      <StageFields label={say(words.to)} stage={chosen} onStage={setChosen} />
    </MakePage>
  );
}

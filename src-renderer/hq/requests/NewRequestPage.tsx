import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { useLocation } from 'wouter';
import { type RequestKind, requestKinds, requestKindWords } from '../../../src-central/wire/feed-schema.ts';
import { answer, hq } from '../../api.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { AreaField, TextField } from '../../ui/Field.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { hqRequestWords as words } from '../../words/hq-requests.ts';
import { useWords } from '../../words.ts';
import { MakePage } from '../MakePage.tsx';
import { useToday } from '../moments.ts';
import { reads, renew } from '../queries.ts';
import { OfficePicker } from '../rollouts/OfficePicker.tsx';
import type { Picked } from '../rollouts/stage.ts';
import { useMay } from '../session/session.ts';

const tos = ['offices', 'all'] as const;

/** What is asked, of which offices, and how they will read it. */
export function NewRequestPage() {
  const { say, number, day } = useWords();
  const may = useMay();
  const today = useToday();
  const [, go] = useLocation();
  // Pressed twice, or sent again after an answer that was lost, it is still one request.
  const [id] = useState(() => uuid());
  const [kind, setKind] = useState<RequestKind>('publication');
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [due, setDue] = useState('');
  const [to, setTo] = useState<(typeof tos)[number]>('offices');
  const [picked, setPicked] = useState<Picked[]>([]);
  const all = useQuery({
    ...reads.offices({ text: '', order: 'name', down: false, page: 0 }),
    enabled: to === 'all',
  }).data?.total;
  const reached = to === 'all' ? all : picked.length;
  const send = useAct(
    () =>
      answer(
        hq.requests[':id'].$put({
          param: { id },
          json: {
            kind,
            title: title.trim(),
            text: text.trim(),
            due: due || null,
            to: to === 'all' ? 'all' : picked.map(one => one.office),
          },
        }),
      ),
    {
      onDone: () => {
        renew('requests');
        toast('good', say(words.sent, { title: title.trim(), n: number(reached ?? 0) }));
        go('/requests');
      },
      onFail: () => true,
    },
  );
  const why = !may('requests.make')
    ? say(hqFrame.notForRole)
    : title.trim().length < 3
      ? say(words.needTitle)
      : !reached && say(to === 'all' ? words.noOffices : words.needOffices);
  return (
    <MakePage
      title={say(words.newTitle)}
      back={{ to: '/requests', word: say(words.back) }}
      previewTitle={say(words.preview)}
      preview={
        <>
          <article className="preview-card">
            {title.trim() ? (
              <>
                <p className="soft">{say(requestKindWords[kind])}</p>
                <p className="finding-title">{title}</p>
                {text.trim() && <p className="preview-body">{text}</p>}
                {due && <p className="soft">{say(words.previewDue, { day: day(due) })}</p>}
              </>
            ) : (
              <p className="soft">{say(words.previewEmpty)}</p>
            )}
          </article>
          {Boolean(reached) && (
            <p className="finding-title" role="status">
              {say(words.reaches, { n: number(reached!) })}
            </p>
          )}
        </>
      }
      act={{
        word: say(words.send),
        busy: send.busy,
        why,
        failure: send.failure,
        onAct: () => send.run(),
      }}
    >
      <ChipChoice
        label={say(words.kind)}
        value={kind}
        options={requestKinds.map(value => ({ value, label: say(requestKindWords[value]) }))}
        onPick={setKind}
      />
      <TextField
        label={say(words.titleField)}
        hint={say(words.titleHint)}
        value={title}
        maxLength={200}
        onText={setTitle}
      />
      <AreaField
        label={say(words.textField)}
        hint={say(words.textHint)}
        aside={say(hqFrame.optional)}
        rows={5}
        value={text}
        maxLength={2_000}
        onText={setText}
      />
      <TextField
        className="field-date"
        label={say(words.dueField)}
        aside={say(hqFrame.optional)}
        type="date"
        min={today}
        value={due}
        onText={setDue}
      />
      <div className="stack">
        <ChipChoice
          label={say(words.to)}
          value={to}
          options={tos.map(value => ({ value, label: say(words.tos[value]) }))}
          onPick={setTo}
        />
        {to === 'offices' && <OfficePicker picked={picked} onPick={setPicked} />}
      </div>
    </MakePage>
  );
}

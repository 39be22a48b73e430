import { useQuery } from '@tanstack/react-query';
import { CircleX, FileUp, PencilLine, Undo2 } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RequestStep } from '../../../src-main/sync/schema.ts';
import { answer, api } from '../../api.ts';
import { PageState } from '../../desk/PageState.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { refusalWords, requestKindWords } from '../../../src-central/wire/feed-schema.ts';
import { frame } from '../../words/staff-frame.ts';
import { hqWords as words } from '../../words/staff-headquarters.ts';
import { useWords } from '../../words.ts';
import { closePanel } from '../panel.ts';
import { useMay } from '../session/session.ts';
import { AnswerDialog, RefuseDialog } from './RequestDialogs.tsx';
import { hqReads, type HqRequest } from './headquarters-reads.ts';
import { RequestTag } from './RequestTag.tsx';
import '../visits/visit.css';
import './headquarters.css';

const sendingLookMs = 2_000;
const isSending = ({ events }: HqRequest) => events.some(event => event.fileState === 'waiting');

/** A file that headquarters refused leaves the question open. */
const mayAnswer = ({ state, takenBack, events }: HqRequest) =>
  (state !== 'answered' && !takenBack) || events.at(-1)?.fileState === 'refused';

/** One request of headquarters: what is asked, what was done with it, and the answers to choose from. */
export function RequestPanel({ id }: { id: string }) {
  const { say, day } = useWords();
  const may = useMay();
  const query = useQuery({
    ...hqReads.requests(),
    // A file on its way is no change of the office's rows, so nobody tells of it.
    refetchInterval: ({ state }) => (state.data?.some(isSending) ? sendingLookMs : false),
  });
  const request = query.data?.find(one => one.id === id);
  const handles = may('requests.handle');
  const step = useAct((said: RequestStep) =>
    answer(api.requests[':id'].steps.$post({ param: { id }, json: said })),
  );
  // Whoever can act on it has seen it: headquarters is told once.
  const seen = useEffectEvent(() => step.run({ kind: 'seen' }));
  const isNew = request?.state === 'new' || request?.interrupted;
  useEffect(() => {
    if (isNew && handles) seen();
  }, [isNew, handles]);
  // Not in the buttons: those go when the request is taken back, and what was begun stays.
  const [file, setFile] = useState<File | null>(null);
  const [refusing, setRefusing] = useState(false);
  return (
    <Drawer
      title={request?.title ?? say(words.requests)}
      lead={request && say(requestKindWords[request.kind])}
      closeLabel={say(frame.close)}
      onClose={closePanel}
      actions={
        request &&
        mayAnswer(request) &&
        handles && <Answers request={request} onFile={setFile} onRefuse={() => setRefusing(true)} />
      }
    >
      {request ? (
        <div className="stack-wide">
          {request.takenBack && (
            <p className="note note-orange" role="alert">
              <Undo2 size={20} aria-hidden />
              <span>
                {say(words.takenBack)}{' '}
                {request.takenBack.reason && say(words.takenBackWhy, { reason: request.takenBack.reason })}
              </span>
            </p>
          )}
          <section className="part">
            <p>
              <RequestTag state={request.state} />
            </p>
            {request.text && <p className="request-text">{request.text}</p>}
            <dl className="facts">
              {request.due && (
                <div>
                  <dt>{say(words.due)}</dt>
                  <dd>
                    {day(request.due)}
                    {request.overdue && <small className="late block">{say(words.overdue)}</small>}
                  </dd>
                </div>
              )}
              <div>
                <dt>{say(words.received)}</dt>
                <dd>{day(request.receivedAt)}</dd>
              </div>
              {request.takenBack?.at && (
                <div>
                  <dt>{say(words.takenBackAt)}</dt>
                  <dd>{day(request.takenBack.at)}</dd>
                </div>
              )}
            </dl>
          </section>
          <History request={request} />
        </div>
      ) : (
        <PageState query={query} />
      )}
      {request && file && <AnswerDialog request={request} file={file} onClose={() => setFile(null)} />}
      {request && refusing && <RefuseDialog request={request} onClose={() => setRefusing(false)} />}
    </Drawer>
  );
}

interface AnswersProps {
  request: HqRequest;
  onFile: (file: File | null) => void;
  onRefuse: () => void;
}

function Answers({ request, onFile, onRefuse }: AnswersProps) {
  const { say } = useWords();
  const chosen = useRef<HTMLInputElement>(null);
  const { id } = request;
  const claim = useAct(
    () => answer(api.requests[':id'].steps.$post({ param: { id }, json: { kind: 'claimed' } })),
    { onDone: () => toast('good', say(words.claimed)) },
  );
  return (
    <>
      <ActionButton tone="primary" icon={FileUp} onClick={() => chosen.current?.click()}>
        {say(words.answer)}
      </ActionButton>
      <input
        ref={chosen}
        type="file"
        hidden
        aria-label={say(words.answer)}
        onChange={event => {
          onFile(event.target.files?.[0] ?? null);
          event.target.value = '';
        }}
      />
      {(request.state === 'new' || request.state === 'seen') && (
        <ActionButton icon={PencilLine} busy={claim.busy} onClick={() => claim.run()}>
          {say(words.claim)}
        </ActionButton>
      )}
      {request.state !== 'refused' && (
        <ActionButton icon={CircleX} onClick={onRefuse}>
          {say(words.refuse)}
        </ActionButton>
      )}
    </>
  );
}

function History({ request }: { request: HqRequest }) {
  const { say, day, clock } = useWords();
  if (request.events.length === 0) return null;
  return (
    <section className="part">
      <h3>{say(words.history)}</h3>
      <ol className="request-steps">
        {request.events.map(event => (
          <li key={event.id}>
            <strong>{say(words.steps[event.kind])}</strong>
            {event.reason && `: ${say(refusalWords[event.reason])}`}
            <small className="soft block">
              {[event.staff, `${day(event.at)}, ${clock(event.at)}`].filter(Boolean).join(' · ')}
            </small>
            {event.fileState && <small className="block">{say(words.fileStates[event.fileState])}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Download, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { answerFile, hq } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { hqRequestWords as words, requestStepWords } from '../../words/hq-requests.ts';
import { refusalWords, requestKindWords } from '../../../src-central/wire/feed-schema.ts';
import { useWords } from '../../words.ts';
import { useMoments } from '../moments.ts';
import { reads, type RequestAnswer, type RequestLine } from '../queries.ts';
import { saveFile } from '../save-file.ts';
import { useMay } from '../session/session.ts';
import { useActor } from '../use-actor.ts';
import { RequestTag } from './RequestTag.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';
import './requests.css';

/** One request to one office: its words, what the office did with it, and its answers. */
export function RequestDialog({ line, onClose }: { line: RequestLine; onClose: () => void }) {
  const { say, day } = useWords();
  const { moment } = useMoments();
  const tellActor = useActor();
  const query = useQuery(reads.request(line.id, line.office));
  const request = query.data;
  const { state, due } = request ?? line;
  const may = useMay();
  const [takingBack, setTakingBack] = useState(false);
  if (takingBack)
    return <TakeBackDialog line={line} onCancel={() => setTakingBack(false)} onDone={onClose} />;
  return (
    <DeskDialog
      title={line.title}
      onClose={onClose}
      actions={
        <>
          {state !== 'taken-back' && (
            <ActionButton
              icon={Undo2}
              why={!may('requests.takeBack') && say(hqFrame.notForRole)}
              onClick={() => setTakingBack(true)}
            >
              {say(words.takeBack)}
            </ActionButton>
          )}
          <ActionButton onClick={onClose}>{say(hqFrame.close)}</ActionButton>
        </>
      }
    >
      <p className="row">
        <RequestTag state={state} />
        <Link href={`/offices/${line.office}`} className="request-office" title={say(words.toOffice)}>
          {line.name} <span className="numbers">({line.office})</span>
        </Link>
      </p>
      <p className="soft">
        {say(requestKindWords[line.kind])} ·{' '}
        {say(words.madeBy, { who: tellActor(line.madeBy), at: moment(line.madeAt) })}
        {due && ` · ${say(words.previewDue, { day: day(due) })}`}
      </p>
      {request ? (
        <>
          {request.text && <p className="preview-body">{request.text}</p>}
          <h3>{say(words.history)}</h3>
          <History request={request} line={line} />
        </>
      ) : (
        <PageState query={query} />
      )}
    </DeskDialog>
  );
}

/** In the order in which headquarters heard of it. */
function History({ request, line }: { request: RequestAnswer; line: RequestLine }) {
  const { say } = useWords();
  const { moment } = useMoments();
  const tellActor = useActor();
  const { events, takenBackAt, takenBackBy, takenBackReason } = request;
  if (events.length === 0 && takenBackAt === null) return <p className="soft">{say(words.waits)}</p>;
  const tell = (some: RequestAnswer['events']) =>
    some.map(event => <Event key={event.id} event={event} line={line} />);
  return (
    <ul className="request-events">
      {tell(events.filter(event => !event.late))}
      {takenBackAt !== null && (
        <li>
          <p>
            <strong>{say(words.takenBackBy, { who: tellActor(takenBackBy ?? '') })}</strong>
            {`: ${takenBackReason}`}
            <time className="soft" dateTime={takenBackAt}>
              {moment(takenBackAt)}
            </time>
          </p>
        </li>
      )}
      {tell(events.filter(event => event.late))}
    </ul>
  );
}

function Event({ event, line }: { event: RequestAnswer['events'][number]; line: RequestLine }) {
  const { say, number } = useWords();
  const { moment } = useMoments();
  return (
    <li>
      <p>
        <strong>{say(requestStepWords[event.kind])}</strong>
        {event.reason && `: ${say(refusalWords[event.reason])}`}
        <time className="soft" dateTime={event.receivedAt}>
          {moment(event.receivedAt)}
        </time>
      </p>
      {event.late && event.kind !== 'told' && <p className="soft">{say(words.late)}</p>}
      {event.superseded && <p className="soft">{say(words.superseded)}</p>}
      {event.file &&
        (event.size === null ? (
          <p className="soft">{say(words.onItsWay)}</p>
        ) : (
          <Fetch
            line={line}
            sha256={event.file}
            about={`${number(Math.max(1, Math.round(event.size / 1_024)))} kB`}
          />
        ))}
    </li>
  );
}

const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.ms-excel': 'xls',
};

function Fetch({ line, sha256, about }: { line: RequestLine; sha256: string; about: string }) {
  const { say } = useWords();
  const may = useMay();
  const { id, office, title } = line;
  const fetched = useAct(
    () =>
      answerFile(
        hq.requests[':id'][':office'][':sha256'].$post(
          { param: { id, office, sha256 } },
          { init: { signal: new AbortController().signal } },
        ),
      ),
    {
      onDone: blob => {
        const plain = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
        const name = `${office}-${plain}.${endings[blob.type] ?? 'bin'}`;
        saveFile(blob, name);
        toast('good', say(hqFrame.exported, { name }));
      },
      onFail: () => true,
    },
  );
  return (
    <>
      <ActionButton
        size="small"
        icon={Download}
        busy={fetched.busy}
        why={!may('requests.fetch') && say(hqFrame.notForRole)}
        onClick={() => fetched.run()}
      >
        {say(words.fetch)} ({about})
      </ActionButton>
      <FailureLine failure={fetched.failure} />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Columns } from '../../../src-main/imports/schema.ts';
import { answer, api, sendFile } from '../../api.ts';
import { importFilePath } from '../../paths.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Field } from '../../ui/Field.tsx';
import { importWords as words } from '../../words/staff-imports.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { useAct } from '../../desk/use-act.ts';
import { ColumnFields } from './ColumnFields.tsx';
import { importReads } from './import-reads.ts';
import { PreviewTable } from './PreviewTable.tsx';

/** A file, how its columns are understood, and its first rows as they would be stored. */
export function FileImport() {
  const { say } = useWords();
  const [sent, setSent] = useState<{ name: string; fileId: string } | null>(null);
  const send = useAct(
    async (file: File) => ({
      name: file.name,
      ...(await sendFile<{ fileId: string }>(importFilePath(file.name), file)),
    }),
    { onDone: setSent, onFail: () => true },
  );
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files?.[0]) send.run(files[0]);
  };
  if (sent) return <Checked key={sent.fileId} {...sent} onOther={() => setSent(null)} />;
  return (
    <>
      <Field label={say(words.file)} hint={say(words.fileHint)}>
        {ids => (
          <div
            className={`file-drop ${over ? 'file-drop-over' : ''}`}
            onDragOver={event => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={event => {
              event.preventDefault();
              setOver(false);
              take(event.dataTransfer.files);
            }}
          >
            <ActionButton
              tone="primary"
              icon={FolderOpen}
              busy={send.busy}
              aria-describedby={ids['aria-describedby']}
              onClick={() => chooser.current?.click()}
            >
              {say(words.choose)}
            </ActionButton>
            <span className="soft" role="status">
              {say(send.busy ? words.sending : words.drop)}
            </span>
            <input
              {...ids}
              ref={chooser}
              type="file"
              hidden
              accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl"
              onChange={event => {
                take(event.target.files);
                // The same file may be chosen again once it was mended.
                event.target.value = '';
              }}
            />
          </div>
        )}
      </Field>
      <FailureLine failure={send.failure} />
    </>
  );
}

function Checked({ name, fileId, onOther }: { name: string; fileId: string; onOther: () => void }) {
  const { say } = useWords();
  const [columns, setColumns] = useState<Columns>();
  const query = useQuery({ ...importReads.preview(fileId, columns), placeholderData: before => before });
  const start = useAct(() => answer(api.imports.$post({ json: { kind: 'file', fileId, name, columns } })), {
    onDone: onOther,
    onFail: () => true,
  });
  const preview = query.data;
  if (!preview)
    return (
      <>
        <PageState query={query} />
        {query.error && <ActionButton onClick={onOther}>{say(words.other)}</ActionButton>}
      </>
    );
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      <ColumnFields columns={preview.columns} onColumns={setColumns} />
      {preview.understood ? (
        <PreviewTable rows={preview.rows} />
      ) : (
        <p className="note note-orange">{say(words.titleMissing)}</p>
      )}
      <FailureLine failure={start.failure} />
      <div className="row">
        <ActionButton
          tone="primary"
          busy={start.busy}
          why={!preview?.understood && say(words.titleMissing)}
          onClick={() => start.run()}
        >
          {say(words.start)}
        </ActionButton>
        <ActionButton onClick={onOther}>{say(words.other)}</ActionButton>
      </div>
    </>
  );
}

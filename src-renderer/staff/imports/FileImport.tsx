import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
  if (sent) return <Checked key={sent.fileId} {...sent} onOther={() => setSent(null)} />;
  return (
    <>
      <Field label={say(words.file)} hint={say(words.fileHint)}>
        {ids => (
          <input
            {...ids}
            type="file"
            accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl"
            onChange={event => {
              const file = event.target.files?.[0];
              if (file) send.run(file);
            }}
          />
        )}
      </Field>
      {send.busy && <p role="status">{say(words.sending)}</p>}
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

import { useQuery } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { importWords as words } from '../../words/staff-imports.ts';
import { useWords } from '../../words.ts';
import { PageState } from '../../desk/PageState.tsx';
import { useMay } from '../session/session.ts';
import { FileImport } from './FileImport.tsx';
import { importReads } from './import-reads.ts';
import { RunCard } from './RunCard.tsx';
import { WebApiImport } from './WebApiImport.tsx';
import '../visits/visit.css';
import './imports.css';

/** Publications from a file or from BPS: begin an import, follow it, see what became of the ones before. */
export function ImportPage() {
  const { say } = useWords();
  const may = useMay();
  const query = useQuery(importReads.runs());
  const [from, setFrom] = useState<'file' | 'webapi'>('file');
  const running = query.data?.some(run => run.state === 'running');
  return (
    <div className="stack-wide imports">
      <p className="soft">{say(words.lead)}</p>
      {may('imports.run') && !running && (
        <section className="panel stack" aria-label={say(words.begin)}>
          <ChipChoice
            label={say(words.from)}
            options={[
              { value: 'file', label: say(words.fromFile) },
              { value: 'webapi', label: say(words.fromWebApi) },
            ]}
            value={from}
            onPick={setFrom}
          />
          {from === 'file' ? <FileImport /> : <WebApiImport />}
        </section>
      )}
      <section className="stack" aria-label={say(words.runs)}>
        <h2>{say(words.runs)}</h2>
        {!query.data ? (
          <PageState query={query} />
        ) : query.data.length === 0 ? (
          <EmptyState icon={FileInput} title={say(words.noRuns)} />
        ) : (
          query.data.map(run => <RunCard key={run.id} run={run} />)
        )}
      </section>
    </div>
  );
}

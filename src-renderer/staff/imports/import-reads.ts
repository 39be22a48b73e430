import { queryOptions } from '@tanstack/react-query';
import type { Columns } from '../../../src-main/imports/schema.ts';
import { answer, api } from '../../api.ts';

const askRuns = () => answer(api.imports.$get());
const askRun = (id: string) => answer(api.imports[':id'].$get({ param: { id } }));
const askPreview = (fileId: string, columns?: Columns) =>
  answer(api.imports.preview.$post({ json: { fileId, columns } }));

export type Run = Awaited<ReturnType<typeof askRuns>>[number];
export type Preview = Awaited<ReturnType<typeof askPreview>>;

const lookEveryMs = 700;

export const importReads = {
  runs: () => queryOptions({ queryKey: ['imports', 'list'], queryFn: askRuns }),
  /** How far it is is not in the journal, so it is asked for while it runs. */
  run: (id: string) =>
    queryOptions({
      queryKey: ['imports', id],
      queryFn: () => askRun(id),
      refetchInterval: query => (query.state.data?.state === 'running' ? lookEveryMs : false),
    }),
  preview: (fileId: string, columns?: Columns) =>
    queryOptions({
      queryKey: ['import-preview', fileId, columns ?? null],
      queryFn: () => askPreview(fileId, columns),
      staleTime: Infinity,
    }),
  key: () =>
    queryOptions({
      queryKey: ['imports', 'key'],
      queryFn: () => answer(api.imports['webapi-key'].$get()),
    }),
};

/** What the screens of the reading log and of photocopies ask the station. */
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api.ts';

const askOut = () => answer(api.readings.$get());
const askVisit = (id: string) => answer(api.visits[':id'].readings.$get({ param: { id } }));
const askUse = (from: string, to: string) =>
  answer(api.readings.use.$get({ query: { ...(from && { from }), ...(to && { to }) } }));
const askForms = () => answer(api.photocopies.$get({ query: {} }));
const askForm = (id: string) => answer(api.photocopies[':id'].$get({ param: { id } }));

export type StillOut = Awaited<ReturnType<typeof askOut>>[number];
export type TitleUse = Awaited<ReturnType<typeof askUse>>['titles'][number];
export type FormRow = Awaited<ReturnType<typeof askForms>>[number];
export type FormDetail = Awaited<ReturnType<typeof askForm>>;

export const readingReads = {
  out: () => queryOptions({ queryKey: ['readings', 'out'], queryFn: askOut }),
  ofVisit: (id: string) => queryOptions({ queryKey: ['readings', 'visit', id], queryFn: () => askVisit(id) }),
  ofCopy: (id: string) =>
    queryOptions({
      queryKey: ['readings', 'of-copy', id],
      queryFn: () => answer(api.copies[':id'].readings.$get({ param: { id } })),
    }),
  use: (from: string, to: string) =>
    queryOptions({ queryKey: ['readings', 'use', from, to], queryFn: () => askUse(from, to) }),
  copy: (code: string) =>
    queryOptions({
      queryKey: ['readings', 'copy', code],
      queryFn: () => answer(api.copies[':code'].$get({ param: { code } })),
    }),
  forms: () => queryOptions({ queryKey: ['photocopies'], queryFn: askForms }),
  form: (id: string) => queryOptions({ queryKey: ['photocopies', id], queryFn: () => askForm(id) }),
  formsOfVisit: (id: string) =>
    queryOptions({
      queryKey: ['photocopies', 'visit', id],
      queryFn: () => answer(api.visits[':id'].photocopies.$get({ param: { id } })),
    }),
  copyable: (id: string) =>
    queryOptions({
      queryKey: ['readings', 'copyable', id],
      queryFn: () => answer(api.visits[':id'].copyable.$get({ param: { id } })),
    }),
};

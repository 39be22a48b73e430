/** The counter's own entry as it is typed, and as it is sent. */
import type { CounterEntry, VisitKind } from '../../../src-main/visits/schema.ts';

export interface ChosenVisitor {
  id: string;
  /** Null when a scanned visitor card said who it is. */
  name: string | null;
}

export interface EntryForm {
  submissionId: string;
  late: boolean;
  /** As the field for date and time gives it, in this computer's time. */
  arrivedAt: string;
  reason: string;
  kind: VisitKind;
  visitor: ChosenVisitor | null;
  name: string;
  sex: 'male' | 'female' | null;
  birthYear: string;
  phone: string;
  email: string;
  men: string;
  women: string;
  companionName: string;
  companionRelation: string;
  /** Null until chosen: then the office's first service. */
  services: string[] | null;
  purpose: string | null;
  language: 'id' | 'en';
}

export function emptyEntry(visitorId?: string): EntryForm {
  return {
    submissionId: crypto.randomUUID(),
    late: false,
    arrivedAt: '',
    reason: '',
    kind: 'single',
    visitor: visitorId ? { id: visitorId, name: null } : null,
    name: '',
    sex: null,
    birthYear: '',
    phone: '',
    email: '',
    men: '',
    women: '',
    companionName: '',
    companionRelation: '',
    services: null,
    purpose: null,
    language: 'id',
  };
}

export function entryOf(form: EntryForm): CounterEntry {
  const { kind, visitor } = form;
  const accompanied = kind === 'child' || kind === 'accompanied';
  return {
    submissionId: form.submissionId,
    kind,
    language: form.language,
    services: form.services ?? [],
    purpose: form.purpose ?? undefined,
    men: kind === 'group' ? Number(form.men || 0) : undefined,
    women: kind === 'group' ? Number(form.women || 0) : undefined,
    companionName: accompanied ? form.companionName || undefined : undefined,
    companionRelation: accompanied ? form.companionRelation || undefined : undefined,
    visitorId: visitor?.id,
    person: visitor
      ? undefined
      : {
          name: form.name,
          sex: form.sex ?? undefined,
          birthYear: form.birthYear ? Number(form.birthYear) : undefined,
          phone: form.phone || undefined,
          email: form.email || undefined,
        },
    reason: form.reason || undefined,
    arrivedAt: form.late && form.arrivedAt ? new Date(form.arrivedAt).toISOString() : undefined,
  };
}

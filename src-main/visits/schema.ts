import { z } from 'zod';
import { ConsentPurpose } from '../../src-central/wire/consent-schema.ts';

export const visitStates = ['waiting', 'serving', 'inside', 'leaving', 'closed', 'left'] as const;
export type VisitState = (typeof visitStates)[number];
export const visitKinds = ['single', 'group', 'child', 'accompanied'] as const;
export type VisitKind = (typeof visitKinds)[number];

const code = z.string().min(1).max(40);
const other = z.string().trim().max(120);

/** Who the visitor is, as typed; normalised by `rules.ts` before it is stored. */
export const Person = z.object({
  name: z.string().trim().max(100).optional(),
  sex: z.enum(['male', 'female']).optional(),
  birthYear: z.number().int().optional(),
  phone: z.string().max(30).optional(),
  email: z.string().max(120).optional(),
  /** Has neither phone nor e-mail, and says so. */
  noContact: z.literal(true).optional(),
  education: code.optional(),
  occupation: code.optional(),
  occupationOther: other.optional(),
  institutionCategory: code.optional(),
  institutionCategoryOther: other.optional(),
  institution: other.optional(),
  disability: code.optional(),
});
export type Person = z.infer<typeof Person>;

const common = {
  /** Made by the screen once per form: the same form handed in twice is one visit. */
  submissionId: z.uuid(),
  kind: z.enum(visitKinds),
  language: z.enum(['id', 'en']),
  services: z.array(code).min(1).max(10),
  purpose: code.optional(),
  purposeOther: other.optional(),
  men: z.number().int().min(0).max(999).optional(),
  women: z.number().int().min(0).max(999).optional(),
  companionName: z.string().trim().max(100).optional(),
  companionRelation: code.optional(),
  person: Person.optional(),
};

export const Guestbook = z.object({
  ...common,
  /** Given by `/visitors/answer` to a returning visitor, instead of `person`. */
  visitorToken: z.string().max(64).optional(),
  notice: z.object({ version: z.number().int(), choice: z.enum(['accepted', 'refused']) }),
  remember: z.boolean().optional(),
  /** Whether the visitor may be named to headquarters for a purpose; what was not asked is left out. */
  consents: z.partialRecord(ConsentPurpose, z.enum(['yes', 'no'])).optional(),
});
export type Guestbook = z.infer<typeof Guestbook>;

export const CounterEntry = z.object({
  ...common,
  visitorId: z.uuid().optional(),
  reason: z.string().trim().max(200).optional(),
  /** For an entry made afterwards: when the visitor really came. */
  arrivedAt: z.iso.datetime().optional(),
});
export type CounterEntry = z.infer<typeof CounterEntry>;

export const serviceOutcomes = ['given', 'not-available', 'cancelled'] as const;
export type ServiceOutcome = (typeof serviceOutcomes)[number];
/** Services that begin and end by what is scanned, beside those that the office offers by name. */
export const scannedServices = ['reading', 'photocopy', 'softcopy'] as const;
export type ScannedService = (typeof scannedServices)[number];
export const LeftReason = z.object({ reason: code });
export const BreachReason = z.object({ reason: code, note: other.optional() });
export const ServiceChange = z.object({
  service: code,
  action: z.enum(['start', 'end', 'add']),
  outcome: z.enum(serviceOutcomes).optional(),
});
export const VisitSearch = z.object({
  text: z.string().max(60).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  state: z.enum([...visitStates, 'open', 'breached']).optional(),
  before: z
    .string()
    .regex(/^\d{1,16}$/)
    .optional(),
});

/** What the kiosk's last screen needs, and nothing more. */
export interface Ticket {
  code: string;
  number: string;
  /** Instant by which the office promises to serve. */
  servedBy: string;
  promiseMinutes: number;
  /** True when this form, or this person today, already had a visit. */
  already: boolean;
  slip: 'printing' | 'screen';
}
export const Forget = z.object({ submissionId: z.uuid() });

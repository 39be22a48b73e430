/** What the console asks of the courier, and what it shows. */
import { z } from 'zod';
import { refusals } from '../../src-central/wire/feed-schema.ts';

/** Typed from paper, or the content of the QR. */
export const EnrolInput = z.object({
  /** `loket-enrol:…`, or the sixteen letters and digits with the address beside them. */
  code: z.string().trim().min(8).max(4_000),
  url: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]).default(''),
  ca: z.string().max(20_000).default(''),
});
export type EnrolInput = z.infer<typeof EnrolInput>;

/** Each has one sentence in the console's words; an officer can do something about most of them. */
export const syncProblems = [
  'unreachable',
  'clock',
  'certificate',
  'cut',
  'unclear',
  'revoked',
  'unknown',
  'signature',
  'full',
  'busy',
  'quota',
  'disk',
  'program',
] as const;
export type SyncProblem = (typeof syncProblems)[number];

export const syncStates = ['absent', 'resting', 'busy', 'stopped', 'closed'] as const;
export type SyncPhase = (typeof syncStates)[number];

/** What an officer does with a request of headquarters, but for the answer, which is a file. */
export const RequestStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('seen') }),
  z.object({ kind: z.literal('claimed') }),
  z.object({ kind: z.literal('refused'), reason: z.enum(refusals) }),
]);
export type RequestStep = z.infer<typeof RequestStep>;

import { z } from 'zod';

/** `key`: the tag on a locker's key, with the locker's own code. Another kind of thing to label is one more name. */
export const labelKinds = ['locker', 'key', 'pocket', 'visitor', 'copy'] as const;
export type LabelKind = (typeof labelKinds)[number];

/** A4 sheets: plain ones to be cut, and ready-cut ones by columns × rows or label size. Rolls: by width, or size. */
export const paperNames = ['a4', 'a4-3x7', 'a4-3x8', 'a4-70x37', 'roll-62', 'roll-29', 'roll-50x30'] as const;
export type PaperName = (typeof paperNames)[number];

/** Ids separated by commas. */
const ids = z
  .string()
  .regex(/^[\w-]{1,60}(,[\w-]{1,60})*$/)
  .transform(list => list.split(','))
  .pipe(z.array(z.string()).max(400));
const number = z.coerce.number().int().min(1).max(9_999);

export const LabelOrder = z
  .object({
    paper: z.enum(paperNames).default('a4'),
    /** First and last number; without them all there are. */
    from: number.optional(),
    to: number.optional(),
    /** Labels of the first sheet that are used up already. */
    skip: z.coerce.number().int().min(0).max(50).default(0),
    /** Whose card: a visitor, or the visitor of a visit. */
    visitor: z.uuid().optional(),
    visit: z.uuid().optional(),
    /** Which printed copies, or all copies of which publications. */
    copies: ids.optional(),
    publications: ids.optional(),
  })
  .refine(order => (order.from ?? 1) <= (order.to ?? 9_999), { path: ['to'], message: 'before from' });
export type LabelOrder = z.infer<typeof LabelOrder>;

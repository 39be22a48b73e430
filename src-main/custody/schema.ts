import { z } from 'zod';

const code = z.string().max(20);

export const TakeIn = z.object({
  visitId: z.uuid(),
  card: z
    .object({
      kind: z.string().max(40),
      of: z.enum(['visitor', 'leader', 'companion']).default('visitor'),
      last4: z
        .string()
        .regex(/^[A-Z0-9]{4}$/)
        .optional(),
      /** Scanned pocket; without one the next free pocket is taken. */
      pocketCode: code.optional(),
    })
    .nullable(),
  noCardReason: z.string().max(40).optional(),
  /** Scanned locker, `'next'` for the next free one, or null for none. */
  locker: z.union([code, z.literal('next')]).nullable(),
});
export type TakeIn = z.infer<typeof TakeIn>;

/** Whatever of slip, pocket and locker was scanned. Pocket and locker are needed when the custody has them. */
export const GiveBack = z.object({
  slipCode: code,
  pocketCode: code.optional(),
  lockerCode: code.optional(),
});
export type GiveBack = z.infer<typeof GiveBack>;

export const LostSlip = z.object({
  pocketCode: code.optional(),
  lockerCode: code.optional(),
  secondStaffId: z.uuid(),
  secondPin: z.string().regex(/^\d{6}$/),
});
export type LostSlip = z.infer<typeof LostSlip>;

/** Words of an officer's own could name somebody, and the journal, where this stands, forgets nothing. */
export const moveReasons = ['jammed', 'too-small', 'key-missing', 'other'] as const;
export type MoveReason = (typeof moveReasons)[number];
export const MoveLocker = z.object({
  locker: z.union([code, z.literal('next')]),
  reason: z.enum(moveReasons),
});
export const NewSlip = LostSlip.pick({ secondStaffId: true, secondPin: true });
/** The two lines at the foot of a passport, as a reader or a person typed them. */
export const PassportZone = z.object({ mrz: z.string().min(1).max(250) });

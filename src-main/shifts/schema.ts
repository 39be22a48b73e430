import { z } from 'zod';

export const Handover = z.object({
  toStaffId: z.uuid(),
  toPin: z.string().regex(/^\d{6}$/),
  countedCards: z.number().int().min(0).max(999),
  note: z.string().trim().max(300).optional(),
});
export type Handover = z.infer<typeof Handover>;

export const Closing = z.object({
  onDay: z.iso.date(),
  /** A reason for every visit that stays open over the night. */
  leftOpen: z.array(z.object({ visitId: z.uuid(), reason: z.string().trim().min(3).max(200) })),
  note: z.string().trim().max(300).optional(),
});
export type Closing = z.infer<typeof Closing>;

import { z } from 'zod';

export const places = ['locker', 'pocket'] as const;
export type PlaceKind = (typeof places)[number];
export const conditions = ['usable', 'broken', 'cleaning'] as const;
export const PlaceChange = z.object({
  condition: z.enum(conditions),
  note: z.string().trim().max(120).optional(),
});
export const PlaceCount = z.object({ count: z.number().int().min(0).max(400) });
export type Condition = (typeof conditions)[number];

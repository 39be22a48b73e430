import { z } from 'zod';

const code = z.string().min(1).max(120);

/** A scanned copy; with the visit whose slip was scanned before, if one was. */
export const CopyScan = z.object({ code, visitId: z.uuid().optional() });

/** Where a copy is. Never two of these. */
export type CopyPlace = 'shelf' | 'visit' | 'co-op';

export const UseSearch = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

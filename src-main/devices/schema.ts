import { z } from 'zod';
import { Printer, type RealPrinter } from '../profile/schema.ts';

/** What became of a slip: for the screen only, on its way, surely out, perhaps out, or not to be counted on. */
export type SlipPrint = 'screen' | 'printing' | 'printed' | 'unsure' | 'failed';

/** After a print that may or may not have come out, an officer looks and says which. */
export const Settle = z.object({ cameOut: z.boolean() });

export const TestPage = z.object({ on: z.enum(['first', 'fallback']).optional() });

export const TryPrinter = z.object({
  printer: Printer.refine((printer): printer is RealPrinter => printer.kind !== 'none'),
});

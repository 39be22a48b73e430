import { z } from 'zod';

/** After a print that may or may not have come out, an officer looks and says which. */
export const Settle = z.object({ cameOut: z.boolean() });

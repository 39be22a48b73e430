import { z } from 'zod';

export const HelpCall = z.object({ kiosk: z.string().min(1).max(40) });

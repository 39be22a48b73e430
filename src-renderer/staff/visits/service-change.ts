import type { z } from 'zod';
import type { ServiceChange as Schema } from '../../../src-main/visits/schema.ts';

export type ServiceChange = z.infer<typeof Schema>;

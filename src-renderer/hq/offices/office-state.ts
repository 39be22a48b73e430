/** How a state of an office looks: never by colour alone. */
import {
  CircleCheck,
  CircleDashed,
  CirclePlus,
  CloudOff,
  Hourglass,
  ShieldAlert,
  Wrench,
  type LucideIcon,
} from 'lucide-react';
import type { OfficeState } from '../../../src-central/offices/schema.ts';

export const stateLooks: Record<
  OfficeState,
  { icon: LucideIcon; tone: 'red' | 'orange' | 'blue' | 'green' }
> = {
  broken: { icon: ShieldAlert, tone: 'red' },
  parked: { icon: Wrench, tone: 'orange' },
  gaps: { icon: CircleDashed, tone: 'orange' },
  silent: { icon: CloudOff, tone: 'orange' },
  behind: { icon: Hourglass, tone: 'orange' },
  new: { icon: CirclePlus, tone: 'blue' },
  good: { icon: CircleCheck, tone: 'green' },
};

/** The gravest first. An office that is new waits for somebody, but nothing is wrong with it. */
export const needing = ['broken', 'parked', 'gaps', 'silent', 'behind'] as const satisfies OfficeState[];
export const allStates = [...needing, 'new', 'good'] as const satisfies OfficeState[];

import { z } from 'zod';
import { mostCopies, mostTitles, papers } from './options.ts';

export const photocopyStates = ['requested', 'out', 'copied', 'back', 'closed', 'cancelled', 'lost'] as const;
export type PhotocopyState = (typeof photocopyStates)[number];

const code = z.string().min(1).max(120);

/** What is to be copied, as the visitor or an officer wrote it. */
const form = {
  titles: z
    .array(z.object({ publicationId: z.uuid(), pages: z.string().trim().min(1).max(200) }))
    .min(1)
    .max(mostTitles),
  copies: z.number().int().min(1).max(mostCopies),
  paper: z.enum(papers),
  duplex: z.boolean(),
};

/** At the kiosk the scanned slip says whose form it is; at the console the officer does. */
export const KioskForm = z.object({ code, ...form });
export const CounterForm = z.object({ visitId: z.uuid(), ...form });
export type PhotocopyForm = Omit<z.infer<typeof CounterForm>, 'visitId'>;

/** A visit by what its visitor holds: ticket, locker slip. */
export const VisitorSlip = z.object({ code });
export const ScannedCopy = z.object({ code });
export const Forget = z.object({ photocopyId: z.uuid() });
export const PhotocopySearch = z.object({ day: z.iso.date().optional() });

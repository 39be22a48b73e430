import { z } from 'zod';

export const softcopySources = ['scan', 'published'] as const;
export type SoftcopySource = (typeof softcopySources)[number];
/** `open`: titles and files are gathered. `ready`: one PDF lies in the data folder. `wiped`: it is gone again. */
export const softcopyStates = ['open', 'ready', 'wiped', 'cancelled'] as const;
export type SoftcopyState = (typeof softcopyStates)[number];
export const scanTypes = ['pdf', 'jpeg', 'tiff'] as const;
export type ScanType = (typeof scanTypes)[number];
export const deliveryWays = ['email', 'usb', 'download'] as const;
export type DeliveryWay = (typeof deliveryWays)[number];
export const deliveryStates = ['queued', 'sending', 'delivered', 'failed', 'expired'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

const pages = z.string().trim().max(80);

export const SoftcopyTitle = z.object({
  publicationId: z.uuid().nullish(),
  title: z.string().trim().min(2).max(500),
  year: z.number().int().min(1_800).max(2_200).nullish(),
  /** As a person writes them: `1-5, 8`; nothing means all that was scanned. */
  pages: pages.nullish(),
});
export type SoftcopyTitle = z.output<typeof SoftcopyTitle>;

/** A visit, by id at the console, by the code on its ticket or slip at a screen that anybody can use. */
export const NewSoftcopy = z.object({
  visitId: z.uuid(),
  titles: z.array(SoftcopyTitle).min(1).max(20),
});
export type NewSoftcopy = z.output<typeof NewSoftcopy>;

export const PublishedSoftcopy = z.object({ visitId: z.uuid(), publicationId: z.uuid() });
/** Names of files in the scanner's folder, in the order in which they are joined. */
export const PickedFiles = z.object({ names: z.array(z.string().min(1).max(255)).min(1).max(200) });

export const NewDelivery = z.discriminatedUnion('way', [
  z.object({ way: z.literal('email'), address: z.email().max(120) }),
  z.object({ way: z.literal('usb'), volumeId: z.string().min(1).max(500) }),
  z.object({ way: z.literal('download') }),
]);
export type NewDelivery = z.output<typeof NewDelivery>;

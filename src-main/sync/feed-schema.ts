/** What a feed's rows hold, by the name of their table (docs/sync-protocol.md §5). What is not named here is set aside. */
import { z } from 'zod';
import { RequestData } from '../../src-central/wire/feed-schema.ts';
import { PublicationFields } from '../catalogue/schema.ts';
import { Choice, OfficeProfile } from '../profile/schema.ts';
import { roles, StaffName } from '../staff/schema.ts';

const Both = z.object({ id: z.string().min(1), en: z.string().min(1) });

/** How often headquarters has said this row: one that came by another feed may be older than what is known. */
const said = z.number().int().min(1).optional();

/** The WebAPI's own id of a publication, where it has one. */
export const PubId = z.string().max(40).nullish();

export const feedTables = {
  /** Scope `catalogue`; with `PubId`. */
  publication: PublicationFields,
  synonym: z.object({ phrases: z.array(z.string().trim().min(1).max(80)).min(2).max(20) }),
  /** An option list of the guestbook; its id is the list's name. */
  list: z.object({ choices: z.array(Choice).min(1).max(60), said }),
  announcement: z.object({
    title: Both,
    body: Both,
    until: z.iso.date().nullish(),
  }),
  /** A survey form: whatever stands in it is kept; docs/sync-protocol.md says what the console shows. */
  instrument: z.record(z.string(), z.unknown()),
  /** `text` is JSON of parts of the office profile, signed by headquarters. */
  profile: z.object({ text: z.string().max(60_000), signature: z.string().max(200), said }),
  staff: z.object({ name: StaffName, role: z.enum(roles), active: z.boolean() }),
  request: z.looseObject({ title: RequestData.shape.title }),
} as const;

export type FeedTable = keyof typeof feedTables;

export const isFeedTable = (name: string): name is FeedTable => Object.hasOwn(feedTables, name);

/** The parts that headquarters may say; devices and the kiosk are the office's own. */
export const ProfileParts = OfficeProfile.pick({
  office: true,
  standard: true,
  hours: true,
  promiseMinutes: true,
  privacy: true,
  services: true,
  lists: true,
}).partial();
export type ProfileParts = z.infer<typeof ProfileParts>;
export type Announcement = z.infer<(typeof feedTables)['announcement']>;

/** What of a survey instrument the console shows; its forms are its own affair. */
export const InstrumentHead = z.object({
  title: z
    .union([
      Both,
      z
        .string()
        .min(1)
        .transform(text => ({ id: text, en: text })),
    ])
    .catch({ id: '', en: '' }),
  version: z.union([z.string(), z.number()]).transform(String).catch(''),
  from: z.iso.date().nullable().catch(null),
  until: z.iso.date().nullable().catch(null),
});

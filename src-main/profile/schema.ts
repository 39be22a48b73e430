/** The office profile: everything that names an office, so that one program serves every office. */
import { z } from 'zod';
import { ConsentPurpose, longestConsentDays } from '../../src-central/wire/consent-schema.ts';
import { listNames, type ListName } from '../../src-central/wire/feed-schema.ts';
import { papers } from '../photocopies/options.ts';

const Both = z.object({ id: z.string().min(1), en: z.string().min(1) });
export type Both = z.infer<typeof Both>;

/** One choice of a list: its stable code, its words, and the code of the SKD survey it maps to. */
export const Choice = Both.extend({ code: z.string().min(1), skd: z.number().int().optional() });
export type Choice = z.infer<typeof Choice>;

export const Service = Choice.extend({
  letter: z.string().regex(/^[A-Z]$/),
  active: z.boolean(),
});
export type Service = z.infer<typeof Service>;

const Channel = z.object({
  kind: z.enum(['box', 'web', 'email', 'phone']),
  label: Both,
  value: z.string().min(1),
});

const Hours = z.object({
  /** ISO weekday, 1 = Monday. */
  weekday: z.number().int().min(1).max(7),
  open: z.string().regex(/^\d\d:\d\d$/),
  close: z.string().regex(/^\d\d:\d\d$/),
});

const Mail = z.object({
  host: z.string().trim().min(1).max(255),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  /** Empty where the server wants no name; its password is kept in a file of its own. */
  user: z.string().max(120),
  from: z.email(),
});
export type Mail = z.infer<typeof Mail>;

const paper = {
  widthMm: z.union([z.literal(58), z.literal(80)]).default(58),
  codePage: z.enum(['pc858', 'ascii']).default('pc858'),
};
const answers = { ...paper, supportsStatus: z.boolean().default(true) };
/** A spooler hands over and hears nothing back. */
const spooled = { ...paper, supportsStatus: z.literal(false).default(false) };

/** No other device than a printer's, or slips would be written into a disk. `loket-…` is a name given by udev. */
const devicePath = /^\/dev\/(usb\/lp\d{1,2}|lp\d{1,2}|loket-[\w-]{1,40})$/;
const serialPath =
  /^(COM\d{1,3}|\/dev\/(tty(USB|ACM|S|AMA)\d{1,3}|rfcomm\d{1,2}|loket-[\w-]{1,40}|serial\/by-(id|path)\/[\w.:+-]{1,200}))$/;
/** CUPS allows more; a name is never taken for an option or a second word. */
const queueName = /^[A-Za-z0-9_][^\s/#'"\\]{0,126}$/;

export const baudRates = [9_600, 19_200, 38_400, 57_600, 115_200] as const;

export const Printer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('tcp'),
    host: z.string().min(1),
    port: z.number().int().min(1).max(65_535).default(9_100),
    ...answers,
  }),
  z.object({ kind: z.literal('device'), path: z.string().regex(devicePath), ...answers }),
  z.object({
    kind: z.literal('serial'),
    path: z.string().regex(serialPath),
    baud: z.literal(baudRates).default(9_600),
    flow: z.enum(['none', 'xonxoff', 'rtscts']).default('none'),
    ...answers,
  }),
  z.object({ kind: z.literal('cups'), queue: z.string().regex(queueName), ...spooled }),
  z.object({ kind: z.literal('windows'), name: z.string().trim().min(1).max(220), ...spooled }),
]);
export type Printer = z.infer<typeof Printer>;
export type RealPrinter = Exclude<Printer, { kind: 'none' }>;

export const OfficeProfile = z.object({
  office: z.object({
    name: z.string().min(3),
    shortName: z.string().min(2).max(32),
    code: z.string().regex(/^\d{4}$/),
    address: z.string().min(3),
    phone: z.string().min(3),
    email: z.email(),
    website: z.string().min(3),
    zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
  }),
  standard: z.object({
    number: z.string(),
    pledge: Both,
    requirements: z.array(Both),
    procedure: z.array(Both),
    time: z.array(Both),
    cost: Both,
    products: z.array(Both),
    complaints: z.array(Channel),
  }),
  hours: z.array(Hours).min(1),
  promiseMinutes: z.number().int().min(1).max(120),
  kiosk: z.object({
    form: z.enum(['short', 'full']),
    idleSeconds: z.number().int().min(15).max(300),
    countdownSeconds: z.number().int().min(10).max(60),
    printTicket: z.boolean(),
  }),
  custody: z.object({ askLastFour: z.boolean() }),
  /** Numbers are called aloud at the counter, in Indonesian and, for who signed in English, in English. */
  voice: z.boolean(),
  /** What this office's scanners add to every code. */
  scanner: z.object({ prefix: z.string().max(16), suffix: z.string().max(16) }),
  photocopy: z.object({
    /** A publication that is at the co-op for longer raises an alarm. */
    outMinutes: z.number().int().min(5).max(240),
    papers: z.array(z.enum(papers)).min(1),
    /** Printed on every form and shown at the kiosk. */
    copyright: Both,
    /** Where a phone of the co-op on the office's network says that copies are made; null when it may not. */
    phonePort: z.number().int().min(1_024).max(65_535).nullable(),
  }),
  privacy: z.object({
    /** Months after which names and contacts are erased; null when the office has not set a period. */
    identityMonths: z.number().int().min(1).max(120).nullable(),
    legalBasis: Both,
    contact: z.string().min(3),
  }),
  /**
   * For what visitors are asked whether headquarters may have their name and contact; none unless the head of office says
   * so. Not among the parts that headquarters may say (`ProfileParts`).
   */
  consents: z
    .array(
      z.object({
        purpose: ConsentPurpose,
        /** Days after the visit on which they agreed. */
        days: z.number().int().min(1).max(longestConsentDays),
      }),
    )
    .refine(all => new Set(all.map(one => one.purpose)).size === all.length, {
      message: 'a purpose stands here twice',
    }),
  /** Sign the officer's screen out after so many minutes without use. */
  lockMinutes: z.number().int().min(1).max(60),
  services: z
    .array(Service)
    .min(1)
    .refine(services => new Set(services.map(one => one.letter)).size === services.length, {
      message: 'two services share a letter',
    }),
  lists: z.object(
    Object.fromEntries(listNames.map(name => [name, z.array(Choice)])) as Record<
      ListName,
      z.ZodArray<typeof Choice>
    >,
  ),
  softcopy: z.object({
    /** Where the scanner stores its files; null when this office has none. */
    watchFolder: z.string().trim().min(1).max(500).nullable(),
    /** Visitors scan by themselves at the kiosk. */
    selfService: z.boolean(),
    /** A softcopy is wiped from this station after so many hours. */
    wipeHours: z.number().int().min(1).max(720),
    /** Larger files are not attached to an e-mail. */
    mailLimitMb: z.number().int().min(1).max(100),
    /** How long the QR code of a download opens it. */
    downloadMinutes: z.number().int().min(5).max(1_440),
    mail: Mail.nullable(),
  }),
  printer: Printer,
  /** Takes over where the first one surely prints nothing. */
  fallbackPrinter: Printer.optional(),
});
export type OfficeProfile = z.infer<typeof OfficeProfile>;

/** What the first start asks for; everything else has good defaults and is changed in the settings. */
export const Setup = z.object({
  office: OfficeProfile.shape.office,
  head: z.object({ name: z.string().trim().min(2).max(60), pin: z.string().regex(/^\d{6}$/) }),
  lockers: z.number().int().min(0).max(400),
  pockets: z.number().int().min(0).max(400),
  printer: Printer,
});
export type Setup = z.infer<typeof Setup>;

export interface Notice {
  version: number;
  body: NoticeBody;
}
export interface NoticeBody {
  title: Both;
  short: Both;
  points: Both[];
  /** The questions that the guestbook asks beside it, one for each purpose; left out where there is none. */
  consents?: { purpose: ConsentPurpose; title: Both; text: Both }[];
}

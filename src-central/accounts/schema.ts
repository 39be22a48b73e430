import { z } from 'zod';
import { roles } from '../access.ts';

const Email = z
  .email()
  .max(120)
  .transform(text => text.toLowerCase());
const Name = z.string().trim().min(2).max(80);
/** Length is what counts; nobody remembers a forced exclamation mark. */
const Password = z.string().min(12).max(200);
const OneTimeCode = z.string().trim().min(1).max(40);
const PhoneCode = z.string().regex(/^\d{6}$/);

export const Login = z.object({
  email: z.string().trim().max(200),
  password: z.string().max(200),
  /** Six digits of the phone, or a recovery code. */
  code: OneTimeCode,
});

export const Invitation = z.object({ code: OneTimeCode });

export const Acceptance = z.object({
  code: OneTimeCode,
  password: Password,
  phoneCode: PhoneCode,
  /** Of the first administrator, whom nobody has entered yet. */
  first: z.object({ email: Email, name: Name }).optional(),
});

export const NewAccount = z.object({ email: Email, name: Name, role: z.enum(roles) });
export const AccountChange = z.object({
  role: z.enum(roles).optional(),
  active: z.boolean().optional(),
  name: Name.optional(),
});

export const AuditSearch = z.object({
  text: z.string().max(80).default(''),
  /** Only what was done to or by this office's number. */
  office: z.string().max(4).default(''),
  /** The `next` of the page before. */
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\|[0-9a-f-]{36}$/)
    .optional(),
});

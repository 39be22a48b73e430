import { z } from 'zod';

export const roles = ['front', 'librarian', 'supervisor', 'admin', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const Pin = z.string().regex(/^\d{6}$/);
export const StaffName = z.string().trim().min(2).max(60);

export const Login = z.object({ staffId: z.uuid(), pin: Pin });
export const Unlock = z.object({ pin: Pin });
export const NewStaff = z.object({ name: StaffName, role: z.enum(roles), pin: Pin });
export type NewStaff = z.infer<typeof NewStaff>;
export const StaffChange = z.object({
  name: StaffName.optional(),
  role: z.enum(roles).optional(),
  active: z.boolean().optional(),
  pin: Pin.optional(),
});
export type StaffChange = z.infer<typeof StaffChange>;

export interface Staff {
  id: string;
  name: string;
  role: Role;
}

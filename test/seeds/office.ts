/** The people and the guestbook forms that tests and the served office share. */
import type { Role } from '../../src-main/staff/schema.ts';

export const testPin = '135246';

export const people: Record<Role, string> = {
  front: 'Rina Marlina',
  librarian: 'Dodi Saputra',
  supervisor: 'Fitri Handayani',
  admin: 'Yulia Rahmadani',
  viewer: 'Pak Camat',
};

/** A guestbook form as the kiosk sends it. */
export function guestbook(change: Record<string, unknown> = {}, person: Record<string, unknown> = {}) {
  return {
    submissionId: crypto.randomUUID() as string,
    kind: 'single',
    language: 'id',
    services: ['library'],
    purpose: 'study',
    notice: { version: 1, choice: 'accepted' },
    person: { name: 'Siti Aminah', sex: 'female', birthYear: 1999, phone: '0812 3456 7890', ...person },
    ...change,
  };
}

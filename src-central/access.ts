import type { Sentence } from './wire/sentence-schema.ts';

/** Who at headquarters may do what: the one table. A route names its operation; a caller is a person with a role. */
export const roles = ['admin', 'operator', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const roleWords: Record<Role, Sentence> = {
  admin: { id: 'Admin', en: 'Administrator' },
  operator: { id: 'Operator', en: 'Operator' },
  viewer: { id: 'Pengamat', en: 'Viewer' },
};

const everybody = roles;
const operators = ['admin', 'operator'] as const;
const admins = ['admin'] as const;

export const access = {
  'offices.read': everybody,
  'offices.change': operators,
  'offices.export': everybody,
  'proof.read': everybody,
  'proof.run': operators,
  'stations.enrol': operators,
  'stations.revoke': operators,
  'rollouts.read': everybody,
  'rollouts.publish': operators,
  'requests.read': everybody,
  'requests.make': operators,
  'requests.takeBack': operators,
  /** What an office answered with may be more than figures. */
  'requests.fetch': operators,
  /** How many people agreed to be invited, by office. */
  'consents.read': operators,
  /** Their names and contacts. */
  'consents.export': admins,
  'accounts.read': admins,
  'accounts.change': admins,
  'audit.read': operators,
  'audit.export': admins,
  'sessions.own': everybody,
} as const satisfies Record<string, readonly Role[]>;

export type Operation = keyof typeof access;

export function may(role: Role, operation: Operation): boolean {
  return (access[operation] as readonly Role[]).includes(role);
}

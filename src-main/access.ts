/** Who may do what: the one table. A route names its operation; a caller is a door or a member of staff. */
import type { Role } from './staff/schema.ts';

/**
 * `kiosk`: the visitor's screen. `guest`: a staff screen where nobody is signed in. `phone`: somebody at the co-op who
 * holds the stub of a photocopy form.
 */
export type Caller = 'kiosk' | 'guest' | 'phone' | Role;

const front = ['front', 'supervisor', 'admin'] as const;
const staff = ['front', 'librarian', 'supervisor', 'admin'] as const;
const readers = ['front', 'librarian', 'supervisor', 'admin', 'viewer'] as const;
const librarians = ['librarian', 'supervisor', 'admin'] as const;
const signedIn = readers;
const lead = ['supervisor', 'admin'] as const;
const everybody = ['kiosk', 'guest', ...readers] as const;

export const access = {
  'health.read': everybody,
  'changes.follow': everybody,
  'office.read': everybody,
  'notice.read': everybody,
  'documents.read': everybody,
  'setup.read': everybody,
  'setup.run': ['guest'],
  'profile.read': ['supervisor', 'admin', 'viewer'],
  'profile.change': ['admin'],

  'staff.choose': ['guest', ...signedIn],
  'staff.list': ['supervisor', 'admin'],
  'staff.change': ['admin'],
  'session.open': ['guest', ...signedIn],
  'session.use': signedIn,

  'visits.sign': ['kiosk'],
  'visits.forget': ['kiosk'],
  'visitors.recognise': ['kiosk'],
  'help.call': ['kiosk'],
  'help.answer': staff,

  'visits.board': readers,
  'visits.read': readers,
  'visits.enter': front,
  'visits.serve': staff,
  'visits.undo': front,
  'visitors.look': [...front, 'librarian'],
  'visitors.find': front,
  'visitors.erase': lead,
  'consents.withdraw': front,

  'codes.scan': staff,
  'custody.take': front,
  'custody.give': front,
  'lockers.read': readers,
  'lockers.change': front,
  'lockers.count': ['admin'],

  'prints.read': readers,
  'prints.again': front,
  'prints.test': lead,
  'labels.print': front,
  'copies.label': [...librarians, 'front'],

  'shifts.read': readers,
  'shifts.hand': front,
  'shifts.close': front,
  'evacuation.read': staff,

  'publications.find': everybody,
  'publications.open': readers,
  'publications.change': librarians,
  'publications.want': ['kiosk', ...staff],
  'publications.wanted': readers,
  'reading.log': staff,
  'reading.read': readers,
  'photocopies.request': ['kiosk'],
  'photocopies.handle': staff,
  'photocopies.lose': librarians,
  'photocopies.read': readers,
  'photocopies.confirm': ['phone'],
  'softcopies.read': readers,
  'softcopies.make': staff,
  'softcopies.secret': lead,
  'softcopies.self': ['kiosk'],
  'softcopies.fetch': ['phone'],
  'needs.read': readers,
  'needs.note': staff,
  'synonyms.read': readers,
  'synonyms.change': librarians,
  'imports.read': readers,
  'imports.run': librarians,
  'imports.key': lead,

  'sync.read': readers,
  'sync.inspect': lead,
  'sync.run': lead,
  'sync.carry': lead,
  'sync.enrol': ['admin'],
  'requests.read': readers,
  'requests.handle': staff,

  'journal.read': lead,
  'journal.verify': lead,
} as const satisfies Record<string, readonly Caller[]>;

export type Operation = keyof typeof access;

export function may(caller: Caller, operation: Operation): boolean {
  return (access[operation] as readonly Caller[]).includes(caller);
}

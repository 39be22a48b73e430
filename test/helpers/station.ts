/** A real station on a fresh database, asked through the plain-function door. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createApp } from '../../src-main/app.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import type { OfficeProfile } from '../../src-main/profile/schema.ts';
import type { Role } from '../../src-main/staff/schema.ts';
import { openStation, type Station, type StationOverrides } from '../../src-main/station.ts';
import { people, testPin } from '../seeds/office.ts';

export { guestbook, testPin } from '../seeds/office.ts';

export interface Answer<T = never> {
  status: number;
  body: T;
}

export interface Asker {
  get<T>(path: string): Promise<Answer<T>>;
  post<T>(path: string, body?: unknown): Promise<Answer<T>>;
  send<T>(method: string, path: string, body?: unknown): Promise<Answer<T>>;
}

export interface TestOffice {
  station: Station;
  app: ReturnType<typeof createApp>;
  dataDir: string;
  kiosk: Asker;
  guest: Asker;
  /** Signs a member of staff in, making them first when the office has nobody with that role. */
  as(role: Role): Promise<Asker & { staffId: string; pin: string; token: string }>;
}

export function temporaryDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'loket-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export const silentLog = pino({ level: 'silent' });

/** An office that is set up: twelve lockers and pockets, no printer unless `profile` says so. */
export async function openTestOffice(
  options: {
    overrides?: StationOverrides;
    profile?: Partial<OfficeProfile>;
    dataDir?: string;
    setUp?: boolean;
  } = {},
): Promise<TestOffice> {
  const dataDir = options.dataDir ?? temporaryDir();
  const station = await openStation({ dataDir }, { log: silentLog, ...options.overrides });
  onTestFinished(() => station.close().catch(() => undefined));
  const app = createApp(station);
  const asker = (door: 'kiosk' | 'staff', token?: string): Asker => {
    const send = async (method: string, path: string, body?: unknown) => {
      const headers = new Headers(token ? { authorization: `Bearer ${token}` } : {});
      if (body !== undefined) headers.set('content-type', 'application/json');
      const request = new Request(`http://station/api${path}`, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const response = await app.fetch(request, { door });
      return { status: response.status, body: (await response.json()) as never };
    };
    return { send, get: path => send('GET', path), post: (path, body = {}) => send('POST', path, body) };
  };
  const guest = asker('staff');
  if (options.setUp !== false) {
    await guest.post('/setup', {
      office: defaultProfile.office,
      head: { name: people.admin, pin: testPin },
      lockers: 12,
      pockets: 12,
      printer: options.profile?.printer ?? { kind: 'none' },
    });
  }
  const signIn = async (name: string) => {
    const names = await guest.get<{ id: string; name: string }[]>('/staff/names');
    const staffId = names.body.find(one => one.name === name)?.id;
    if (!staffId) return null;
    const { body } = await guest.post<{ token: string }>('/sessions', { staffId, pin: testPin });
    return { ...asker('staff', body.token), staffId, pin: testPin, token: body.token };
  };
  const as = async (role: Role) => {
    const there = await signIn(people[role]);
    if (there) return there;
    const admin = (await signIn(people.admin))!;
    await admin.post('/staff', { name: people[role], role, pin: testPin });
    return (await signIn(people[role]))!;
  };
  if (options.profile) {
    const admin = await as('admin');
    await admin.send('PUT', '/profile', { ...defaultProfile, ...options.profile });
  }
  return { station, app, dataDir, kiosk: asker('kiosk'), guest, as };
}

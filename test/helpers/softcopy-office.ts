/** An office with a scanner's folder, a mail server and a USB stick. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StationOverrides } from '../../src-main/station.ts';
import type { OfficeProfile } from '../../src-main/profile/schema.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import { testClock } from './clock.ts';
import { servedVisit } from './counter.ts';
import type { Mailbox } from './mail-server.ts';
import { openTestOffice, temporaryDir } from './station.ts';

export interface Softcopy {
  id: string;
  state: string;
  pages: number | null;
  bytes: number | null;
  deliveries: { id: string; way: string; state: string; tries: number; problem: string | null }[];
}

interface Options {
  mailbox?: Mailbox;
  softcopy?: Partial<OfficeProfile['softcopy']>;
  overrides?: StationOverrides;
}

export async function openSoftcopyOffice({ mailbox, softcopy = {}, overrides = {} }: Options = {}) {
  const clock = testClock();
  const watchFolder = temporaryDir();
  const stick = temporaryDir();
  const volumes = [{ id: stick, name: 'SANDISK', freeBytes: 10 * 1024 ** 2 }];
  const mail = mailbox && {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none' as const,
    user: '',
    from: 'bps1311@bps.go.id',
  };
  const office = await openTestOffice({
    overrides: { clock, softcopies: { volumes: async () => volumes }, ...overrides },
    profile: {
      softcopy: { ...defaultProfile.softcopy, watchFolder, mail: mail ?? null, ...softcopy },
    },
  });
  const librarian = await office.as('librarian');
  const visitId = await servedVisit(office, await office.as('front'));

  /** The scanner has finished a file, and the screen has looked twice since. */
  const scan = async (name: string, bytes: Buffer) => {
    mkdirSync(watchFolder, { recursive: true });
    writeFileSync(join(watchFolder, name), bytes);
    await office.station.softcopies.scans();
    clock.pass(3_000);
  };
  const begin = async (titles = [{ title: 'Dharmasraya Dalam Angka 2023', pages: '1-5' }]) =>
    (await librarian.post<{ id: string }>('/softcopies', { visitId, titles })).body.id;
  const look = async (id: string) => (await librarian.get<Softcopy>(`/softcopies/${id}`)).body;
  const deliver = (id: string, order: object) =>
    librarian.post<{ code?: string; url?: string; fileName?: string }>(`/softcopies/${id}/deliveries`, order);
  return {
    ...office,
    clock,
    librarian,
    visitId,
    watchFolder,
    stick,
    volumes,
    scan,
    begin,
    look,
    deliver,
    waiting: () => readdirSync(watchFolder),
  };
}

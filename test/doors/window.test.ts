import { describe, expect, it, vi } from 'vitest';
import { fakeElectron } from '../helpers/fake-electron.ts';
import { describeDoor, eventsOf, openWith, type OpenDoors } from './contract.ts';

const fake = fakeElectron();
vi.doMock('electron', () => fake.electron);
const { openWindowDoor, registerScheme } = await import('../../src-main/doors/window.ts');

const open: OpenDoors = async ({ app }, screens) => {
  const askAs = (audience: 'kiosk' | 'staff') => {
    const session = fake.electron.session.fromPartition(audience);
    openWindowDoor(session as never, audience, { api: app, screens });
    return (path: string, init?: RequestInit & { initiatorOrigin?: string | null }) =>
      session.ask(`loket://${audience}${path}`, init);
  };
  return { kiosk: askAs('kiosk'), staff: askAs('staff') };
};

describeDoor('Electron window', open);

describe('the session of a window', () => {
  const openSessions = async () => {
    await openWith(open);
    return { kiosk: fake.sessions.get('kiosk')!, staff: fake.sessions.get('staff')! };
  };

  it('answers for its own host only, so that a kiosk cannot address the console', async () => {
    const { kiosk } = await openSessions();
    for (const url of ['loket://staff/', 'loket://staff/api/health', 'loket://kiosk.example.org/api/health'])
      expect((await kiosk.ask(url)).status, url).toBe(403);
    expect((await kiosk.ask('loket://kiosk/api/health')).status).toBe(200);
  });

  it('turns away the page of somebody else, and one without an origin', async () => {
    const { staff } = await openSessions();
    const url = 'loket://staff/api/health';
    for (const initiatorOrigin of ['https://example.org', 'loket://kiosk', 'null', null])
      expect((await staff.ask(url, { initiatorOrigin })).status, String(initiatorOrigin)).toBe(403);
    expect((await staff.ask(url, { headers: { origin: 'https://example.org' } })).status).toBe(403);
    const own = { initiatorOrigin: 'loket://staff', headers: { origin: 'loket://staff' } };
    expect((await staff.ask(url, own)).status).toBe(200);
  });

  it('answers uncompressed, because nobody would unpack it', async () => {
    const { kiosk } = await openSessions();
    const page = await kiosk.ask('loket://kiosk/', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(page.headers.has('content-encoding')).toBe(false);
    expect(await page.text()).toContain('<title>kiosk');
  });

  it('drops what speaks of a connection from the live stream', async () => {
    const { staff } = await openSessions();
    const live = await staff.ask('loket://staff/api/changes');
    for (const hop of ['connection', 'keep-alive', 'transfer-encoding'])
      expect(live.headers.has(hop), hop).toBe(false);
    await eventsOf(live).close();
  });

  it('makes its scheme a secure origin with fetch, and lets it past no policy', () => {
    registerScheme();
    expect(fake.privileged).toEqual([
      { scheme: 'loket', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
  });
});

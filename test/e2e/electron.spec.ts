/** The program itself, where Electron's binary is installed: what only the real one can show. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { build } from 'vite';
import { findElectron } from '../../src-main/electron-binary.ts';
import { guestbook, people, testPin } from '../seeds/office.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';

const root = join(import.meta.dirname, '..', '..');
const executablePath = findElectron(join(root, 'node_modules', 'electron'));
const title = executablePath ? 'under Electron' : 'under Electron (skipped: no Electron binary)';

interface Fixtures {
  dataDir: string;
  args: string[];
  program: ElectronApplication;
  kiosk: Page;
  staff: Page;
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from the pattern.
  dataDir: async ({}, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'loket-electron-'));
    await use(dir);
    rmSync(dir, { recursive: true, force: true });
  },
  args: async ({ dataDir }, use) => {
    // Chromium refuses its sandbox to root, which is what a container runs as.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    await use([...asRoot, root, '--data', dataDir, '--screens', process.env.LOKET_SCREENS!]);
  },
  program: async ({ args }, use) => {
    const program = await _electron.launch({ executablePath: executablePath!, args });
    await expect.poll(() => program.windows().length).toBe(2);
    await use(program);
    await program.close();
  },
  kiosk: async ({ program }, use) => use(await windowAt(program, 'loket://kiosk/')),
  staff: async ({ program }, use) => use(await windowAt(program, 'loket://staff/')),
});

async function windowAt(program: ElectronApplication, url: string): Promise<Page> {
  await expect.poll(() => program.windows().map(page => page.url())).toContain(url);
  return program.windows().find(page => page.url() === url)!;
}

/** What the page itself gets from its station. */
function ask(
  page: Page,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Record<string, never> }> {
  return page.evaluate(
    async ([path, json]) => {
      const init = json
        ? { method: 'POST', body: json, headers: { 'content-type': 'application/json' } }
        : undefined;
      const response = await fetch(`/api${path}`, init);
      return { status: response.status, body: await response.json() };
    },
    [path, body === undefined ? '' : JSON.stringify(body)] as const,
  );
}

test.describe(title, () => {
  test.skip(!executablePath, 'skipped: no Electron binary');

  test.beforeAll(async () => {
    await build({ configFile: join(root, 'vite.main.config.ts'), logLevel: 'silent' });
  });

  test('gives each window its page and its identity, and no Node', async ({ kiosk, staff }) => {
    await expect(kiosk).toHaveTitle('Buku Tamu');
    await expect(staff).toHaveTitle('Loket PST');
    expect((await ask(kiosk, '/health')).body).toMatchObject({ ok: true });
    expect((await ask(kiosk, '/board')).status).toBe(403);
    expect((await ask(staff, '/board')).status).toBe(401);
    for (const page of [kiosk, staff])
      expect(
        await page.evaluate(() => ['process', 'require', 'module'].filter(name => name in window)),
      ).toEqual([]);
  });

  test('streams a change to the console by EventSource, one at a time', async ({ kiosk, staff }) => {
    const setUp = await ask(staff, '/setup', {
      office: defaultProfile.office,
      head: { name: people.admin, pin: testPin },
      lockers: 4,
      pockets: 4,
      printer: { kind: 'none' },
    });
    expect(setUp.status).toBe(200);
    const heard = staff.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const source = new EventSource('/api/changes');
          source.addEventListener('change', event => resolve((event as MessageEvent<string>).data));
          source.addEventListener('hello', () => (document.title = 'listening'));
          setTimeout(() => reject(new Error('nothing came')), 5_000);
        }),
    );
    await expect(staff).toHaveTitle('listening');
    expect((await ask(kiosk, '/visits', guestbook())).status).toBe(200);
    expect(JSON.parse(await heard)).toEqual({ topics: expect.arrayContaining(['visit']) });
  });

  test('lets a page go nowhere and open nothing', async ({ program, kiosk }) => {
    await kiosk.evaluate(() => {
      window.open('https://example.org/');
      location.href = 'https://example.org/';
    });
    await kiosk.waitForTimeout(500);
    expect(kiosk.url()).toBe('loket://kiosk/');
    expect(program.windows()).toHaveLength(2);
    const reached = await kiosk.evaluate(() =>
      fetch('loket://staff/api/health').then(
        () => true,
        () => false,
      ),
    );
    expect(reached).toBe(false);
  });

  test('grants nothing but the camera', async ({ kiosk }) => {
    const state = (name: string) =>
      kiosk.evaluate(
        async name => (await navigator.permissions.query({ name: name as PermissionName })).state,
        name,
      );
    expect(await state('camera')).toBe('granted');
    for (const name of ['geolocation', 'notifications', 'microphone'])
      expect(await state(name), name).toBe('denied');
  });

  test('loads a crashed page again', async ({ program, kiosk }) => {
    const loaded = kiosk.waitForEvent('crash');
    await program.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      windows.find(one => one.webContents.getURL().includes('kiosk'))?.webContents.forcefullyCrashRenderer();
    });
    await loaded;
    await expect
      .poll(() => program.windows().some(page => page.url() === 'loket://kiosk/' && !page.isClosed()))
      .toBe(true);
  });

  test('is one program for one office', async ({ program, args }) => {
    expect(program.windows()).toHaveLength(2);
    const second = spawn(executablePath!, args, { stdio: 'ignore' });
    const [code] = (await once(second, 'exit')) as [number];
    expect(code).toBe(0);
    expect(program.windows()).toHaveLength(2);
  });
});

/** Electron's security list (electronjs.org/docs/latest/tutorial/security), one test for each of its twenty items. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FakeSession } from '../helpers/fake-electron.ts';
import { startShell } from './shell.ts';

const root = join(import.meta.dirname, '..', '..');
const sources = readdirSync(join(root, 'src-main'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map(file => ({ file, text: readFileSync(join(root, 'src-main', file), 'utf8') }));
const usersOf = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

type Shell = Awaited<ReturnType<typeof startShell>>;
const windowsOf = (shell: Shell) => [shell.kiosk, shell.staff];
const preferencesOf = (shell: Shell) => windowsOf(shell).map(window => window.options.webPreferences);
const bothTimes = <T>(value: T): T[] => [value, value];

describe('Electron’s security list', () => {
  it('1: loads nothing from anywhere but its own door', async () => {
    const shell = await startShell();
    expect(shell.kiosk.webContents.loaded).toEqual(['loket://kiosk/']);
    expect(shell.staff.webContents.loaded).toEqual(['loket://staff/']);
    for (const [name, session] of shell.sessions) {
      expect(session.loads(`loket://${name}/assets/a.js`)).toBe(true);
      for (const url of [
        'http://example.org/',
        'https://example.org/a.js',
        'file:///etc/passwd',
        'ws://127.0.0.1/',
      ])
        expect(session.loads(url), url).toBe(false);
    }
  });

  it('2: gives no page Node', async () => {
    const shell = await startShell();
    for (const key of ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'])
      expect(preferencesOf(shell).map(one => one[key])).toEqual(bothTimes(false));
    expect(preferencesOf(shell).map(one => 'preload' in one)).toEqual(bothTimes(false));
  });

  it('3: isolates the context of every page', async () => {
    expect(preferencesOf(await startShell()).map(one => one.contextIsolation)).toEqual(bothTimes(true));
  });

  it('4: keeps every renderer in the sandbox', async () => {
    const shell = await startShell();
    expect(preferencesOf(shell).map(one => one.sandbox)).toEqual(bothTimes(true));
    expect(shell.calls.indexOf('enableSandbox')).toBeLessThan(shell.calls.indexOf('whenReady'));
    expect(usersOf(/no-sandbox/)).toEqual([]);
  });

  it('5: grants the camera to the own page, and nothing else in any session', async () => {
    const shell = await startShell();
    for (const [name, session] of shell.sessions) {
      const requestingUrl = `loket://${name}/`;
      expect(session.asks('media', { requestingUrl, mediaTypes: ['video'] })).toBe(true);
      expect(session.asks('media', { requestingUrl, mediaTypes: ['video', 'audio'] })).toBe(false);
      expect(session.asks('media', { requestingUrl: 'https://example.org/', mediaTypes: ['video'] })).toBe(
        false,
      );
      for (const permission of [
        'geolocation',
        'notifications',
        'hid',
        'serial',
        'usb',
        'clipboard-read',
        'fullscreen',
      ])
        expect(session.asks(permission, { requestingUrl }), permission).toBe(false);
      expect(checks(session, 'media', `loket://${name}`, 'video')).toBe(true);
      expect(checks(session, 'media', `loket://${name}`, 'audio')).toBe(false);
      expect(checks(session, 'media', 'https://example.org', 'video')).toBe(false);
      expect(checks(session, 'serial', `loket://${name}`)).toBe(false);
      expect(session.handlers.devicePermission!()).toBe(false);
      let streams: unknown = 'none asked';
      const callback = (given: unknown) => (streams = given);
      (session.handlers.displayMedia as (...args: unknown[]) => void)({}, callback);
      expect(streams).toBeNull();
    }
  });

  it('6: leaves the web’s own security on', async () => {
    expect(preferencesOf(await startShell()).map(one => one.webSecurity)).toEqual(bothTimes(true));
  });

  it('7: sends a restrictive policy with every page', async () => {
    const shell = await startShell();
    for (const [name, session] of shell.sessions) {
      const policy = (await session.ask(`loket://${name}/`)).headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    }
  });

  it('8: runs no insecure content', async () => {
    expect(preferencesOf(await startShell()).map(one => one.allowRunningInsecureContent)).toEqual(
      bothTimes(false),
    );
  });

  it('9: turns on nothing experimental', async () => {
    const shell = await startShell();
    expect(preferencesOf(shell).map(one => one.experimentalFeatures)).toEqual(bothTimes(false));
    expect(shell.calls.filter(call => call.startsWith('appendSwitch'))).toEqual([
      'appendSwitch disable-pinch',
      'appendSwitch overscroll-history-navigation 0',
      'appendSwitch lang id',
    ]);
  });

  it('10: turns on no feature of Blink', async () => {
    expect(preferencesOf(await startShell()).map(one => 'enableBlinkFeatures' in one)).toEqual(
      bothTimes(false),
    );
  });

  it('11: has no webview that could open windows', async () => {
    expect(preferencesOf(await startShell()).map(one => one.webviewTag)).toEqual(bothTimes(false));
  });

  it('12: lets no webview be attached', async () => {
    for (const { webContents } of windowsOf(await startShell()))
      expect(webContents.prevented('will-attach-webview')).toBe(true);
  });

  it('13: lets no page, frame or redirect lead away', async () => {
    const shell = await startShell();
    for (const [audience, other, window] of [
      ['kiosk', 'staff', shell.kiosk],
      ['staff', 'kiosk', shell.staff],
    ] as const)
      for (const way of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
        for (const url of ['https://example.org/', `loket://${other}/`, 'file:///etc/passwd', 'javascript:0'])
          expect(window.webContents.prevented(way, { url }), `${way} ${url}`).toBe(true);
        expect(window.webContents.prevented(way, { url: `loket://${audience}/` })).toBe(false);
      }
  });

  it('14: opens no window for a page, nor any page of its own in one that is not ours', async () => {
    const shell = await startShell();
    for (const { webContents } of windowsOf(shell))
      expect(webContents.openHandler!()).toEqual({ action: 'deny' });
    const stranger = shell.makeContents(shell.electron.session.fromPartition('stranger'));
    expect(stranger.openHandler!()).toEqual({ action: 'deny' });
    expect(stranger.prevented('will-navigate', { url: 'loket://staff/' })).toBe(true);
  });

  it('15: hands nothing to the system to open', () => {
    expect(usersOf(/openExternal|openPath|showItemInFolder|\bshell\b.*from 'electron'/)).toEqual([]);
  });

  it('16: pins an Electron whose line is still maintained', () => {
    const version = readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8');
    expect(Number(/"version": "(\d+)\./.exec(version)![1])).toBeGreaterThanOrEqual(45);
    expect(readFileSync(join(root, 'package.json'), 'utf8')).toMatch(/"electron": "\d+\.\d+\.\d+"/);
  });

  it('17: listens to no messages between processes', () => {
    expect(usersOf(/ipcMain|ipcRenderer|\.ipc\b|MessageChannelMain|webContents\.(send|postMessage)/)).toEqual(
      [],
    );
  });

  it('18: serves its pages by a scheme of its own, never from files', async () => {
    const shell = await startShell();
    expect(shell.privileged.map(({ scheme }) => scheme)).toEqual(['loket']);
    expect(shell.calls.indexOf('registerScheme')).toBeLessThan(shell.calls.indexOf('whenReady'));
    expect(usersOf(/loadFile|['"`]file:/)).toEqual([]);
  });

  it('19: sets the fuses of the packaged program', () => {
    const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    for (const fuse of [
      'runAsNode: false',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'grantFileProtocolExtraPrivileges: false',
    ])
      expect(builder).toContain(`  ${fuse}\n`);
  });

  it('20: exposes nothing of Electron to a page', () => {
    expect(usersOf(/contextBridge|exposeInMainWorld|executeJavaScript|preload/)).toEqual([]);
    expect(usersOf(/^import (?!type)[^;]*from 'electron'/m).sort()).toEqual([
      'doors/window.ts',
      'main.ts',
      'windows.ts',
    ]);
    expect(usersOf(/require\(['"]electron['"]\)|import\(['"]electron['"]\)/)).toEqual([]);
  });
});

describe('beyond the list', () => {
  it('saves only what the console made itself, checks no spelling on a server, and keeps nothing on disk', async () => {
    const shell = await startShell();
    for (const [name, session] of shell.sessions) {
      const refused = (url: string) => session.prevented('will-download', {}, { getURL: () => url });
      expect(refused('https://example.org/a.pdf')).toBe(true);
      expect(refused(`loket://${name}/api/board`)).toBe(true);
      expect(refused(`blob:loket://${name}/9c1e`)).toBe(name === 'kiosk');
      expect(session.spellChecker).toBe(false);
      expect(name).not.toMatch(/^persist:/);
    }
  });

  it('leaves the judgement of certificates to Chromium', () => {
    expect(usersOf(/certificate-error|setCertificateVerifyProc|ignore-certificate|NODE_TLS_REJECT/)).toEqual(
      [],
    );
  });

  it('gives each kind of window a session of its own', async () => {
    const shell = await startShell();
    expect([...shell.sessions.keys()].sort()).toEqual(['kiosk', 'staff']);
    expect(shell.kiosk.options.webPreferences.session).not.toBe(shell.staff.options.webPreferences.session);
  });

  it.runIf(existsSync(join(root, '.git')))('commits no key or certificate', () => {
    const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
    expect(files).not.toMatch(/\.(pem|key|p12|pfx|env)$/m);
  });
});

function checks(session: FakeSession, permission: string, origin: string, mediaType?: string): boolean {
  const handler = session.handlers.permissionCheck as (...args: unknown[]) => boolean;
  return handler(null, permission, origin, { isMainFrame: true, mediaType });
}

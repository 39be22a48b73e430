import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { counterDisplay, display, touchDisplay } from '../helpers/fake-electron.ts';
import { temporaryDir } from '../helpers/station.ts';
import { startShell, untilGone } from './shell.ts';

type Shell = Awaited<ReturnType<typeof startShell>>;
const key = (name: string, held: object = {}) => ({
  type: 'keyDown',
  key: name,
  control: false,
  alt: false,
  meta: false,
  shift: false,
  ...held,
});
const press = (window: Shell['kiosk'], name: string, held: object = {}) =>
  window.webContents.prevented('before-input-event', {}, key(name, held));
const settingsIn = (dataDir: string) =>
  JSON.parse(readFileSync(join(dataDir, 'windows.json'), 'utf8')) as Record<string, { label: string }>;

afterEach(() => {
  vi.useRealTimers();
});

describe('the start', () => {
  it('takes the lock before it touches the database', async () => {
    const dataDir = temporaryDir();
    const second = await startShell({ alone: false, dataDir });
    expect(second.calls).toContain('quit');
    expect(second.calls).not.toContain('whenReady');
    expect(existsSync(join(dataDir, 'loket.sqlite'))).toBe(false);
  });

  it('locks one folder, so that a sample office runs beside the real one', async () => {
    const shell = await startShell();
    const locked = shell.calls.indexOf('requestSingleInstanceLock');
    expect(shell.calls.indexOf(`setPath userData ${join(shell.dataDir, 'electron')}`)).toBeLessThan(locked);
    expect(statSync(join(shell.dataDir, 'electron')).mode & 0o077).toBe(0);
  });

  it('brings the console forward when it is started a second time', async () => {
    const shell = await startShell();
    const before = shell.staff.focused;
    shell.electron.app.emit('second-instance');
    expect(shell.staff.focused).toBe(before + 1);
  });

  it('says what is wrong with the data and ends, instead of opening a window', async () => {
    const dataDir = temporaryDir();
    writeFileSync(
      join(dataDir, 'loket.sqlite'),
      'this is no database at all, but it is long enough to look at',
    );
    const shell = await startShell({ dataDir });
    expect(shell.calls.some(call => /showErrorBox Loket PST .*damaged/s.test(call))).toBe(true);
    expect(shell.calls).toContain('exit 1');
    expect(shell.calls).not.toContain('window');
  });

  it('has no menu and keeps the displays awake', async () => {
    const shell = await startShell();
    expect(shell.calls).toContain('menu null');
    expect(shell.calls).toContain('powerSaveBlocker prevent-display-sleep');
  });

  it('serves both windows from one station', async () => {
    const shell = await startShell();
    const answers = await Promise.all(
      [...shell.sessions].map(async ([name, session]) =>
        (await session.ask(`loket://${name}/api/health`)).json(),
      ),
    );
    expect(answers[0]).toMatchObject({ ok: true, setUp: false });
    expect(answers[1]).toEqual(answers[0]);
  });
});

describe('the kiosk', () => {
  it('covers its display, above everything, without a frame', async () => {
    const { kiosk } = await startShell();
    expect(kiosk.bounds).toEqual(touchDisplay.bounds);
    expect([kiosk.kiosk, kiosk.onTop, kiosk.visible, kiosk.options.frame]).toEqual([true, true, true, false]);
    expect(kiosk.options.webPreferences).toMatchObject({ devTools: false, navigateOnDragDrop: false });
  });

  it('cannot be closed, except with the whole program or the computer', async () => {
    const { kiosk } = await startShell();
    expect(kiosk.prevented('close')).toBe(true);
    kiosk.emit('query-session-end');
    expect(kiosk.prevented('close')).toBe(false);
  });

  it('takes no key when the keyboard is the officer’s, and gives the focus back to the console', async () => {
    const { kiosk, staff } = await startShell();
    const before = staff.focused;
    for (const name of ['a', 'Enter', 'F5', 'F11', 'Escape']) expect(press(kiosk, name), name).toBe(true);
    expect(press(kiosk, 'F4', { alt: true })).toBe(true);
    expect(staff.focused).toBe(before + 6);
  });

  it('takes what writes text, and no shortcut, when it has a keyboard of its own', async () => {
    const dataDir = temporaryDir();
    writeFileSync(join(dataDir, 'windows.json'), JSON.stringify({ keyboard: 'kiosk' }));
    const { kiosk } = await startShell({ dataDir });
    expect(['a', 'Enter', 'Backspace'].map(name => press(kiosk, name))).toEqual([false, false, false]);
    expect(press(kiosk, 'r', { control: true })).toBe(true);
    expect(press(kiosk, 'F5')).toBe(true);
  });

  it('lets the scanner go back to the counter when the visitor pauses', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const shell = await startInFakeTime();
    const before = shell.staff.focused;
    shell.kiosk.webContents.emit('input-event', {}, { type: 'touchStart' });
    vi.advanceTimersByTime(2_000);
    shell.kiosk.webContents.emit('input-event', {}, { type: 'touchStart' });
    vi.advanceTimersByTime(2_500);
    expect(shell.staff.focused).toBe(before);
    vi.advanceTimersByTime(600);
    expect(shell.staff.focused).toBe(before + 1);
  });

  it('cannot be zoomed', async () => {
    for (const { webContents } of await startShell().then(({ kiosk, staff }) => [kiosk, staff])) {
      webContents.emit('did-finish-load');
      expect(webContents.zoom).toEqual({ factor: 1, limits: [1, 1] });
      webContents.zoom.factor = 2;
      webContents.emit('zoom-changed', {}, 'in');
      expect(webContents.zoom.factor).toBe(1);
    }
  });
});

describe('the console', () => {
  it('stands in a frame on its own display and has the focus first', async () => {
    const { staff } = await startShell();
    expect(staff.bounds).toEqual(counterDisplay.workArea);
    expect([staff.kiosk, staff.onTop, staff.options.frame]).toEqual([false, false, true]);
    expect(staff.focused).toBe(1);
  });

  it('asks before it ends the program, because the kiosk ends with it', async () => {
    const no = await startShell({ press: 0 });
    expect(no.staff.prevented('close')).toBe(true);
    await new Promise(resolve => setTimeout(resolve, 10));
    expect(no.calls).not.toContain('quit');
    const yes = await startShell({ press: 1 });
    expect(yes.staff.prevented('close')).toBe(true);
    await untilGone(yes);
    expect(yes.kiosk.prevented('close')).toBe(false);
  });

  it('closes the database before the program is gone', async () => {
    const shell = await startShell();
    shell.electron.app.quit();
    expect(shell.calls).not.toContain('gone');
    await untilGone(shell);
    expect(existsSync(join(shell.dataDir, 'loket.sqlite-wal'))).toBe(false);
  });
});

describe('the displays', () => {
  it('never shows the kiosk on the counter’s display when its own is gone', async () => {
    const shell = await startShell();
    shell.setDisplays([counterDisplay]);
    expect(shell.kiosk.visible).toBe(false);
    expect(shell.staff.visible).toBe(true);
    shell.setDisplays([counterDisplay, touchDisplay], 'display-added');
    expect(shell.kiosk.visible).toBe(true);
    expect(shell.kiosk.seenAt.every(({ x }) => x === touchDisplay.bounds.x)).toBe(true);
  });

  it('never shows the console on the visitors’ display when the counter’s is gone', async () => {
    const shell = await startShell();
    shell.setDisplays([touchDisplay]);
    expect(shell.staff.visible).toBe(false);
    expect(shell.staff.seenAt.every(({ x }) => x === 0)).toBe(true);
  });

  it('puts a kiosk back that the system has moved, without showing it on the way', async () => {
    const shell = await startShell();
    shell.kiosk.bounds = { ...counterDisplay.bounds };
    shell.changeMetrics(['bounds']);
    expect(shell.kiosk.bounds).toEqual(touchDisplay.bounds);
    expect(shell.kiosk.kiosk).toBe(true);
    expect(shell.kiosk.seenAt.every(({ x }) => x === touchDisplay.bounds.x)).toBe(true);
  });

  it('places both again when the system has settled', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const shell = await startInFakeTime();
    shell.changeMetrics(['bounds']);
    shell.kiosk.bounds = { ...counterDisplay.bounds };
    vi.advanceTimersByTime(1_000);
    expect(shell.kiosk.bounds).toEqual(touchDisplay.bounds);
  });

  it('leaves windows alone that stand well, and a console where the officer put it', async () => {
    const shell = await startShell();
    shell.kiosk.bounds = { ...touchDisplay.bounds, height: touchDisplay.bounds.height - 1 };
    shell.staff.bounds = { x: 200, y: 100, width: 900, height: 700 };
    const seen = [shell.kiosk.seenAt.length, shell.staff.seenAt.length];
    shell.changeMetrics(['bounds']);
    shell.changeMetrics(['workArea']);
    expect([shell.kiosk.seenAt.length, shell.staff.seenAt.length]).toEqual(seen);
  });

  it('remembers its displays in the office’s folder and knows them after a restart', async () => {
    const first = await startShell();
    expect(settingsIn(first.dataDir)).toMatchObject({
      kiosk: { label: 'Elo 2202L' },
      staff: { label: 'Dell P2419H' },
    });
    first.electron.app.quit();
    await untilGone(first);
    const untouchable = { ...touchDisplay, id: 9, touchSupport: 'unknown' as const };
    const again = await startShell({ dataDir: first.dataDir, displays: [untouchable, counterDisplay] });
    expect(again.kiosk.bounds).toEqual(touchDisplay.bounds);
  });

  it('swaps them on Ctrl+Shift+F8 at the console, and only there', async () => {
    const shell = await startShell();
    press(shell.kiosk, 'F8', { control: true, shift: true });
    expect(shell.kiosk.bounds).toEqual(touchDisplay.bounds);
    expect(press(shell.staff, 'F8')).toBe(false);
    expect(press(shell.staff, 'F8', { control: true, shift: true })).toBe(true);
    expect(shell.kiosk.bounds).toEqual(counterDisplay.bounds);
    expect(shell.staff.bounds).toEqual(touchDisplay.workArea);
    expect(settingsIn(shell.dataDir).kiosk!.label).toBe('Dell P2419H');
  });

  it('chooses anew when the settings cannot be read', async () => {
    const dataDir = temporaryDir();
    writeFileSync(join(dataDir, 'windows.json'), '{"kiosk": {"label": 7');
    const shell = await startShell({ dataDir });
    expect(shell.kiosk.bounds).toEqual(touchDisplay.bounds);
  });

  it('shows the sample office on one display, both windows beside each other and neither locked', async () => {
    const one = display(1, 'BOE', [0, 0, 1366, 768]);
    const shell = await startShell({ displays: [one], args: ['--demo'] });
    expect([shell.kiosk.kiosk, shell.kiosk.visible, shell.staff.visible]).toEqual([false, true, true]);
    expect(press(shell.kiosk, 'a')).toBe(false);
    expect(existsSync(join(shell.dataDir, 'windows.json'))).toBe(false);
  });
});

describe('a page that fails', () => {
  const gone = (window: Shell['kiosk'], reason = 'crashed') =>
    window.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });

  it('is loaded again after a moment', async () => {
    const shell = await startInFakeTime();
    gone(shell.kiosk);
    expect(shell.kiosk.webContents.loaded).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(shell.kiosk.webContents.loaded).toEqual(['loket://kiosk/', 'loket://kiosk/']);
  });

  it('is left alone when it ended by itself, and counted once when it fails twice at once', async () => {
    const shell = await startInFakeTime();
    gone(shell.kiosk, 'clean-exit');
    vi.advanceTimersByTime(5_000);
    expect(shell.kiosk.webContents.loaded).toHaveLength(1);
    gone(shell.kiosk);
    shell.kiosk.webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', 'loket://kiosk/', true);
    vi.advanceTimersByTime(5_000);
    expect(shell.kiosk.webContents.loaded).toHaveLength(2);
  });

  it('starts the program anew when it fails a fourth time in a minute, and closes the database first', async () => {
    const shell = await startInFakeTime();
    for (let time = 0; time < 3; time++) {
      gone(shell.staff);
      vi.advanceTimersByTime(2_000);
    }
    expect(shell.staff.webContents.loaded).toHaveLength(4);
    expect(shell.calls).not.toContain('relaunch');
    gone(shell.staff);
    expect(shell.calls.slice(-2)).toEqual(['relaunch', 'quit']);
    vi.useRealTimers();
    await untilGone(shell);
  });

  it('has its budget back after a minute', async () => {
    const shell = await startInFakeTime();
    for (let time = 0; time < 9; time++) {
      gone(shell.kiosk);
      vi.advanceTimersByTime(21_000);
    }
    expect(shell.calls).not.toContain('relaunch');
  });

  it('is ended when it hangs, not when it comes back in time', async () => {
    const shell = await startInFakeTime();
    const { webContents } = shell.kiosk;
    webContents.emit('unresponsive');
    vi.advanceTimersByTime(3_000);
    webContents.emit('responsive');
    vi.advanceTimersByTime(9_000);
    expect(webContents.crashedOnPurpose).toBe(0);
    webContents.emit('unresponsive');
    vi.advanceTimersByTime(5_000);
    expect(webContents.crashedOnPurpose).toBe(1);
  });

  it('is loaded again when loading failed, unless another load took its place', async () => {
    const shell = await startInFakeTime();
    const { webContents } = shell.staff;
    webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'loket://staff/', true);
    webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', 'loket://staff/a.js', false);
    vi.advanceTimersByTime(2_000);
    expect(webContents.loaded).toHaveLength(1);
    webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', 'loket://staff/', true);
    vi.advanceTimersByTime(2_000);
    expect(webContents.loaded).toHaveLength(2);
  });
});

/** Started in real time, because opening the database waits for real work; what follows is up to the test. */
async function startInFakeTime(): Promise<Shell> {
  vi.useRealTimers();
  const shell = await startShell();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  return shell;
}

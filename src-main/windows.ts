/** The two windows of a station and the displays they stand on. What they may do is decided in window-rules.ts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  powerSaveBlocker,
  screen,
  session,
  type Session,
  type WebContents,
} from 'electron';
import type { Logger } from 'pino';
import type { House } from './doors/answer.ts';
import type { Audience } from './doors/screens.ts';
import { openWindowDoor } from './doors/window.ts';
import { lockDownPage, lockDownSession } from './lock-down.ts';
import { recover } from './recovery.ts';
import {
  asksToMoveKiosk,
  homeOf,
  kioskKey,
  moveKiosk,
  noSettings,
  placeWindows,
  settled,
  standsIn,
  WindowSettings,
  type Standing,
} from './window-rules.ts';

export interface WindowsOptions {
  house: House;
  dataDir: string;
  demo: boolean;
  log: Logger;
  /** Starts the whole program anew. */
  relaunch: () => void;
}

export interface Windows {
  /** Brings the console to the front. */
  showStaff(): void;
  /** From now on the windows may close. */
  release(): void;
}

const settleMs = 1_000;
/** A visitor who pauses this long no longer keeps the focus, and with it the scanner, from the counter. */
const focusBackMs = 3_000;

export function openWindows({ house, dataDir, demo, log, relaunch }: WindowsOptions): Windows {
  Menu.setApplicationMenu(null);
  const sessions = { kiosk: sessionFor('kiosk', house), staff: sessionFor('staff', house) };
  app.on('web-contents-created', (_event, contents) =>
    lockDownPage(contents, audienceOf(contents, sessions)),
  );
  const kiosk = open('kiosk', sessions.kiosk);
  const staff = open('staff', sessions.staff);
  const file = join(dataDir, 'windows.json');
  let settings = readSettings(file, log);
  let released = false;

  const layout = () => placeWindows(screen.getAllDisplays(), screen.getPrimaryDisplay().id, settings, demo);
  const keep = (next: WindowSettings) => {
    settings = next;
    writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
  };
  let standing = layout();
  const place = () => {
    standing = layout();
    stand(kiosk, standing.kiosk);
    stand(staff, standing.staff);
    const next = settled(standing, settings);
    if (next) keep(next);
  };
  // Once at once, so that nothing is seen where it must not be, and once when the system has moved its windows.
  const placeTwice = () => {
    if (released) return;
    place();
    setTimeout(() => !released && place(), settleMs);
  };
  screen.on('display-added', placeTwice);
  screen.on('display-removed', placeTwice);
  // A task bar that makes way for the kiosk changes the work area; following that would go round in circles.
  screen.on('display-metrics-changed', (_event, _display, metrics) => {
    if (metrics.some(metric => metric !== 'workArea')) placeTwice();
  });

  const backToCounter = () => {
    if (!released && standing.staff && !staff.isFocused()) staff.focus();
  };
  let pause: NodeJS.Timeout | undefined;
  kiosk.webContents.on('input-event', () => {
    clearTimeout(pause);
    if (settings.keyboard === 'counter') pause = setTimeout(backToCounter, focusBackMs);
  });
  kiosk.webContents.on('before-input-event', (event, key) => {
    const fate = kioskKey(key, standing.staff && !demo ? settings.keyboard : 'kiosk');
    if (fate !== 'type') event.preventDefault();
    if (fate === 'to-counter') backToCounter();
  });
  staff.webContents.on('before-input-event', (event, key) => {
    if (!asksToMoveKiosk(key)) return;
    event.preventDefault();
    keep(moveKiosk(screen.getAllDisplays(), standing, settings));
    place();
  });

  for (const [audience, window] of [['kiosk', kiosk] as const, ['staff', staff] as const]) {
    recover(window.webContents, homeOf(audience), log, relaunch);
    window.on('query-session-end', () => (released = true));
    window.loadURL(homeOf(audience)).catch(() => undefined);
  }
  kiosk.on('close', event => !released && event.preventDefault());
  staff.on('close', event => {
    if (released) return;
    event.preventDefault();
    void mayEnd(staff).then(yes => yes && app.quit());
  });
  place();
  backToCounter();
  app.on('child-process-gone', (_event, details) => log.error({ ...details }, 'a helper process ended'));
  powerSaveBlocker.start('prevent-display-sleep');

  return {
    showStaff: () => {
      if (!standing.staff) return;
      if (staff.isMinimized()) staff.restore();
      staff.focus();
    },
    release: () => {
      released = true;
      clearTimeout(pause);
    },
  };
}

/** In memory only: nothing that a page might keep outlives the program. */
function sessionFor(audience: Audience, house: House): Session {
  const own = session.fromPartition(audience);
  lockDownSession(own, audience);
  openWindowDoor(own, audience, house);
  return own;
}

function audienceOf(contents: WebContents, sessions: Record<Audience, Session>): Audience | null {
  return contents.session === sessions.kiosk ? 'kiosk' : contents.session === sessions.staff ? 'staff' : null;
}

function open(audience: Audience, own: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    title: audience === 'kiosk' ? 'Buku Tamu' : 'Loket PST',
    backgroundColor: '#ffffff',
    frame: audience === 'staff',
    minimizable: audience === 'staff',
    autoHideMenuBar: true,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      disableBlinkFeatures: 'Auxclick',
      // Clocks, idle wipe and alarm go on in a window that is behind another, and before anybody clicked.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
}

/** @param at null hides the window at once: its display is gone, and it may not appear on another. */
function stand(window: BrowserWindow, at: Standing | null): void {
  if (!at) {
    window.hide();
    return;
  }
  const kioskMode = window.isKiosk();
  if (window.isVisible() && kioskMode === at.whole && standsIn(window.getBounds(), at)) return;
  // A full-screen window cannot be moved, and one that is shown would be seen on its way.
  if (kioskMode) window.setKiosk(false);
  window.hide();
  window.setBounds(at.area);
  window.showInactive();
  window.setKiosk(at.whole);
  window.setAlwaysOnTop(at.whole, 'screen-saver');
}

async function mayEnd(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Loket PST',
    message: 'Tutup Loket PST? Layar pengunjung ikut tertutup.',
    detail: 'Close Loket PST? The visitors’ screen closes with it. Everything entered is stored.',
    buttons: ['Batal / Cancel', 'Tutup / Close'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

function readSettings(file: string, log: Logger): WindowSettings {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return noSettings;
  }
  try {
    return WindowSettings.parse(JSON.parse(text));
  } catch (error) {
    log.warn({ file, err: String(error) }, 'the windows’ settings cannot be read; displays are chosen anew');
    return noSettings;
  }
}

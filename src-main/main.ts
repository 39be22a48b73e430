/** Electron's start: one instance, the station, its doors, its windows. Nothing else. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, safeStorage } from 'electron';
import { createApp } from './app.ts';
import { readElectronArgs } from './command-line.ts';
import { DatabaseRefused } from './database/open.ts';
import { seedDemo } from './demo/store.ts';
import { keepPhoneDoor } from './doors/phone.ts';
import { Screens } from './doors/screens.ts';
import { registerScheme } from './doors/window.ts';
import { openStation } from './station.ts';
import type { Vault } from './sync/keys.ts';
import { openWindows, type Windows } from './windows.ts';

const { dataDir, demo, screensDir } = readElectronArgs(process.argv.slice(1));

// The lock is one for each data folder, so that a sample office can run beside the real one.
const ownDir = join(dataDir, 'electron');
mkdirSync(ownDir, { recursive: true, mode: 0o700 });
app.setPath('userData', ownDir);
app.enableSandbox();
app.commandLine.appendSwitch('disable-pinch');
app.commandLine.appendSwitch('overscroll-history-navigation', '0');
// The system's own fields for dates and times, in whatever language Windows is.
app.commandLine.appendSwitch('lang', 'id');
registerScheme();

const patienceMs = 5_000;

if (app.requestSingleInstanceLock()) start().catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  let windows: Windows | undefined;
  app.on('second-instance', () => windows?.showStaff());
  await app.whenReady();
  const station = await openStation({ dataDir, demo }, { courier: { vault: vaultOfSystem() } });
  let shutPhoneDoor = async () => {};
  const close = async () => {
    await shutPhoneDoor();
    await station.close();
  };
  closeOnQuit(close, () => windows?.release());
  let relaunching = false;
  const relaunch = () => {
    if (relaunching) return;
    relaunching = true;
    app.relaunch();
    app.quit();
  };
  // Electron's own answer to a fault is a message box, and nobody may be there to press its button.
  process.on('uncaughtException', error => {
    station.log.fatal({ err: { message: error.message, stack: error.stack } }, 'the program failed');
    relaunch();
  });
  if (demo) await seedDemo(station);
  const house = { api: createApp(station), screens: new Screens(screensDir) };
  shutPhoneDoor = await keepPhoneDoor(station, house.api);
  windows = openWindows({ house, dataDir, demo, log: station.log, relaunch });
}

/** The system's own safe for the station's key; where there is none, the rights of the file protect it. */
function vaultOfSystem(): Vault | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined;
  return {
    close: text => safeStorage.encryptString(text),
    open: bytes => safeStorage.decryptString(bytes),
  };
}

function closeOnQuit(close: () => Promise<void>, release: () => void): void {
  let closed = false;
  app.on('before-quit', release);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', event => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    setTimeout(() => app.exit(1), patienceMs).unref();
    void close().finally(() => app.quit());
  });
}

function giveUp(error: Error): void {
  const known = error instanceof DatabaseRefused;
  dialog.showErrorBox('Loket PST', known ? error.message : (error.stack ?? error.message));
  app.exit(1);
}

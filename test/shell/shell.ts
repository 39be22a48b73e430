/** Starts the real main.ts on the fake Electron and a folder of its own, as an office would. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { fakeElectron, type FakeElectron, type FakeElectronOptions } from '../helpers/fake-electron.ts';
import { temporaryDir } from '../helpers/station.ts';

const patience = { timeout: 15_000, interval: 20 };

/** Waits until the database is closed and the program has let go. */
export const untilGone = ({ calls }: FakeElectron) => vi.waitUntil(() => calls.includes('gone'), patience);

export async function startShell(options: FakeElectronOptions & { dataDir?: string; args?: string[] } = {}) {
  const dataDir = options.dataDir ?? temporaryDir();
  const screensDir = join(dataDir, 'screens');
  mkdirSync(screensDir, { recursive: true });
  for (const audience of ['kiosk', 'staff'])
    writeFileSync(join(screensDir, `${audience}.html`), `<!doctype html><title>${audience}</title>`);
  const fake = fakeElectron(options);
  const argv = process.argv;
  process.argv = ['electron', '/app', '--data', dataDir, '--screens', screensDir, ...(options.args ?? [])];
  const faults = process.listeners('uncaughtException');
  vi.resetModules();
  vi.doMock('electron', () => fake.electron);
  await import('../../src-main/main.ts');
  await vi.waitUntil(() => fake.calls.some(call => /^(powerSaveBlocker|quit|exit)/.test(call)), patience);
  process.argv = argv;
  onTestFinished(async () => {
    if (!fake.calls.includes('gone') && fake.calls.includes('window')) fake.electron.app.quit();
    if (fake.calls.includes('window')) await untilGone(fake);
    for (const listener of process.listeners('uncaughtException'))
      if (!faults.includes(listener)) process.removeListener('uncaughtException', listener);
  });
  return Object.assign(fake, { dataDir });
}

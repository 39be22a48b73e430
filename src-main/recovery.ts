/**
 * Brings a page back after its process crashed, hung or could not load.
 *
 * well ─ gone, not loaded ─► waiting (1 s) ─► well
 * well ─ hangs 5 s ─► crashed on purpose ─► gone
 * The budget is spent on every way to `waiting`; when it is used up, the whole program starts anew.
 */
import type { WebContents } from 'electron';
import type { Logger } from 'pino';
import { CrashBudget } from './window-rules.ts';

const reloadAfterMs = 1_000;
const hangForMs = 5_000;
/** Chromium's ERR_ABORTED: a load given up for another one. */
const aborted = -3;

export function recover(contents: WebContents, home: string, log: Logger, relaunch: () => void): void {
  const budget = new CrashBudget();
  let waiting: NodeJS.Timeout | undefined;
  let hanging: NodeJS.Timeout | undefined;

  const failed = (why: string, details: object) => {
    clearTimeout(hanging);
    if (waiting) return;
    log.error({ home, why, ...details }, 'a window failed');
    if (budget.spend(performance.now()) === 'relaunch') {
      relaunch();
      return;
    }
    // A reload straight from the event may find no new process (electron#48661).
    waiting = setTimeout(() => {
      waiting = undefined;
      if (!contents.isDestroyed()) contents.loadURL(home).catch(() => undefined);
    }, reloadAfterMs);
  };

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason !== 'clean-exit') failed('gone', { reason, exitCode });
  });
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) failed('not loaded', { code, description });
  });
  contents.on('unresponsive', () => {
    clearTimeout(hanging);
    // `reload` waits for the hanging page; a crash does not.
    hanging = setTimeout(() => contents.forcefullyCrashRenderer(), hangForMs);
  });
  contents.on('responsive', () => clearTimeout(hanging));
}

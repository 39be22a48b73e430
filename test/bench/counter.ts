/** Every figure that the counter promises (issue 2, section 7), measured on the process that an office runs. */
import { chromium } from '@playwright/test';
import { rmSync } from 'node:fs';
import { findOrInstallChromium } from '../run/chromium.ts';
import { copyOf, datasetOf } from './dataset.ts';
import { measureMemory } from './memory.ts';
import { buildPrograms } from './programs.ts';
import { measureRequests, slowQueries } from './requests.ts';
import { measureScreens } from './screens.ts';
import { serveOffice } from './served.ts';
import { measureStarts } from './starts.ts';
import type { Bench, BenchSettings, Row } from './table.ts';

export async function counter({ visits, share, say }: BenchSettings): Promise<Bench> {
  const programs = await buildPrograms();
  const dataDir = copyOf(await datasetOf(visits, say), 'counter');
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(say),
    args: ['--no-sandbox'],
  });
  const rows: Row[] = [];
  try {
    say('starts …');
    const starts = await measureStarts(browser, programs, dataDir);
    const served = await serveOffice(programs.bundle, dataDir, programs.screens);
    try {
      say('guestbook, board, scan, lockers, searches …');
      const { asked, searched } = await measureRequests(served, share);
      say('screens …');
      const screens = await measureScreens(browser, served);
      rows.push(...asked, ...screens, ...starts, ...searched);
    } finally {
      await served.stop();
    }
    say('memory over 10,000 visits …');
    // A process of its own: no office has a board of the thousands of open visits that were measured before.
    const fresh = await serveOffice(programs.bundle, dataDir, programs.screens);
    try {
      rows.push(...(await measureMemory(fresh, share)), slowQueries(dataDir, say));
    } finally {
      await fresh.stop();
    }
  } finally {
    await browser.close();
    programs.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return {
    dataset: `${visits.toLocaleString('en')} visits over five years; the station as its production bundle`,
    rows,
  };
}

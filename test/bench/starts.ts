/** From asking for the program to its first answer, and to a kiosk screen that can be touched. */
import type { Browser } from '@playwright/test';
import { asks } from '../e2e/visitor.ts';
import type { Programs } from './programs.ts';
import { ms } from './requests.ts';
import { Screen, serveOffice } from './served.ts';
import { kioskScreen } from './screens.ts';
import { percentile, type Row } from './table.ts';

const starts = 5;

export async function measureStarts(browser: Browser, programs: Programs, dataDir: string): Promise<Row[]> {
  const bundle = await startsOf(browser, programs.bundle, dataDir, programs.screens);
  const source = await startsOf(browser, programs.source, dataDir, programs.screens);
  const median = (values: number[]) => percentile(values, 0.5);
  return [
    ms('start-answer', 'start → first answer (bundle)', median(bundle.map(one => one.answerMs)), 1_000),
    ms(
      'start-screen',
      'start → first kiosk screen interactive (bundle, browser already up)',
      median(bundle.map(one => one.screenMs)),
      2_000,
    ),
    ms(
      'start-answer-source',
      'start → first answer (unbuilt)',
      median(source.map(one => one.answerMs)),
      1_000,
    ),
    ms(
      'start-screen-source',
      'start → first kiosk screen interactive (unbuilt)',
      median(source.map(one => one.screenMs)),
      2_000,
    ),
  ];
}

async function startsOf(browser: Browser, program: string, dataDir: string, screens: string) {
  const found: { answerMs: number; screenMs: number }[] = [];
  for (let at = 0; at < starts; at++) {
    const served = await serveOffice(program, dataDir, screens);
    try {
      const client = new Screen(served.kioskUrl);
      await client.get('/health');
      const answerMs = performance.now() - served.bornAt;
      client.close();
      const page = await kioskScreen(browser);
      await page.goto(`${served.kioskUrl}/`, { waitUntil: 'commit' });
      await asks(page, 'Selamat datang');
      await page.getByRole('button', { name: /^Isi buku tamu/ }).click({ trial: true });
      found.push({ answerMs, screenMs: performance.now() - served.bornAt });
      await page.context().close();
    } finally {
      await served.stop();
    }
  }
  return found;
}

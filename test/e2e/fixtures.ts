/**
 * What every browser test begins with: a real station in its own process, a kiosk and a staff screen looking at it.
 *
 * `test.use({ demo: true })` gives the sample office, `test.use({ setUp: false })` a station on its first start;
 * otherwise the default office with one member of staff for each role (`people`, all with `testPin`).
 */
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import type { OfficeProfile } from '../../src-main/profile/schema.ts';
import { ServedStation } from '../helpers/served-station.ts';

export { expect };

interface Options {
  demo: boolean;
  setUp: boolean;
  /** What this office sets differently from the default profile. */
  profile: Partial<OfficeProfile> | undefined;
}

interface Fixtures {
  station: ServedStation;
  /** The visitor's touchscreen, 21.5" upright, at the attract screen. */
  kiosk: Page;
  /** The counter's screen with keyboard and mouse, at the login. */
  staff: Page;
  /** A second counter screen of the same office. */
  secondStaff: Page;
}

export const test = base.extend<Options & Fixtures>({
  demo: [false, { option: true }],
  setUp: [true, { option: true }],
  profile: [undefined, { option: true }],

  station: async ({ demo, setUp, profile }, use, info) => {
    const station = await ServedStation.open({ demo });
    if (setUp && !demo) await station.setUp({ profile });
    await use(station);
    if (info.status !== info.expectedStatus) await info.attach('station', { body: station.said });
    await station.end();
  },

  kiosk: async ({ browser, station }, use) => {
    const context = await browser.newContext({
      viewport: { width: 1080, height: 1920 },
      hasTouch: true,
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
    });
    await useScreen(context, `${station.kioskUrl}/`, use);
  },

  staff: async ({ browser, station }, use) => {
    await useScreen(await browser.newContext(counterScreen), `${station.staffUrl}/`, use);
  },

  secondStaff: async ({ browser, station }, use) => {
    await useScreen(await browser.newContext(counterScreen), `${station.staffUrl}/`, use);
  },
});

const counterScreen = {
  viewport: { width: 1366, height: 768 },
  locale: 'id-ID',
  timezoneId: 'Asia/Jakarta',
};

/** A screen on which a script failed, or that reached for something its policy forbids, fails the test. */
async function useScreen(context: BrowserContext, url: string, use: (page: Page) => Promise<void>) {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.stack || String(error)));
  page.on('console', message => {
    const text = message.text();
    if (message.type() === 'error' && /Content Security Policy|Refused to|Warning:|React/.test(text))
      faults.push(text);
  });
  await page.goto(url);
  await use(page);
  expect(faults, 'faults of the screen').toEqual([]);
  await context.close();
}

interface ScannerHabits {
  /** Pause between two keys; a Bluetooth scanner takes 120 ms. */
  gapMs?: number;
  /** Key at the end of a code; null for a scanner that sends none. */
  end?: 'Enter' | 'Tab' | null;
  /** Pause after its last key. A person presses no key so soon, and an Enter would pass for the scanner's own. */
  restMs?: number;
}

/**
 * A keyboard-wedge scanner: the code in fast keystrokes, ending in Enter, whatever has the focus. The strokes are sent
 * at once and carry their own times, because a busy test machine would otherwise type as slowly as a person.
 */
export async function scan(page: Page, code: string, habits: ScannerHabits = {}): Promise<void> {
  const { gapMs = 4, end = 'Enter', restMs = 100 } = habits;
  const devtools = await page.context().newCDPSession(page);
  const began = Date.now();
  const strokes = [...code].map(text => ({ text, key: text, windowsVirtualKeyCode: text.codePointAt(0) }));
  const ends = {
    Enter: { text: '\r', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 },
    Tab: { text: '', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  };
  await Promise.all(
    [...strokes, ...(end ? [ends[end]] : [])].flatMap((stroke, at) => {
      const timestamp = (began + at * gapMs) / 1_000;
      return [
        devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...stroke }),
        devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, key: stroke.key }),
      ];
    }),
  );
  await devtools.detach();
  await page.waitForTimeout(code.length * gapMs + restMs);
}

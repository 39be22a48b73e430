/** Whether a screen of the kiosk can be read and pressed by everybody. */
import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect } from './fixtures.ts';

export const sizes = {
  upright: { width: 1080, height: 1920 },
  wide: { width: 1920, height: 1080 },
  small: { width: 1366, height: 768 },
};

/**
 * No finding of axe, every control big enough for a finger, nothing cut off: not at the sides, not under the foot of
 * the screen, and not inside a part that cannot be scrolled.
 */
export async function isSound(kiosk: Page, screen: string): Promise<void> {
  const moved = () => Promise.all(document.getAnimations().map(one => one.finished.catch(() => null)));
  await kiosk.evaluate(moved);
  // The rules of axe do not depend on the width: two walks of the three are enough.
  if (kiosk.viewportSize()!.width !== sizes.wide.width)
    expect(await findings(kiosk, { strict: true }), screen).toEqual([]);
  const measured = await kiosk.evaluate(() => ({
    tooWide: document.documentElement.scrollWidth > innerWidth,
    tooTall: document.documentElement.scrollHeight > innerHeight,
    // Nobody scrolls a screen on which they have not begun.
    firstScrolls: [...document.querySelectorAll('.k-attract .k-main')].some(
      main => main.scrollHeight > main.clientHeight,
    ),
    // What is said only is a pixel large; the picture of a camera is larger than its frame.
    cut: [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(one => one.clientHeight > 4 && one.scrollHeight > one.clientHeight + 2)
      .filter(one => /hidden|clip/.test(getComputedStyle(one).overflowY))
      .filter(one => one.textContent !== '')
      .map(one => one.className),
    // A question that is wider than its column lies on its answers.
    spilled: [...document.querySelectorAll('.k-ask *')]
      .filter(
        one => one.getBoundingClientRect().right > one.closest('.k-ask')!.getBoundingClientRect().right + 1,
      )
      .map(one => one.textContent),
    // Help is a press away on every screen.
    helpButtons: document.querySelectorAll('.k-help').length,
    // A word that is longer than its answer is wide.
    beside: [...document.querySelectorAll<HTMLElement>('.t-choice-words')]
      .filter(one => one.scrollWidth > one.clientWidth + 1)
      .map(one => one.textContent),
    // Nobody can scroll further up than to the top.
    lostAbove: [...document.querySelectorAll('.k-main')].some(main =>
      [...main.querySelectorAll('.k-ask, .k-answer, .k-aside')].some(
        one => one.getBoundingClientRect().top + main.scrollTop < main.getBoundingClientRect().top,
      ),
    ),
    small: [...document.querySelectorAll('button')]
      .map(button => ({ name: button.textContent, height: button.getBoundingClientRect().height }))
      .filter(({ height }) => height > 0 && height < Math.min(innerWidth, innerHeight) * 0.074),
  }));
  expect(measured, screen).toEqual({
    tooWide: false,
    tooTall: false,
    firstScrolls: false,
    cut: [],
    spilled: [],
    helpButtons: 1,
    beside: [],
    lostAbove: false,
    small: [],
  });
}

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds on a screen as it stands, a line each.
 * @param strict asks contrast of 7:1 for every text too, as the kiosk promises.
 */
export async function findings(page: Page, { strict = false } = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // In the page itself: no screen has frames, and a second page for each question takes longer than the answer.
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      rules: strict ? { 'color-contrast-enhanced': { enabled: true } } : {},
    })
    .analyze();
  return violations.map(
    one =>
      `${one.id}: ${one.nodes
        .map(node => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';

test.use({ demo: true });

const settings = [
  'office',
  'service',
  'lists',
  'kiosk',
  'photocopy',
  'privacy',
  'staff',
  'places',
  'labels',
  'printer',
  'scanner',
  'slips',
  'sync',
  'journal',
  'softcopy',
  'sound',
];
const pages = {
  publications: ['catalogue', 'wanted', 'synonyms', 'import'].map(part => `/publications/${part}`),
  work: ['/', '/visits', '/lockers/locker', '/lockers/pocket', '/shift', '/evacuation'],
  reading: ['/reading', '/reading/use', '/photocopies', '/softcopies'],
  settings: settings.map(section => `/settings/${section}`),
};

async function enter(staff: Page, language: string): Promise<void> {
  await staff.getByRole('button', { name: new RegExp(`^${language}:`) }).click();
  await staff.getByRole('button', { name: /Yulia Rahmadani/ }).click();
  await staff.keyboard.type('246810', { delay: 20 });
  await expect(staff.locator('.column-waiting .card').first()).toBeVisible();
}

for (const language of ['ID', 'EN'] as const) {
  test.describe(`axe finds nothing (${language})`, () => {
    test.slow();

    test('at the login', async ({ staff }) => {
      await staff.getByRole('button', { name: new RegExp(`^${language}:`) }).click();
      expect(await findings(staff)).toEqual([]);
      await staff.getByRole('button', { name: /Yulia Rahmadani/ }).click();
      expect(await findings(staff)).toEqual([]);
    });

    for (const [part, paths] of Object.entries(pages)) {
      test(`on the pages of ${part}`, async ({ staff }) => {
        await enter(staff, language);
        for (const path of paths) {
          await staff.goto(`${new URL(staff.url()).origin}/#${path}`);
          await expect(staff.getByRole('heading', { level: 1 })).toBeVisible();
          await expect(staff.locator('.bone')).toHaveCount(0);
          expect(await findings(staff), path).toEqual([]);
        }
      });
    }

    test('in the panel of a visit in each state', async ({ staff }) => {
      await enter(staff, language);
      for (const column of ['waiting', 'serving', 'inside', 'leaving']) {
        await staff.locator(`.column-${column} .card-open`).first().click();
        await expect(staff.getByRole('complementary').locator('.journal li').first()).toBeVisible();
        expect(await findings(staff), column).toEqual([]);
      }
    });

    test('in the panels of a copy, of a photocopy form, and of a new one', async ({ staff }) => {
      await enter(staff, language);
      const { origin } = new URL(staff.url());
      const panel = staff.getByRole('complementary');
      await staff.goto(`${origin}/#/reading`);
      await staff.locator('.table-open').first().click();
      await expect(panel.locator('.line').first()).toBeVisible();
      expect(await findings(staff), 'copy').toEqual([]);
      await staff.goto(`${origin}/#/photocopies`);
      await staff.locator('.table-open').last().click();
      await expect(panel.locator('.scan-line').first()).toBeVisible();
      expect(await findings(staff), 'photocopy form').toEqual([]);
      await staff.goto(`${origin}/#/`);
      await staff.locator('.column-inside .card-open').first().click();
      await panel.getByRole('button', { name: /^(Formulir fotokopi|Photocopy form)$/ }).click();
      await panel.locator('.drawer-actions .act').first().click();
      await expect(panel.locator('.field-error').first()).toBeVisible();
      expect(await findings(staff), 'new form with errors').toEqual([]);
    });

    test('in the panels of card and locker, and of a new visitor', async ({ staff }) => {
      await enter(staff, language);
      await staff.locator('.column-serving .card-next').first().click();
      await expect(staff.locator('.place-choice').first()).toBeVisible();
      expect(await findings(staff), 'take-in').toEqual([]);
      await staff.locator('.drawer-actions .act').first().click();
      await expect(staff.locator('.slip-picture img')).toBeVisible();
      expect(await findings(staff), 'taken').toEqual([]);
      await staff.locator('.column-inside .card-next').first().click();
      await expect(staff.locator('.scan-line').first()).toBeVisible();
      expect(await findings(staff), 'give-back').toEqual([]);
      await staff.locator('.drawer-actions .act').nth(1).click();
      expect(await findings(staff), 'lost slip').toEqual([]);
      await staff.locator('.top-end .act').first().click();
      await staff.locator('.drawer-actions .act').first().click();
      await expect(staff.locator('.field-error').first()).toBeVisible();
      expect(await findings(staff), 'entry with errors').toEqual([]);
    });
  });
}

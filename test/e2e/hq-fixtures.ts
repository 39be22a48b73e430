/**
 * What every browser test of headquarters begins with: a real central server on PGlite with three made-up offices, and
 * a screen that looks at it. `test.use({ begun: false })` leaves it without any account, `test.use({ more: 547 })` adds
 * offices that are rows only.
 */
import { expect, test as base, type Page } from '@playwright/test';
import { TOTP, Secret } from 'otpauth';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Role } from '../../src-central/access.ts';
import {
  acceptInvitation,
  inviteAdmin,
  makeAccount,
  readInvitation,
} from '../../src-central/accounts/store.ts';
import { openCentral, type Central } from '../../src-central/central.ts';
import { makeDemo } from '../../src-central/demo/store.ts';
import { defaultSettings } from '../../src-central/settings.ts';
import { ServedCentral } from '../helpers/served-central.ts';
import { addManyOffices } from '../seeds/many-offices.ts';

export { expect };

export const password = 'kata sandi yang panjang';
export const emailOf = (role: Role) => `${role}@contoh.go.id`;
export const nameOf: Record<Role, string> = {
  admin: 'Rina Wulandari',
  operator: 'Oki Pratama',
  viewer: 'Vera Lestari',
};

interface Options {
  begun: boolean;
  more: number;
}

interface Fixtures {
  central: ServedCentral;
  /** The screen, where one signs in. */
  hq: Page;
}

/** Recovery codes of each account that the fixture made: each is good for one sign-in, without waiting for a phone. */
const recoveryCodes = new Map<string, string[]>();

export const test = base.extend<Options & Fixtures, { demoFolder: string }>({
  begun: [true, { option: true }],
  more: [0, { option: true }],

  demoFolder: [
    async ({ browserName: _browser }, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'loket-hq-demo-'));
      const settings = { ...defaultSettings, dataDir, databaseUrl: null };
      const central = await openCentral(settings, { log: pino({ level: 'silent' }) });
      await makeDemo(central, 3);
      await central.close();
      await use(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  central: async ({ demoFolder, begun, more }, use) => {
    const served = await ServedCentral.open({ from: demoFolder, screens: process.env.LOKET_SCREENS });
    if (begun) await addPeople(served.central);
    if (more > 0) await addManyOffices(served.central, more);
    await use(served);
    await served.end();
  },

  hq: async ({ browser, central }, use) => {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', error => faults.push(error.stack ?? error.message));
    page.on('console', message => {
      const text = message.text();
      if (message.type() === 'error' && /Content Security Policy|Refused to|Warning:|React/.test(text))
        faults.push(text);
    });
    await page.goto(`${central.url}/hq`);
    await use(page);
    expect(faults, 'faults of the screen').toEqual([]);
    await context.close();
  },
});

/** The app on somebody's phone. */
export const phoneCode = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate();

/** One person for each role, set up as by themselves. */
async function addPeople(central: Central): Promise<void> {
  const origin = { address: '192.0.2.1', agent: 'test' };
  const accept = async (code: string, first?: { name: string; email: string }) => {
    const { secret } = await readInvitation(central, code);
    return acceptInvitation(central, { code, password, phoneCode: phoneCode(secret), first }, origin);
  };
  const admin = await accept(await inviteAdmin(central, 'test'), {
    name: nameOf.admin,
    email: emailOf('admin'),
  });
  recoveryCodes.set(emailOf('admin'), admin.recoveryCodes);
  for (const role of ['operator', 'viewer'] as const) {
    const asked = { email: emailOf(role), name: nameOf[role], role };
    const made = await accept(await makeAccount(central, asked, admin.person));
    recoveryCodes.set(asked.email, made.recoveryCodes);
  }
}

/** Types what a person types; stays on the page when it is refused. */
export async function typeLogin(page: Page, email: string, code: string, typed = password): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^(Kata sandi|Password)$/).fill(typed);
  await page.getByLabel(/^(Kode dari ponsel|Code from your phone)$/).fill(code);
  await page.keyboard.press('Enter');
}

export const takeRecoveryCode = (role: Role): string => recoveryCodes.get(emailOf(role))!.pop()!;

export async function signIn(page: Page, role: Role = 'admin'): Promise<void> {
  await typeLogin(page, emailOf(role), takeRecoveryCode(role));
  await expect(page.getByRole('navigation', { name: /^(Bagian|Sections)$/ })).toBeVisible();
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/hq#${path}`);
}

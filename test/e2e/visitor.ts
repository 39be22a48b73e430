/** What a visitor does at the kiosk, in the order of its screens; by the words on them, as a person would. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, type Page } from '@playwright/test';
import type { ServedStation } from '../helpers/served-station.ts';

/** One press on the screen: the answer, door or button with exactly these words in front. */
export function touch(kiosk: Page, words: string): Promise<void> {
  return kiosk.getByRole('button', { name: new RegExp(`^${words}`) }).click();
}

export function asks(kiosk: Page, question: string | RegExp): Promise<void> {
  return expect(kiosk.getByRole('heading', { level: 1, name: question })).toBeVisible();
}

/** Types on the keyboard of the screen itself. */
export async function tapKeys(kiosk: Page, text: string): Promise<void> {
  for (const letter of text) {
    const key =
      letter === ' ' ? /^(Spasi|Space)$/ : new RegExp(`^${letter.replace(/[.+]/, String.raw`\$&`)}$`, 'i');
    await kiosk.locator('.osk').getByRole('button', { name: key }).tap();
  }
}

export interface Someone {
  name: string;
  birthYear: string;
  sex?: 'Perempuan' | 'Laki-laki';
  phone?: string;
}

export const siti: Someone = { name: "Nur'aini Putri", birthYear: '1994', phone: '081234567890' };

/** The short form of one grown-up, up to the services or to what the office asks before them; with a real keyboard, which is quicker than tapping. */
export async function fillShortForm(
  kiosk: Page,
  someone: Someone,
  { remember = false, upTo = 'services' }: { remember?: boolean; upTo?: 'services' | 'consent' } = {},
): Promise<void> {
  await touch(kiosk, 'Isi buku tamu');
  await touch(kiosk, 'Saya sendiri');
  if (remember) await touch(kiosk, 'Ingat saya');
  await touch(kiosk, 'Setuju dan lanjut');
  await answerWith(kiosk, 'Siapa nama Anda?', someone.name);
  await answerWith(kiosk, 'Tahun berapa Anda lahir?', someone.birthYear);
  await touch(kiosk, someone.sex ?? 'Perempuan');
  await answerWith(kiosk, 'Bagaimana kami dapat menghubungi Anda?', someone.phone ?? '');
  if (upTo === 'services') await touch(kiosk, 'Perpustakaan');
}

export async function answerWith(kiosk: Page, question: string | RegExp, typed: string): Promise<void> {
  await asks(kiosk, question);
  await kiosk.getByRole('textbox').fill(typed);
  await touch(kiosk, 'Lanjut');
}

/** The number on the last screen. */
export async function numberGiven(kiosk: Page): Promise<string> {
  await asks(kiosk, /sudah terdaftar|registered/);
  return kiosk.getByText(/^[A-Z]-\d{3}$/).innerText();
}

/** What the officer prints on a visitor's card. */
export function cardCode(station: ServedStation): string {
  const file = readdirSync(station.dataDir).find(name => /\.(db|sqlite)$/.test(name))!;
  const database = new DatabaseSync(join(station.dataDir, file), { readOnly: true });
  const row = database.prepare('select code from visitor where remembered = 1').get() as { code: string };
  database.close();
  return row.code;
}

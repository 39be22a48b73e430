/**
 * A whole day at a new office, in both languages: set-up, guestbook, board, cards and lockers by scanning, a wrong
 * locker, a lost slip, and the closing. Two officers look at two screens; what one does, the other sees.
 */
import type { Locator, Page } from '@playwright/test';
import type { Language, Sentence } from '../../src-renderer/words.ts';
import { attractWords, frameWords } from '../../src-renderer/words/kiosk.ts';
import { answerWords, questionWords } from '../../src-renderer/words/kiosk-questions.ts';
import { board, columnWords } from '../../src-renderer/words/staff-board.ts';
import { custodyWords } from '../../src-renderer/words/staff-custody.ts';
import { frame } from '../../src-renderer/words/staff-frame.ts';
import { settingsWords, setupWords } from '../../src-renderer/words/staff-settings.ts';
import { shiftWords } from '../../src-renderer/words/staff-shift.ts';
import { decodeWithZxing } from '../helpers/decode.ts';
import { people, testPin } from '../seeds/office.ts';
import { expect, scan, test } from './fixtures.ts';
import { codesOf, drawer, placeCode } from './officer.ts';
import { asks, numberGiven, touch } from './visitor.ts';

test.use({ setUp: false });

for (const language of ['id', 'en'] as const) {
  test(`a whole day at a new office (${language})`, async ({ station, kiosk, staff, secondStaff }) => {
    test.setTimeout(180_000);
    const say = sayIn(language);

    await test.step('the first start: four short screens, and the kiosk is live', async () => {
      await speak(staff, language);
      await setUpOffice(staff, say);
      await expect(kiosk.getByRole('button', { name: /Isi buku tamu/ })).toBeVisible();
    });

    await test.step('the head takes on an officer, who signs in at the other screen', async () => {
      await addOfficer(staff, say);
      await staff.getByRole('link', { name: say(frame.board), exact: true }).click();
      await secondStaff.reload();
      await speak(secondStaff, language);
      await secondStaff.getByRole('button', { name: people.front }).click();
      await secondStaff.keyboard.type(testPin, { delay: 20 });
      await expect(secondStaff.getByRole('heading', { name: say(board.title) })).toBeVisible();
    });

    const siti = await test.step('a visitor signs at the kiosk and stands on both boards', async () => {
      const ticket = await signAtKiosk(kiosk, language, 'Siti Aminah', '081200000201');
      for (const screen of [staff, secondStaff])
        await expect(column(screen, say(columnWords.waiting)).getByText(ticket.number)).toBeVisible();
      return ticket;
    });

    await test.step('serving on one screen is painted on the other', async () => {
      await serve(staff, siti);
      await expect(column(secondStaff, say(columnWords.serving)).getByText(siti.number)).toBeVisible();
    });

    await test.step('card and bag are taken in by scanning, and the slip decodes to its own code', async () => {
      await takeIn(
        staff,
        say,
        siti.code,
        await placeCode(station, 'pocket', 3),
        await placeCode(station, 'locker', 5),
      );
      const picture = fill(say(custodyWords.slipAlt), { code: '' }).trim();
      const slip = drawer(staff).getByRole('img', { name: picture });
      const { code128, qr } = await decoded(slip);
      const { slip: code } = await codesOf(station, await idOf(siti.code));
      expect({ code128, qr }).toEqual({ code128: [code], qr: [code] });
      await staff.keyboard.press('Enter');
      await expect(column(secondStaff, say(columnWords.inside)).getByText(siti.number)).toBeVisible();
    });

    const ali = await test.step('a second visitor comes in the same way', async () => {
      const ticket = await signAtKiosk(kiosk, language, 'Muh. Ali', '081200000202');
      await serve(staff, ticket);
      await expect(column(staff, say(columnWords.serving)).getByText(ticket.number)).toBeVisible();
      await takeIn(
        staff,
        say,
        ticket.code,
        await placeCode(station, 'pocket', 4),
        await placeCode(station, 'locker', 6),
      );
      await staff.keyboard.press('Enter');
      return ticket;
    });

    await test.step('the wrong locker stops the give-back; the right three hand the card over', async () => {
      const codes = await codesOf(station, await idOf(siti.code));
      await scan(staff, codes.slip);
      await expect(drawer(staff).getByRole('heading', { name: say(custodyWords.giveTitle) })).toBeVisible();
      await scan(staff, codes.pocket);
      await scan(staff, await placeCode(station, 'locker', 6));
      const stop = staff.getByRole('alertdialog', { name: say(custodyWords.stop) });
      await expect(stop).toContainText(say(custodyWords.stopWrong.locker));
      await stop.getByRole('button', { name: say(custodyWords.stopBack) }).click();
      await scan(staff, codes.locker);
      await expect(drawer(staff).getByText(say(custodyWords.matches), { exact: true })).toHaveCount(3);
      await staff.keyboard.press('Enter');
      await expect(
        staff.getByText(fill(say(custodyWords.given), { number: siti.number, n: 5 })),
      ).toBeVisible();
      await expect(secondStaff.getByText(siti.number)).toHaveCount(0);
    });

    await test.step('without the slip the card goes back only before a second officer', async () => {
      const codes = await codesOf(station, await idOf(ali.code));
      await scan(staff, codes.pocket);
      await drawer(staff)
        .getByRole('button', { name: say(custodyWords.lostTitle) })
        .click();
      await scan(staff, codes.pocket);
      await scan(staff, codes.locker);
      await expect(drawer(staff).getByText(say(custodyWords.matches), { exact: true })).toHaveCount(2);
      await drawer(staff).getByLabel(say(custodyWords.second), { exact: true }).selectOption(people.front);
      await drawer(staff).getByLabel(say(custodyWords.secondPin)).fill(testPin);
      await drawer(staff)
        .getByRole('button', { name: say(custodyWords.lostGive) })
        .click();
      await expect(
        staff.getByText(fill(say(custodyWords.given), { number: ali.number, n: 6 })),
      ).toBeVisible();
    });

    await test.step('the day closes when the last visit is explained', async () => {
      const late = await signAtKiosk(kiosk, language, 'Dewi Lestari', '081200000203');
      await staff.getByRole('link', { name: say(frame.shift) }).click();
      const close = staff.getByRole('button', {
        name: new RegExp(say(shiftWords.closeDo).replace('{day}', '')),
      });
      await expect(close).toHaveAttribute('aria-disabled', 'true');
      await staff
        .getByLabel(fill(say(shiftWords.closeReason), { number: late.number }))
        .fill('Kembali besok pagi');
      await close.click();
      await expect(staff.getByText(say(shiftWords.closedAlready))).toBeVisible();
    });

    const token = await station.signIn('admin');
    const found = await station.ask<{ brokenAt: number | null }>('/journal/verify', { body: {}, token });
    expect(found.body.brokenAt).toBeNull();

    async function idOf(code: string): Promise<string> {
      const scanned = await station.ask<{ visitId: string }>('/scan', {
        body: { code },
        token: await station.signIn('front'),
      });
      return scanned.body.visitId;
    }
  });
}

type Say = (sentence: Sentence) => string;

function sayIn(language: Language): Say {
  return sentence => sentence[language];
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

const column = (page: Page, state: string) => page.getByRole('region', { name: state });

/** The console begins in Indonesian. */
async function speak(page: Page, language: Language): Promise<void> {
  if (language === 'en') await page.getByRole('button', { name: 'EN: English' }).click();
}

async function setUpOffice(staff: Page, say: Say): Promise<void> {
  const next = staff.getByRole('button', { name: say(setupWords.next) });
  await expect(staff.getByRole('heading', { name: say(setupWords.office) })).toBeVisible();
  await next.click();
  await staff.getByLabel(say(setupWords.headName)).fill(people.admin);
  await staff.getByLabel(say(setupWords.pin)).fill(testPin);
  await staff.getByLabel(say(setupWords.pinAgain)).fill(testPin);
  await next.click();
  await next.click();
  await staff.getByRole('button', { name: say(setupWords.finish) }).click();
  await expect(staff.getByRole('heading', { name: say(board.title) })).toBeVisible();
}

async function addOfficer(staff: Page, say: Say): Promise<void> {
  await staff.getByRole('link', { name: say(frame.settings) }).click();
  await staff.getByRole('link', { name: say(settingsWords.staff), exact: true }).click();
  await staff.getByRole('button', { name: say(settingsWords.addStaff) }).click();
  const dialog = staff.getByRole('dialog');
  await dialog.getByLabel(say(settingsWords.staffName)).fill(people.front);
  await dialog.getByLabel(say(settingsWords.pin)).fill(testPin);
  await dialog.getByRole('button', { name: say(frame.save) }).click();
  await expect(staff.getByRole('table')).toContainText(people.front);
}

/** @returns what stands on the last screen, the code read off its picture as a phone would. */
async function signAtKiosk(kiosk: Page, language: Language, name: string, phone: string) {
  const say = sayIn(language);
  if (language === 'en') await kiosk.getByRole('button', { name: 'English' }).click();
  const type = async (question: string, text: string) => {
    await asks(kiosk, question);
    await kiosk.getByRole('textbox').fill(text);
    await touch(kiosk, say(frameWords.next));
  };
  await touch(kiosk, say(attractWords.sign));
  await touch(kiosk, say(answerWords.single));
  await touch(kiosk, say(answerWords.accept));
  await type(say(questionWords.name), name);
  await type(say(questionWords.birthYear), '1994');
  await touch(kiosk, say(answerWords.female));
  await type(say(questionWords.contact), phone);
  await touch(kiosk, language === 'id' ? 'Perpustakaan' : 'Library');
  await touch(kiosk, say(frameWords.finish));
  const number = await numberGiven(kiosk);
  let qr: string[] = [];
  // The screen comes in softly, and a picture of it half there cannot be read.
  await expect(async () => {
    ({ qr } = await decoded(kiosk.getByRole('img', { name: /^(Kode kunjungan|Visit code) V/ })));
    expect(qr).toHaveLength(1);
  }).toPass({ timeout: 8_000 });
  await touch(kiosk, language === 'id' ? 'Selesai' : 'Done');
  await asks(kiosk, 'Selamat datang');
  return { number, code: qr[0]! };
}

async function serve(staff: Page, visit: { code: string; number: string }): Promise<void> {
  await scan(staff, visit.code);
  await expect(drawer(staff)).toContainText(visit.number);
  await staff.keyboard.press('Enter');
}

async function takeIn(staff: Page, say: Say, visit: string, pocket: string, locker: string): Promise<void> {
  await scan(staff, visit);
  await expect(drawer(staff).getByRole('heading', { name: say(custodyWords.takeTitle) })).toBeVisible();
  await scan(staff, pocket);
  await scan(staff, locker);
  await expect(drawer(staff).getByText(say(custodyWords.scanned))).toHaveCount(2);
  await staff.keyboard.press('Enter');
  await expect(drawer(staff).getByRole('heading', { name: say(custodyWords.taken) })).toBeVisible();
}

/** What a foreign decoder reads off a picture, in the size in which it was made. */
async function decoded(picture: Locator) {
  await expect(picture).toBeVisible();
  const isImage = await picture.evaluate(element => element instanceof HTMLImageElement);
  if (!isImage) return decodeWithZxing(await picture.screenshot());
  const url = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    canvas.getContext('2d')!.drawImage(image, 0, 0);
    return canvas.toDataURL('image/png');
  });
  return decodeWithZxing(Buffer.from(url.split(',')[1]!, 'base64'));
}

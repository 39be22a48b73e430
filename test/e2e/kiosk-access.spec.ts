import type { Language, Sentence } from '../../src-renderer/words.ts';
import {
  attractWords,
  frameWords,
  helpWords,
  returningWords,
  ticketWords,
} from '../../src-renderer/words/kiosk.ts';
import { answerWords } from '../../src-renderer/words/kiosk-questions.ts';
import { expect, test } from './fixtures.ts';
import { isSound, sizes } from './sound.ts';
import { asks, touch } from './visitor.ts';

/** Each screen is looked at by axe in both languages, and stands in three sizes. */
const walks = { upright: 'id', wide: 'id', small: 'en' } as const;

for (const [name, language] of Object.entries(walks) as [keyof typeof walks, Language][])
  test(`every screen is sound on a ${name} screen (${language}), with its look changed too`, async ({
    kiosk,
  }) => {
    test.slow();
    const press = (words: Sentence) => touch(kiosk, words[language]);
    const speak = async () => {
      if (language === 'en') await touch(kiosk, 'English');
    };
    await kiosk.setViewportSize(sizes[name]);
    await kiosk.emulateMedia({ reducedMotion: 'reduce' });
    await speak();
    await isSound(kiosk, 'attract');
    await press(attractWords.procedure);
    await isSound(kiosk, 'procedure');
    await press(frameWords.close);
    await press(attractWords.returning);
    await isSound(kiosk, 'returning');
    await press(returningWords.card);
    await isSound(kiosk, 'card');
    await press(frameWords.back);
    await press(returningWords.phone);
    await kiosk.keyboard.type('081300001111');
    await kiosk.keyboard.press('Enter');
    await kiosk.keyboard.type('1980');
    await kiosk.keyboard.press('Enter');
    await asks(kiosk, returningWords.initialsTitle[language]);
    await isSound(kiosk, 'initials');
    await press(returningWords.none);
    await asks(kiosk, returningWords.notFound[language]);
    await isSound(kiosk, 'not recognised');
    await press(frameWords.back);
    await press(frameWords.back);
    await asks(kiosk, 'Selamat datang');
    await speak();
    if (name !== 'small') await press(frameWords.largeText);
    if (name === 'small') await press(frameWords.contrast);
    if (name === 'wide') await press(frameWords.lowReach);
    await isSound(kiosk, 'attract changed');
    await press(attractWords.sign);
    await isSound(kiosk, 'who');
    await press(answerWords.accompanied);
    await isSound(kiosk, 'notice');
    await press(answerWords.accept);
    await press(frameWords.next);
    await isSound(kiosk, 'name with its mending');
    await kiosk.keyboard.type('Siti');
    await kiosk.keyboard.press('Enter');
    await isSound(kiosk, 'year');
    await kiosk.keyboard.type('1950');
    await kiosk.keyboard.press('Enter');
    await isSound(kiosk, 'sex');
    await press(answerWords.female);
    await kiosk.keyboard.type('Dewi');
    await kiosk.keyboard.press('Enter');
    await isSound(kiosk, 'relation');
    await kiosk.locator('.t-choice').first().click();
    await press(answerWords.email);
    await isSound(kiosk, 'e-mail');
    await kiosk.keyboard.type(`siti.${name}@gmail.com`);
    await kiosk.keyboard.press('Enter');
    await isSound(kiosk, 'disability');
    await press(frameWords.skip);
    await kiosk.locator('.t-choice').first().click();
    await isSound(kiosk, 'services');
    await press(frameWords.help);
    await isSound(kiosk, 'help');
    await press(helpWords.understood);
    await press(frameWords.finish);
    await asks(kiosk, ticketWords.title[language]);
    await isSound(kiosk, 'ticket');
    await press(ticketWords.done);
    await speak();
    await press(attractWords.group);
    await press(answerWords.accept);
    await kiosk.keyboard.type('Rina');
    await kiosk.keyboard.press('Enter');
    await isSound(kiosk, 'counts');
  });

test('the focus goes to each question, or to its field', async ({ kiosk }) => {
  await touch(kiosk, 'Isi buku tamu');
  await expect(kiosk.getByRole('heading', { level: 1 })).toBeFocused();
  await touch(kiosk, 'Saya sendiri');
  await expect(kiosk.getByRole('heading', { name: 'Data Anda di kantor ini' })).toBeFocused();
  await touch(kiosk, 'Setuju dan lanjut');
  await expect(kiosk.getByRole('textbox', { name: 'Siapa nama Anda?' })).toBeFocused();
});

test('the first load is small, from the own origin, and few requests', async ({ browser, station }) => {
  const page = await browser.newPage({ viewport: sizes.upright });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const loaded: { url: string; type: string; bytes: number }[] = [];
  const seen = new Map<string, { url: string; type: string }>();
  session.on('Network.responseReceived', event =>
    seen.set(event.requestId, { url: event.response.url, type: event.type }),
  );
  session.on('Network.loadingFinished', event => {
    const response = seen.get(event.requestId);
    if (response && !response.url.startsWith('data:'))
      loaded.push({ ...response, bytes: event.encodedDataLength });
  });
  await page.goto(`${station.kioskUrl}/`);
  await asks(page, 'Selamat datang');
  await page.waitForTimeout(500);
  const bytesOf = (...types: string[]) =>
    loaded.filter(one => types.includes(one.type)).reduce((sum, one) => sum + one.bytes, 0);
  expect(bytesOf('Script', 'Stylesheet')).toBeLessThan(120_000);
  expect(bytesOf('Font')).toBeLessThan(60_000);
  const asked = [...seen.values()].map(one => one.url).filter(url => !url.startsWith('data:'));
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(10);
  expect(loaded.filter(one => !one.url.startsWith(station.kioskUrl))).toEqual([]);
  await page.close();
});

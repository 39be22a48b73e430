/** What a person at a screen waits for: its first load, the next question, and what others did. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { asks, touch } from '../e2e/visitor.ts';
import { people, testPin } from '../seeds/office.ts';
import { emptyBoard, form, ms } from './requests.ts';
import { Screen, signIn, type Served } from './served.ts';
import { percentile, type Row } from './table.ts';

const passages = 12;
/** Nobody answers a question sooner than it takes to read it; what the last screen still does is over by then. */
const readingMs = 400;
const commits = 30;

export async function kioskScreen(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1080, height: 1920 },
    hasTouch: true,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  });
  return context.newPage();
}

export async function measureScreens(browser: Browser, served: Served): Promise<Row[]> {
  return [
    ...(await firstLoad(browser, served)),
    ...(await touches(browser, served)),
    ...(await otherWindows(browser, served)),
  ];
}

/** Bytes as they came over the wire, head and body, into an empty cache. */
async function firstLoad(browser: Browser, served: Served): Promise<Row[]> {
  const page = await kioskScreen(browser);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const asked = new Map<string, { url: string; type: string; bytes: number }>();
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    if (!response.url.startsWith('data:')) asked.set(requestId, { url: response.url, type, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = asked.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  await page.goto(`${served.kioskUrl}/`);
  await asks(page, 'Selamat datang');
  await page.waitForTimeout(1_000);
  await page.context().close();
  const all = [...asked.values()];
  const kilobytesOf = (...types: string[]) =>
    all.filter(one => types.includes(one.type)).reduce((sum, one) => sum + one.bytes, 0) / 1_000;
  const outside = all.filter(one => !one.url.startsWith(served.kioskUrl)).length;
  return [
    {
      id: 'kiosk-load',
      what: 'kiosk first load: script and style, compressed',
      value: kilobytesOf('Script', 'Stylesheet'),
      unit: 'kB',
      goal: 120,
    },
    { id: 'kiosk-fonts', what: 'kiosk first load: fonts', value: kilobytesOf('Font'), unit: 'kB', goal: 60 },
    {
      id: 'kiosk-requests',
      what: 'kiosk first load: requests',
      value: all.length,
      unit: 'requests',
      goal: 10,
    },
    { id: 'kiosk-external', what: '… of them to anywhere else', value: outside, unit: 'requests', goal: 0 },
  ];
}

/** Through the guestbook with the processor slowed four times; each touch until the next screen is painted. */
async function touches(browser: Browser, served: Served): Promise<Row[]> {
  const page = await kioskScreen(browser);
  await page.addInitScript(watchTouches);
  await page.goto(`${served.kioskUrl}/`);
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  for (let at = 0; at < passages; at++) await throughGuestbook(page, slow, at);
  const times = await page.evaluate(() => (window as unknown as { touchTimes: number[] }).touchTimes);
  await page.context().close();
  return [
    ms('touch-p95', 'touch → next kiosk screen painted, CPU slowed 4×: p95', percentile(times, 0.95), 100),
    ms('touch-p50', 'touch → next kiosk screen painted, CPU slowed 4×: p50', percentile(times, 0.5), 100),
  ];
}

async function throughGuestbook(page: Page, slow: CDPSession, at: number): Promise<void> {
  const next = async (question: string | RegExp, press: () => Promise<void>) => {
    await page.waitForTimeout(readingMs);
    await press();
    await asks(page, question);
  };
  const answer = async (question: string | RegExp, typed: string) => {
    await page.getByRole('textbox').fill(typed);
    await next(question, () => touch(page, 'Lanjut'));
  };
  await asks(page, 'Selamat datang');
  await next(/./, () => touch(page, 'Isi buku tamu'));
  await next('Data Anda di kantor ini', () => touch(page, 'Saya sendiri'));
  await next('Siapa nama Anda?', () => touch(page, 'Setuju dan lanjut'));
  await answer('Tahun berapa Anda lahir?', `Siti Aminah ${'ABCDEFGHIJKL'[at]}yu`);
  await answer(/./, '1994');
  await next('Bagaimana kami dapat menghubungi Anda?', () => touch(page, 'Perempuan'));
  await answer(/./, `0812345678${10 + at}`);
  await touch(page, 'Perpustakaan');
  await next(/sudah terdaftar/, () => touch(page, 'Kirim'));
  await next('Selamat datang', () => touch(page, 'Selesai'));
  await slow.send('HeapProfiler.collectGarbage');
}

/**
 * In the page: the moment of a touch, and that of the first frame after its heading has become another one. A touch
 * that only picks something leads to no other screen; the next touch ends the watch for it.
 */
function watchTouches(): void {
  const times: number[] = [];
  let look: MutationObserver | undefined;
  Object.assign(window, { touchTimes: times });
  const heading = () => document.querySelector('h1')?.textContent;
  document.addEventListener(
    'click',
    event => {
      const before = heading();
      look?.disconnect();
      look = new MutationObserver((_, observer) => {
        if (heading() === before || heading() === undefined) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          // A message comes after the frame was handed over for painting.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => times.push(performance.now() - event.timeStamp));
          port1.start();
          port2.postMessage(null);
        });
      });
      look.observe(document, { subtree: true, childList: true, characterData: true });
    },
    { capture: true },
  );
}

/** Two consoles look at the board; a visitor signs at the kiosk; until the later of the two has painted the number. */
async function otherWindows(browser: Browser, served: Served): Promise<Row[]> {
  // One after the other: a name is signed in by one try at a time.
  const consoles = [await consoleAt(browser, served), await consoleAt(browser, served)];
  const kiosk = new Screen(served.kioskUrl);
  const officer = await signIn(served);
  const times: number[] = [];
  for (let at = 0; at < commits; at++) {
    const painted = await Promise.all(consoles.map(page => page.evaluateHandle(watchBoard)));
    const { number } = await kiosk.post<{ number: string }>('/visits', form());
    const committedAt = performance.timeOrigin + performance.now();
    const paintedAt = await Promise.all(
      painted.map(handle => handle.evaluate((watch, wanted) => watch(wanted), number)),
    );
    times.push(Math.max(0, Math.max(...paintedAt) - committedAt));
  }
  await emptyBoard(officer);
  officer.close();
  kiosk.close();
  for (const page of consoles) await page.context().close();
  return [
    ms('commit-painted-p95', 'commit → painted in the other windows: p95', percentile(times, 0.95), 100),
    ms('commit-painted-p50', 'commit → painted in the other windows: p50', percentile(times, 0.5), 100),
  ];
}

async function consoleAt(browser: Browser, served: Served): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  });
  const page = await context.newPage();
  await page.goto(`${served.staffUrl}/`);
  await page.getByRole('button', { name: people.front }).click();
  await page.keyboard.type(testPin, { delay: 20 });
  await page.getByRole('navigation', { name: /Bagian|Sections/ }).waitFor();
  return page;
}

/** In the page: remembers when each text came to be painted, so that one may ask for it afterwards. */
function watchBoard(): (wanted: string) => Promise<number> {
  let resolve: (at: number) => void = () => {};
  let wanted: string | null = null;
  const changes: number[] = [];
  let seenAt: number | null = null;
  const stamp = () => performance.timeOrigin + performance.now();
  const check = (at: number) => {
    if (wanted === null || seenAt !== null || !document.body.textContent.includes(wanted)) return;
    seenAt = at;
    look.disconnect();
    resolve(seenAt);
  };
  const look = new MutationObserver(() =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        const at = stamp();
        changes.push(at);
        check(at);
      });
      port1.start();
      port2.postMessage(null);
    }),
  );
  look.observe(document.body, { subtree: true, childList: true, characterData: true });
  return text =>
    new Promise(done => {
      wanted = text;
      resolve = done;
      // It may be there already: then the last change painted it at the latest.
      if (changes.length > 0) check(changes.at(-1)!);
    });
}

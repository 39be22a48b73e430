/** What the camera reads of `test/seeds/frames`, and how long it takes for each, in the browser that shows the screens. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findOrInstallChromium } from '../run/chromium.ts';
import { root } from './places.ts';
import type { Look } from './scan-page/frames.ts';
import { ms } from './requests.ts';
import { percentile, type Bench, type BenchSettings, type Row } from './table.ts';

const frames = join(root, 'test', 'seeds', 'frames');
const wholeRounds = 5;

declare global {
  interface Window {
    bench: { ready: Promise<unknown>; lookAt: (url: string) => Promise<Look> };
  }
}

interface Seen extends Look {
  file: string;
  /** Null where there is no code to be read. */
  code: string | null;
}

export async function scan({ share, say }: BenchSettings): Promise<Bench> {
  const files = readdirSync(frames).filter(name => name.endsWith('.jpg'));
  const seen: Seen[] = [];
  const page = await servePage();
  try {
    for (let round = 0; round < Math.max(1, Math.round(wholeRounds * share)); round++)
      for (const file of files) {
        const url = `data:image/jpeg;base64,${readFileSync(join(frames, file)).toString('base64')}`;
        const look = await page.look(url);
        seen.push({ ...look, file, code: /\.(\w{9})\.jpg$/.exec(file)?.[1] ?? null });
      }
  } finally {
    await page.close();
  }
  const missed = seen.filter(one => one.code !== null && one.text !== one.code).map(one => one.file);
  say(`not read: ${[...new Set(missed)].join(', ') || 'none'}`);
  const withCode = files.filter(file => !file.startsWith('none'));
  const times = (hold: (one: Seen) => boolean) => seen.filter(hold).map(one => one.ms);
  return {
    dataset: `${withCode.length} frames with a code, ${files.length - withCode.length} without, 1280 × 720, ${seen.length / files.length} times each`,
    rows: [
      ...(['qr', 'bars'] as const).map(kind => notRead(kind, seen)),
      notRead('all', seen),
      {
        id: 'false',
        what: 'frames in which something was read that is not there',
        value: seen.filter(one => one.text !== null && one.text !== one.code).length,
        unit: 'frames',
        goal: 0,
      },
      ms(
        'p95',
        'one frame: p95',
        percentile(
          times(() => true),
          0.95,
        ),
        100,
      ),
      ms(
        'p50',
        'one frame: p50',
        percentile(
          times(() => true),
          0.5,
        ),
        100,
      ),
      ms(
        'none-p50',
        'one frame without a code: p50',
        percentile(
          times(one => one.code === null),
          0.5,
        ),
        100,
      ),
    ],
  };
}

const kinds = { qr: 'QR', bars: 'Code 128', all: 'both' };

function notRead(kind: keyof typeof kinds, seen: Seen[]): Row {
  const asked = seen.filter(one => one.code !== null && (kind === 'all' || one.file.startsWith(kind)));
  const missed = asked.filter(one => one.text !== one.code).length;
  return {
    id: `not-read-${kind}`,
    what: `codes not read at the first look: ${kinds[kind]}`,
    value: (100 * missed) / asked.length,
    unit: '%',
    goal: kind === 'all' ? 30 : null,
  };
}

/** The page is built as the screens are, and served on loopback: a camera needs a secure origin. */
async function servePage() {
  const outDir = mkdtempSync(join(tmpdir(), 'loket-scan-'));
  const page = {
    root: join(import.meta.dirname, 'scan-page'),
    configFile: false as const,
    logLevel: 'error' as const,
  };
  const output = { outDir, emptyOutDir: true, target: 'chrome150', assetsInlineLimit: 0 };
  await build({ ...page, build: output });
  const server = await preview({ ...page, build: output, preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(line => process.stderr.write(`${line}\n`)),
  });
  const shown = await browser.newPage({ viewport: { width: 1366, height: 900 } });
  await shown.goto(server.resolvedUrls!.local[0]!);
  await shown.evaluate(() => window.bench.ready);
  return {
    look: (url: string) => shown.evaluate(frame => window.bench.lookAt(frame), url),
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

import { randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeWithZbar, decodeWithZxing, hasZbar } from '../../test/helpers/decode.ts';
import { makeCode } from '../codes/rules.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { cp858Character, printable, printableText } from './code-page.ts';
import { printOnPaper } from './paper.ts';
import { Bitmap } from './bitmap.ts';
import { clearingBytes, placed, receiptBytes, slipPicture, wrap } from './receipt.ts';
import { slipContent, type SlipContent, type SlipFacts } from './slip.ts';
import { DoesNotFit, code128, qrCode } from './symbols.ts';

const tenThirty = new Date('2026-11-23T03:30:00Z');

function slip(facts: Partial<SlipFacts> = {}, more: Partial<SlipContent> = {}): SlipContent {
  const whole = { kind: 'ticket' as const, bigNumber: 'P-007', code: makeCode('visit'), ...facts };
  return { ...slipContent(whole, defaultProfile, tenThirty, false), ...more };
}

/** The words on a slip: what stands between the pictures and the commands. */
async function words(
  content: SlipContent,
  codePage: 'pc858' | 'ascii' = 'pc858',
  copyNo = 0,
): Promise<string> {
  const bytes = receiptBytes(content, { widthMm: 80, codePage, copyNo });
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0x1d && bytes[i + 1] === 0x76) {
      i += 7 + (bytes[i + 4]! + 256 * bytes[i + 5]!) * (bytes[i + 6]! + 256 * bytes[i + 7]!);
    } else if (bytes[i] === 0x1b) i += bytes[i + 1] === 0x40 ? 1 : 2;
    else if (bytes[i] === 0x1d) i += 2;
    else text += bytes[i] === 0x0a ? '\n' : cp858Character(bytes[i]!);
  }
  return text;
}

describe.each([58, 80] as const)('on paper of %i mm', widthMm => {
  const paper = { widthMm, codePage: 'pc858', copyNo: 0 } as const;

  test('any code is read back from both symbols by an independent decoder', async () => {
    for (let i = 0; i < 25; i++) {
      const content = slip({
        kind: i % 2 ? 'locker' : 'ticket',
        code: makeCode(i % 2 ? 'slip' : 'visit'),
        bigNumber: i % 2 ? String(randomInt(1, 400)) : `P-${randomInt(1, 999)}`,
      });
      expect(await decodeWithZxing(slipPicture(content, paper))).toEqual({
        code128: [content.code],
        qr: [content.code],
      });
    }
  });

  test.skipIf(!hasZbar)('a second decoder reads the same', async () => {
    for (let i = 0; i < 6; i++) {
      const content = slip();
      expect(await decodeWithZbar(slipPicture(content, paper))).toEqual({
        code128: [content.code],
        qr: [content.code],
      });
    }
  });

  test('codes of every length up to ten, of letters or figures only, fit with their white margins', async () => {
    for (const code of ['A', 'Z9', '12345', 'WWWWWWWWWW', '0123456789', 'M1M1M1M1M1']) {
      const picture = slipPicture(slip({ code }), paper);
      expect(await decodeWithZxing(picture)).toEqual({ code128: [code], qr: [code] });
    }
  });

  test('whatever the office is called and whichever number is drawn, a real printer could print it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }),
        fc.stringMatching(/^[A-Z]-[0-9]{3,4}$/),
        fc.nat(3),
        fc.constantFrom('pc858', 'ascii'),
        async (officeName, bigNumber, copyNo, codePage) => {
          const bytes = receiptBytes(slip({ bigNumber }, { officeName, demo: true }), {
            widthMm,
            codePage,
            copyNo,
          });
          expect(printOnPaper(bytes, widthMm)).toHaveLength(1);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a symbol wider than the paper is refused before anything is printed', () => {
    expect(() => code128('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 2, 40, widthMm === 58 ? 384 : 576)).toThrow(
      DoesNotFit,
    );
    expect(() => qrCode('LK7Q4M2X', 24, widthMm === 58 ? 384 : 576)).toThrow(DoesNotFit);
  });
});

test('a ticket says office, number, code, promise and day, and nothing about a person', async () => {
  const content = slip({ code: 'V123WXY4Z' });
  expect(await words(content)).toMatchInlineSnapshot(`
    "BPS Kabupaten Dharmasraya
    Nomor antrean
    V12 3WX Y4Z
    Dilayani sebelum 10.35 WIB
    Silakan duduk.
    Nomor ini akan kami panggil.
    Please take a seat until we call you.
    Senin, 23 November 2026 · 10.30 WIB
    "
  `);
});

test('a locker slip names its visit', async () => {
  const content = slip({ kind: 'locker', bigNumber: '12', visitNumber: 'P-007', code: 'S123WXY4Z' });
  expect(await words(content)).toMatchInlineSnapshot(`
    "BPS Kabupaten Dharmasraya
    Loker
    S12 3WX Y4Z
    Barang Anda kami jaga.
    Simpan slip ini.
    Tunjukkan saat Anda pulang.
    Please show this slip when you leave.
    Senin, 23 November 2026 · 10.30 WIB
    Kunjungan P-007
    "
  `);
});

test('a second print says SALINAN and which, the first does not', async () => {
  expect(await words(slip(), 'pc858', 2)).toContain('SALINAN 2');
  expect(await words(slip())).not.toContain('SALINAN');
  expect(await words(slip({}, { demo: true }))).toContain('DEMO');
});

test('a printer without our code page gets the same words in plain letters', async () => {
  const content = slip({}, { officeName: 'Pustaka “Étalase” – Müller’s café…' });
  expect(await words(content, 'ascii')).toContain(`Pustaka "Etalase" - Muller's cafe...`);
  expect(await words(content, 'pc858')).toContain(`Pustaka "Étalase" - Müller's café...`);
  const bytes = receiptBytes(content, { widthMm: 58, codePage: 'ascii', copyNo: 0 });
  expect(bytes.includes(Buffer.from('\x1bt', 'latin1'))).toBe(false);
});

test('code page 858 is the one that iconv knows', () => {
  const require = createRequire(createRequire(import.meta.url).resolve('node-thermal-printer'));
  const iconv = require('iconv-lite') as { encode(text: string, page: string): Buffer };
  const high = Array.from(printable).slice(95);
  expect(Array.from(iconv.encode(high.join(''), 'CP858'), cp858Character)).toEqual(high);
  expect(printableText('日本', 'pc858')).toBe('??');
});

test('what clears a slip that broke off is longer than any picture it could have broken off in', async () => {
  for (const widthMm of [58, 80] as const) {
    const bytes = receiptBytes(slip({ bigNumber: '8-0' }), { widthMm, codePage: 'pc858', copyNo: 0 });
    let longest = 0;
    for (let at = bytes.indexOf('\x1dv0'); at >= 0; at = bytes.indexOf('\x1dv0', at + 8))
      longest = Math.max(longest, bytes.readUInt16LE(at + 4) * bytes.readUInt16LE(at + 6));
    expect(longest).toBeGreaterThan(4_000);
    expect(clearingBytes().lastIndexOf(0, -10) + 1).toBeGreaterThan(longest);
  }
});

test('a code that no scanner of ours could read is refused', () => {
  for (const code of ['', 'abc', 'A{B1', 'É', 'ABCDEFGHIJK'])
    expect(() => receiptBytes(slip({ code }), { widthMm: 58, codePage: 'pc858', copyNo: 0 })).toThrow('code');
});

test('long texts are broken into lines of about the same length', () => {
  expect(wrap('Badan Pusat Statistik Kabupaten Dharmasraya', 32)).toEqual([
    'Badan Pusat Statistik',
    'Kabupaten Dharmasraya',
  ]);
  expect(wrap('x'.repeat(40), 32)).toEqual(['x'.repeat(32), 'x'.repeat(8)]);
  expect(wrap('', 32)).toEqual([]);
});

test('a picture whose bytes would be an order to the printer is moved until they are not', () => {
  const dotted = new Bitmap(368, 1);
  dotted.fill(3, 0, 1, 1);
  dotted.fill(13, 0, 1, 1);
  const left = Array.from(placed(dotted, 384).dots).indexOf(1);
  expect(left).not.toBe(8 + 3);
  expect(Math.abs(left - 11)).toBeLessThanOrEqual(4);
});

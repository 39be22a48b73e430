import { expect, test } from 'vitest';
import { decodeWithZbar, decodeWithZxing, hasZbar } from '../../test/helpers/decode.ts';
import { makeCode } from '../codes/rules.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { clearingBytes, receiptBytes, slipPicture } from './receipt.ts';
import { printOnPaper } from './paper.ts';
import { slipContent, type PhotocopySlip } from './slip.ts';

const form: PhotocopySlip = {
  titles: [
    { title: 'Kabupaten Dharmasraya Dalam Angka 2024', pages: '1-5, 8, 10-12', pageCount: 9 },
    { title: 'Statistik Kesejahteraan Rakyat Provinsi Sumatera Barat 2023', pages: '40', pageCount: 1 },
  ],
  copies: 2,
  paper: 'A4',
  duplex: true,
  sheets: 12,
  copyright: { id: 'Hak cipta BPS. Cantumkan sumber.', en: 'BPS copyright. Name the source.' },
  confirmUrl: null,
};

function content(code: string, change: Partial<PhotocopySlip> = {}) {
  const facts = { kind: 'photocopy' as const, bigNumber: 'FC-007', visitNumber: 'P-012', code };
  const at = new Date('2026-11-23T03:30:00Z');
  return slipContent({ ...facts, photocopy: { ...form, ...change } }, defaultProfile, at, false);
}

/** As long as an address on an office network can be. */
const longestUrl = (code: string) => `HTTP://192.168.100.250:65535/K/${code}/ABCDEFGH`;

test.each([58, 80] as const)('form and stub each carry the code in both symbols, on %i mm', async widthMm => {
  const code = makeCode('slip');
  const picture = slipPicture(content(code), { widthMm, codePage: 'pc858', copyNo: 0 });
  expect(await decodeWithZxing(picture)).toEqual({ code128: [code, code], qr: [code, code] });
  if (hasZbar) {
    const { code128, qr } = await decodeWithZbar(picture);
    expect(new Set([...code128, ...qr])).toEqual(new Set([code]));
  }
});

test.each([58, 80] as const)(
  'a stub that a phone may open carries the address too, on %i mm',
  async widthMm => {
    const code = makeCode('slip');
    const confirmUrl = longestUrl(code);
    const picture = slipPicture(content(code, { confirmUrl }), { widthMm, codePage: 'pc858', copyNo: 0 });
    const read = await decodeWithZxing(picture);
    expect(read.code128).toEqual([code, code]);
    expect(read.qr.toSorted()).toEqual([confirmUrl, code].toSorted());
  },
);

test('eight long titles are one sheet that a real printer could print, cleared as any other', () => {
  const title =
    'Statistik Daerah Kecamatan Pulau Punjung Kabupaten Dharmasraya Menurut Lapangan Usaha 2019–2023';
  const titles = Array.from({ length: 8 }, () => ({ title, pages: '1-5, 8, 10-12, 20-45', pageCount: 35 }));
  const code = makeCode('slip');
  for (const widthMm of [58, 80] as const) {
    const bytes = receiptBytes(content(code, { titles, confirmUrl: longestUrl(code) }), {
      widthMm,
      codePage: 'ascii',
      copyNo: 2,
    });
    expect(printOnPaper(bytes, widthMm)).toHaveLength(1);
    expect(longestPicture(bytes)).toBeLessThan(clearingBytes().length - 9);
  }
});

/** Bytes of the largest GS v 0. */
function longestPicture(bytes: Buffer): number {
  let longest = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0x1d || bytes[at + 1] !== 0x76) continue;
    const length = bytes.readUInt16LE(at + 4) * bytes.readUInt16LE(at + 6);
    longest = Math.max(longest, length);
    at += 7 + length;
  }
  return longest;
}

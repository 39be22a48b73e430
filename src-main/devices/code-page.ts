/** The characters a printer knows by number, and what to print instead of those it does not know. */

/** Code page 858 (Latin-1 with the euro sign) from 0x80 on; below it is ASCII. */
const cp858High =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const asciiPrintable = String.fromCodePoint(...Array.from({ length: 95 }, (_, i) => 0x20 + i));

export type CodePage = 'pc858' | 'ascii';

/** Every character that has a picture, in the order of the glyph tables. */
export const printable = asciiPrintable + cp858High;

export function cp858Character(byte: number): string | undefined {
  if (byte >= 0x80) return cp858High[byte - 0x80];
  return byte >= 0x20 && byte < 0x7f ? String.fromCodePoint(byte) : undefined;
}

/** As bytes of code page 858; a sign that it does not have becomes a question mark. */
export function cp858Bytes(text: string): Buffer {
  return Buffer.from(
    Array.from(text, sign => {
      const at = printable.indexOf(sign);
      return at < 0 ? 0x3f : at < asciiPrintable.length ? 0x20 + at : 0x80 + at - asciiPrintable.length;
    }),
  );
}

/** What typographers write and a slip printer has no sign for. */
const plain: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u2022': '-',
  '\u00b7': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u00ad': '',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  '€': 'EUR',
};

/** The text as the printer can show it: signs it lacks are written plainly, and at worst as `?`. */
export function printableText(text: string, codePage: CodePage): string {
  const known = codePage === 'pc858' ? printable : asciiPrintable;
  return Array.from(text.normalize('NFC'), sign => {
    if (known.includes(sign) && sign !== '\u00ad') return sign;
    const written = plain[sign] ?? sign.normalize('NFKD').replaceAll(/\p{M}/gu, '');
    return Array.from(written, one => (asciiPrintable.includes(one) ? one : '?')).join('');
  }).join('');
}

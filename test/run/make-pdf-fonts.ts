/**
 * Cuts the letters of the PDF documents out of the brand font once, into `src-main/labels/fonts.ts`.
 *
 * pdfkit embeds neither a variable font nor a WOFF2 of composed letters, so two weights are made plain TrueType.
 * Run `npm exec -c 'node test/run/make-pdf-fonts.ts'`; needs fonttools on the path (`pip install fonttools brotli`).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

const root = join(import.meta.dirname, '../..');
const variable = join(
  root,
  'node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
);
const weights = { medium: 500, black: 800 };
const characters = 'U+20-7E,U+A0-FF,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2022,U+2026';
const folder = mkdtempSync(join(tmpdir(), 'fonts-'));

function cut(weight: number): string {
  const whole = join(folder, 'whole.woff2');
  const plain = join(folder, 'plain.ttf');
  const small = join(folder, 'small.ttf');
  execFileSync('fonttools', ['varLib.instancer', variable, `wght=${weight}`, '-q', '-o', whole]);
  execFileSync('fonttools', ['ttLib', '--flavor', '', '-o', plain, whole]);
  execFileSync('pyftsubset', [
    plain,
    `--unicodes=${characters}`,
    '--layout-features=kern,mark,mkmk,ccmp,locl',
    '--no-hinting',
    `--output-file=${small}`,
  ]);
  return deflateRawSync(readFileSync(small), { level: 9 }).toString('base64');
}

writeFileSync(
  join(root, 'src-main/labels/fonts.ts'),
  `/** Plus Jakarta Sans (OFL 1.1) for PDF documents, two weights. Made by \`test/run/make-pdf-fonts.ts\`; do not edit. */
import { inflateRawSync } from 'node:zlib';

const unpack = (packed: string): Buffer => inflateRawSync(Buffer.from(packed, 'base64'));

export type Weight = 'medium' | 'black';

let unpacked: Record<Weight, Buffer> | undefined;

export function brandFonts(): Record<Weight, Buffer> {
  return (unpacked ??= { medium: unpack(medium), black: unpack(black) });
}

${Object.entries(weights)
  .map(([name, weight]) => `const ${name} =\n  '${cut(weight)}';`)
  .join('\n')}
`,
);
rmSync(folder, { recursive: true });

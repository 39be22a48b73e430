/** Reads the symbols on a picture with decoders that had no part in drawing them: ZXing, and ZBar where installed. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

export interface Decoded {
  code128: string[];
  qr: string[];
}

let ready: Promise<unknown> | undefined;

// Its own way would be to fetch the decoder from a CDN.
function prepare(): Promise<unknown> {
  return (ready ??= readFile(
    createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
  ).then(wasm =>
    prepareZXingModule({
      overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
      fireImmediately: true,
    }),
  ));
}

export async function decodeWithZxing(png: Buffer): Promise<Decoded> {
  await prepare();
  const found = await readBarcodes(new Uint8Array(png), { formats: ['Code128', 'QRCode'], tryHarder: true });
  const texts = (format: string) => found.filter(one => one.format === format).map(one => one.text);
  return { code128: texts('Code128'), qr: texts('QRCode') };
}

export const hasZbar: boolean = (() => {
  try {
    execFileSync('zbarimg', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

export async function decodeWithZbar(png: Buffer): Promise<Decoded> {
  const folder = await mkdtemp(join(tmpdir(), 'zbar-'));
  try {
    const file = join(folder, 'slip.png');
    await writeFile(file, png);
    const { stdout } = await promisify(execFile)('zbarimg', ['--nodbus', '-q', file]);
    const texts = (kind: string) =>
      stdout
        .split('\n')
        .filter(line => line.startsWith(kind))
        .map(line => line.slice(kind.length));
    return { code128: texts('CODE-128:'), qr: texts('QR-Code:') };
  } finally {
    await rm(folder, { recursive: true });
  }
}

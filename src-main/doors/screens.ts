/** The built screens, read once into memory: no request path ever reaches the file system. Serves one audience a page. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export type Audience = 'kiosk' | 'staff';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.opus': 'audio/ogg',
};

/** Everything from the own origin; no inline script, no frames, no form posts; wasm for the barcode decoder. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const pageHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
};

interface Kept {
  body: Buffer<ArrayBuffer>;
  brotli: Buffer<ArrayBuffer> | null;
  type: string;
  immutable: boolean;
}

export class Screens {
  #files = new Map<string, Kept>();

  /** @param dir the folder that the screens were built into. */
  constructor(dir: string) {
    for (const file of filesIn(dir)) {
      const path = `/${relative(dir, file).split(sep).join('/')}`;
      const body = readFileSync(file);
      const type = types[extname(file)];
      if (!type) continue;
      const squeezable = /^text|svg|wasm/.test(type);
      this.#files.set(path, {
        body,
        brotli: squeezable ? squeeze(body) : null,
        type,
        immutable: path.startsWith('/assets/'),
      });
    }
  }

  /** The page of an audience at `/`, and the files beside it; null when there is no such file for this audience. */
  answer(request: Request, audience: Audience): Response | null {
    const { pathname } = new URL(request.url);
    const isPage = pathname === '/' || pathname === '/index.html';
    const kept = isPage
      ? this.#files.get(`/${audience}.html`)
      : pathname.endsWith('.html')
        ? undefined
        : this.#files.get(pathname);
    if (!kept) return null;
    const brotli = kept.brotli && /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');
    return new Response(brotli ? kept.brotli : kept.body, {
      headers: {
        ...pageHeaders,
        'content-type': kept.type,
        'cache-control': kept.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(brotli ? { 'content-encoding': 'br', vary: 'accept-encoding' } : {}),
      },
    });
  }
}

/** Walks by names alone: inside a packaged program the entries know no parent, and `recursive` relies on one. */
function filesIn(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap(entry => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
  });
}

function squeeze(body: Buffer): Buffer<ArrayBuffer> {
  return brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: body.length > 400_000 ? 5 : 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

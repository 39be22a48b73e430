/** A file that never changes, whole or the piece of it that was asked for. */
import type { Context } from 'hono';
import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';

/** @param how.etag the sha256 of the whole file. */
export function sendFile(c: Context, path: string, how: { etag: string; type: string }): Response {
  const { size } = statSync(path);
  const etag = `"${how.etag}"`;
  const headers = {
    'content-type': how.type,
    'accept-ranges': 'bytes',
    'cache-control': 'private, immutable, max-age=31536000',
    etag,
  };
  if (c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const range = rangeOf(c.req.header('range'), size);
  if (range === 'beyond')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  const { from, to } = range ?? { from: 0, to: size - 1 };
  const stream = createReadStream(path, { start: from, end: to });
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(to - from + 1),
      ...(range ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}),
    },
  });
}

/** One range, as a station asks to go on; anything else is answered with the whole file. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | 'beyond' | null {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined) return null;
  const from = Number(first);
  const to = Math.min(last ? Number(last) : size - 1, size - 1);
  return from >= size || to < from ? 'beyond' : { from, to };
}

import { Hono, type Context } from 'hono';
import type { Central } from '../central.ts';
import { headquarters } from '../feeds/store.ts';
import { problem } from '../problem.ts';
import { op, stationOnly, type Env } from '../route.ts';
import { limits } from '../wire/rules.ts';
import { sendFile } from './send.ts';

const shaShape = /^[0-9a-f]{64}$/;
const bytes = { media: 'application/offset+octet-stream' };

export function fileRoutes(central: Central) {
  const resume = async (c: Context<Env>) => {
    const { office } = c.var.station;
    const sha256 = c.req.param('sha256') ?? '';
    if (!shaShape.test(sha256)) throw problem.files.unknown();
    if (Number(c.req.header('content-length') ?? 0) > limits.patchBytes)
      throw problem.sync.tooLarge({ most: limits.patchBytes });
    const whole = await central.files.find(office, sha256);
    // Handed in already, perhaps by the answer that was lost.
    if (whole && c.req.method === 'HEAD') return wholeAlready(c, sha256, whole.size);
    const response = await central.files.answer(c.req.raw, { office, sha256 });
    if (response.status === 404 || response.status === 410) throw problem.files.unknown();
    if (response.status === 422) throw problem.files.mismatch({ sha256 });
    return response;
  };
  return new Hono<Env>()
    .post('/files', op('file.offer', 'M9: offer a file (tus)'), stationOnly(central), async c => {
      const { office } = c.var.station;
      const sha256 = metadata(c.req.header('upload-metadata'))['sha256'] ?? '';
      const size = Number(c.req.header('upload-length'));
      if (!shaShape.test(sha256) || !Number.isSafeInteger(size) || size < 1)
        throw problem.request.invalid({
          fields: [{ field: 'Upload-Metadata', rule: 'sha256, Upload-Length' }],
        });
      if (size > limits.fileBytes) throw problem.files.tooLarge({ most: limits.fileBytes });
      const there = await central.files.isThere({ office, sha256, size });
      if (there === 'whole') return wholeAlready(c, sha256, size);
      // To begin it again would throw its bytes away.
      if (there === 'begun') return c.body(null, 201, { ...tus, location: `/sync/v1/files/${sha256}` });
      return central.files.answer(c.req.raw, { office, sha256 });
    })
    .patch(
      '/files/:sha256',
      op('file.send', 'M9: a piece of a file (tus)', { takes: bytes }),
      stationOnly(central),
      resume,
    )
    .get(
      '/files/:sha256',
      op('file.read', 'M10: a file of the office or of headquarters', { gives: { media: '*/*' } }),
      stationOnly(central),
      async c => {
        // Hono asks the handler of GET for a HEAD too.
        if (c.req.method === 'HEAD') return resume(c);
        const sha256 = c.req.param('sha256');
        const { office } = c.var.station;
        const file =
          (await central.files.find(office, sha256)) ?? (await central.files.find(headquarters, sha256));
        if (!file) throw problem.files.unknown();
        return sendFile(c, file.path, { etag: sha256, type: file.mime });
      },
    );
}

const tus = { 'tus-resumable': '1.0.0' };

function wholeAlready(c: Context, sha256: string, size: number): Response {
  const offset = { 'upload-offset': String(size), 'upload-length': String(size) };
  return c.body(null, 200, { ...tus, ...offset, location: `/sync/v1/files/${sha256}` });
}

/** `Upload-Metadata` of tus: names, each with its value in base64. */
function metadata(header = ''): Record<string, string> {
  return Object.fromEntries(
    header.split(',').map(pair => {
      const [name = '', value = ''] = pair.trim().split(' ');
      return [name, Buffer.from(value, 'base64').toString()];
    }),
  );
}

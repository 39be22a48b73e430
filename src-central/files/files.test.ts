import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kinds, openTestCentral } from '../../test/helpers/central.ts';
import type { SimpleStation } from '../../test/helpers/simple-station.ts';
import { limits, sha256 } from '../wire/rules.ts';

const tus = { 'tus-resumable': '1.0.0' };
const b64 = (text: string) => Buffer.from(text).toString('base64');

function offer(station: SimpleStation, sha: string, size: number) {
  const metadata = `sha256 ${b64(sha)},mime ${b64('application/pdf')}`;
  const headers = { ...tus, 'upload-length': String(size), 'upload-metadata': metadata };
  return station.request('POST', '/files', { headers });
}

function send(station: SimpleStation, sha: string, offset: number, piece: Uint8Array) {
  const headers = {
    ...tus,
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
  };
  return station.request('PATCH', `/files/${sha}`, { headers, body: piece });
}

const where = async (station: SimpleStation, sha: string) => {
  const response = await station.raw('HEAD', `/files/${sha}`, { headers: tus });
  return response.status === 200 ? Number(response.headers.get('upload-offset')) : response.status;
};

// What is kept of a file is the same on both databases; the bytes never touch them.
describe('files', () => {
  const kind = kinds.at(-1)!;

  test('are handed in by pieces, go on where they stopped, and come back as they were (F19)', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const bytes = randomBytes(300_000);
    const sha = sha256(bytes).toString('hex');
    expect(await where(station, sha)).toBe(404);
    expect(await offer(station, sha, bytes.length)).toMatchObject({ status: 201 });
    for (let offset = 0; offset < bytes.length; offset += 64_000) {
      expect((await station.raw('GET', `/files/${sha}`)).status).toBe(404);
      expect(await where(station, sha)).toBe(offset);
      // Offered again in the middle, as after a restart that forgot: nothing is lost.
      expect((await offer(station, sha, bytes.length)).status).toBe(201);
      expect((await send(station, sha, offset, bytes.subarray(offset, offset + 64_000))).status).toBe(204);
    }
    const read = await station.raw('GET', `/files/${sha}`, { headers: { range: 'bytes=299990-' } });
    expect([read.status, read.headers.get('content-type')]).toEqual([206, 'application/pdf']);
    expect(Buffer.from(await read.arrayBuffer())).toEqual(bytes.subarray(299_990));
    const whole = await station.raw('GET', `/files/${sha}`);
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(bytes);
    expect(await where(station, sha)).toBe(bytes.length);
    expect((await offer(station, sha, bytes.length)).status).toBe(200);
    expect((await send(station, sha, 0, bytes.subarray(0, 10))).body).toMatchObject({
      code: 'files.unknown',
    });
  });

  test('with another content than their name are thrown away, and may be begun again (F19)', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const bytes = randomBytes(1_000);
    const sha = sha256(bytes).toString('hex');
    await offer(station, sha, bytes.length);
    const wrong = await send(station, sha, 0, randomBytes(1_000));
    expect(wrong).toMatchObject({ status: 422, body: { code: 'files.mismatch', details: { sha256: sha } } });
    expect(await where(station, sha)).toBe(404);
    expect((await offer(station, sha, bytes.length)).status).toBe(201);
    expect((await send(station, sha, 0, bytes)).status).toBe(204);
  });

  test('whose parts or bytes were lost at headquarters are begun again (F19)', async () => {
    const test = await openTestCentral(kind);
    const station = await test.station();
    const bytes = randomBytes(1_000);
    const sha = sha256(bytes).toString('hex');
    await offer(station, sha, bytes.length);
    await send(station, sha, 0, bytes.subarray(0, 500));
    rmSync(join(test.settings.dataDir, 'uploads'), { recursive: true });
    expect((await send(station, sha, 500, bytes.subarray(500))).body).toMatchObject({
      code: 'files.unknown',
    });
    await offer(station, sha, bytes.length);
    await send(station, sha, 0, bytes);
    rmSync(test.central.files.path('1311', sha));
    expect((await station.raw('GET', `/files/${sha}`)).status).toBe(404);
    await offer(station, sha, bytes.length);
    expect((await send(station, sha, 0, bytes)).status).toBe(204);
    expect((await station.raw('GET', `/files/${sha}`)).status).toBe(200);
  });

  test('belong to their office, have a size, and stay within its room', async () => {
    const test = await openTestCentral(kind, { settings: { fileRoom: 1_500 } });
    const [station, other] = [await test.station('1311'), await test.station('3171')];
    const bytes = randomBytes(1_000);
    const sha = sha256(bytes).toString('hex');
    await offer(station, sha, bytes.length);
    await send(station, sha, 0, bytes);
    expect((await other.raw('GET', `/files/${sha}`)).status).toBe(404);
    expect(await where(other, sha)).toBe(404);
    expect((await offer(station, 'f'.repeat(64), 600)).body).toMatchObject({ code: 'files.quota' });
    expect((await offer(station, 'f'.repeat(64), limits.fileBytes + 1)).body).toMatchObject({
      code: 'files.tooLarge',
    });
    expect((await offer(station, '../../etc/passwd', 10)).status).toBe(400);
    expect((await send(station, 'f'.repeat(64), 0, Buffer.alloc(limits.patchBytes + 1))).status).toBe(413);
    await offer(other, sha, bytes.length);
    const beyond = await send(other, sha, 0, Buffer.concat([bytes, bytes]));
    expect(beyond.status).toBeGreaterThanOrEqual(400);
    expect(existsSync(test.central.files.path('3171', sha))).toBe(false);
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openParcel, ParcelFault, sealParcel } from './envelope-rules.ts';
import {
  BatchFault,
  compareVersions,
  digestOf,
  firstChain,
  isSignedBy,
  keyId,
  nextChain,
  packBatch,
  pseudonym,
  readBatch,
  readLine,
  rowHash,
  sha256,
  signWith,
  withoutNulls,
} from './rules.ts';
import type { BatchHeader } from './schema.ts';
import { dayId, isUuid, journalId, misfitOf, upTables, wireSchema } from './tables-schema.ts';

const device = '0192f0c0-0000-7000-8000-00000000000d';
const epoch = '0192f0c0-0000-7000-8000-00000000000e';
const visitId = '0192f0c0-0000-7000-8000-0000000000a1';
const at = '2026-11-23T02:00:00.000Z';

const service = {
  t: 'visit_service',
  id: visitId,
  v: 1,
  at: 1,
  tx: 1,
  d: { visit_id: visitId, service: 'reading' },
};

function header(rows: number, more: Partial<BatchHeader> = {}): BatchHeader {
  const prev = firstChain(device, epoch).toString('hex');
  return {
    proto: 1,
    schema: 1,
    office: '1311',
    device,
    epoch,
    no: 1,
    prev,
    rows,
    first_seq: 1,
    last_seq: rows,
    ...more,
  };
}

describe('a batch', () => {
  test('is read as it was packed, and continues the chain', () => {
    const lines = [service, { ...service, v: 2 }].map(row => JSON.stringify(row));
    const { body, sha, chain } = packBatch(header(2), lines);
    expect(sha).toEqual(sha256(body));
    expect(chain).toEqual(nextChain(firstChain(device, epoch), sha));
    expect(readBatch(body)).toEqual({
      header: header(2),
      lines: [
        { line: 1, row: service, fault: null },
        { line: 2, row: { ...service, v: 2 }, fault: null },
      ],
    });
  });

  test('that was cut or changed anywhere is no batch, or has another sha', () => {
    const { body, sha } = packBatch(header(1), [JSON.stringify(service)]);
    for (let at = 0; at < body.length; at++) {
      const changed = Buffer.from(body);
      changed[at]! ^= 1;
      expect(sha256(changed)).not.toEqual(sha);
      expect(() => readBatch(body.subarray(0, at))).toThrow(BatchFault);
    }
  });

  test.each([
    ['rows that are not as many as it says', packBatch(header(2), [JSON.stringify(service)]).body],
    ['no header', gzipSync('{"end":0}\n')],
    ['no end', gzipSync(`${JSON.stringify(header(0))}\n`)],
    ['bytes that are no text', gzipSync(Buffer.from([0xff, 0xfe, 0x0a]))],
    ['a bomb', gzipSync(Buffer.alloc(64 * 1024 * 1024))],
  ])('with %s is refused', (_what, body) => {
    expect(() => readBatch(body)).toThrow(BatchFault);
  });
});

describe('a row', () => {
  const judge = (row: unknown, schema = 1) => readLine(1, JSON.stringify(row), { schema }).fault;

  test('is taken when it fits the whitelist', () => {
    expect(judge(service)).toBeNull();
    expect(judge({ t: 'visit', id: visitId, v: 3, at: 1, tx: 1, op: 'D' })).toBeNull();
  });

  test.each([
    ['shape', { ...service, id: 'Siti' }],
    ['shape', { ...service, v: 0 }],
    ['shape', { ...service, v: 2 ** 40 }],
    ['shape', [service]],
    ['shape', { ...service, op: 'D' }],
    ['shape', { ...service, d: undefined }],
    ['table', { ...service, t: 'print_job' }],
    ['table', { ...service, t: 'constructor' }],
    ['column', { ...service, d: { ...service.d, name: 'Siti Aminah' } }],
    ['column', { ...service, d: { ...service.d, toString: 'x' } }],
    ['type', { ...service, d: { ...service.d, service: 7 } }],
    ['type', { ...service, d: { ...service.d, service: 'x'.repeat(65) } }],
    ['type', { ...service, d: { ...service.d, service: 'a\u0000b' } }],
    ['type', { ...service, d: { ...service.d, service: 'two\nlines' } }],
    ['type', { ...service, d: { ...service.d, started_at: '2026-02-30T00:00:00.000Z' } }],
    ['type', { ...service, d: { ...service.d, started_at: '2026-11-23T02:00:00Z' } }],
    ['missing', { ...service, d: { visit_id: visitId } }],
    ['append-only', { t: 'journal', id: visitId, v: 2, at: 1, tx: 1, op: 'D' }],
  ])('that does not fit is parked as %s', (fault, row) => {
    expect(judge(row)).toBe(fault);
  });

  test('of a newer station is newer where it is not known, and taken where it is', () => {
    expect(judge({ ...service, t: 'reading' }, wireSchema + 1)).toBe('newer');
    expect(judge({ ...service, s: wireSchema + 1, d: { ...service.d, room: 'a' } })).toBe('newer');
    expect(judge({ ...service, s: wireSchema + 1 })).toBeNull();
    expect(judge({ ...service, s: wireSchema + 1, d: { ...service.d, service: 7 } })).toBe('type');
  });

  test('has the same hash whatever the order of its columns and the nulls beside them', () => {
    const row = withoutNulls({ visit_id: visitId, service: 'reading', outcome: null });
    expect(rowHash('visit_service', visitId, row)).toBe(
      rowHash('visit_service', visitId, { service: 'reading', visit_id: visitId }),
    );
    expect(rowHash('visit_service', visitId, row)).not.toBe(rowHash('visit', visitId, row));
    expect(rowHash('visit_service', visitId, row)).not.toBe(rowHash('visit_service', visitId, null));
  });

  test('versions have one order, whoever compares them', () => {
    const version = fc.record({
      v: fc.integer({ min: 1, max: 3 }),
      ep: fc.constantFrom('a', 'b', 'c'),
      hash: fc.constantFrom('0', '1', 'f'),
    });
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) || 0);
        if (compareVersions(a, b) >= 0 && compareVersions(b, c) >= 0)
          expect(compareVersions(a, c)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test('a digest says how many and which, in any order, and sees one that is there twice', () => {
  const hashes = ['a', 'b', 'c'].map(one => rowHash('visit', one, {}));
  expect(digestOf(hashes)).toEqual(digestOf(hashes.toReversed()));
  expect(digestOf([...hashes, hashes[0]!])).not.toEqual(digestOf(hashes));
  expect(digestOf(['f'.repeat(32), `${'0'.repeat(15)}1${'0'.repeat(16)}`])).toEqual({
    rows: 2,
    sum: '0'.repeat(16),
  });
});

test('days and journal rows have names of version 7 that say their time', () => {
  expect(dayId('2026-11-23')).toBe(dayId('2026-11-23'));
  expect(dayId('2026-11-23') < dayId('2026-11-24')).toBe(true);
  const hash = sha256('row').toString('hex');
  expect(journalId(at, hash)).not.toBe(journalId(at, sha256('another').toString('hex')));
  for (const id of [
    dayId('1970-01-01'),
    journalId('1969-01-01T00:00:00.000Z', hash),
    pseudonym(sha256('k'), '1'),
  ])
    expect(isUuid(id), id).toBe(true);
});

test('no column of the whitelist is one that says who somebody is', () => {
  const personal =
    /name|phone|email|last4|birth_(?!year)|address|note$|text|other|content|pin|data|disability/;
  for (const [table, { columns }] of Object.entries(upTables))
    expect(
      Object.keys(columns).filter(column => personal.test(column)),
      table,
    ).toEqual([]);
  expect(misfitOf(upTables.visit, { companion_name: 'Siti' })).toBe('column');
});

test('a signature is good for its key and its text only', () => {
  const pair = generateKeyPairSync('ed25519');
  const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x!;
  const own = pair.publicKey.export({ format: 'jwk' }).x!;
  const signature = signWith(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, 'text');
  expect(isSignedBy(own, 'text', signature)).toBe(true);
  expect(isSignedBy(own, 'texts', signature)).toBe(false);
  expect(isSignedBy(other, 'text', signature)).toBe(false);
  expect(isSignedBy('no key', 'text', 'no signature')).toBe(false);
  expect(keyId(own)).toMatch(/^[0-9a-f]{16}$/);
});

describe('a parcel', () => {
  const pair = generateKeyPairSync('x25519');
  const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const boxKey = pair.publicKey.export({ format: 'jwk' }).x!;
  const about = { to: 'central', office: '1311', device } as const;
  const records = [
    { head: { kind: 'hello' }, body: Buffer.from('{}') },
    { head: { kind: 'batch', no: 1 }, body: Buffer.alloc(600_000, 7) },
  ];

  test('is opened by the one whom it was sealed to', () => {
    const opened = openParcel(secret, sealParcel(boxKey, about, records));
    expect(opened.head).toMatchObject(about);
    expect(opened.records.map(one => one.head)).toEqual(records.map(one => one.head));
    expect(opened.records[1]!.body).toEqual(records[1]!.body);
  });

  test('that is for another, cut, or changed anywhere is not opened', () => {
    const sealed = sealParcel(boxKey, about, records);
    const stranger = generateKeyPairSync('x25519').privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    }) as string;
    expect(() => openParcel(stranger, sealed)).toThrow(ParcelFault);
    for (let at = 0; at < sealed.length; at += 4_999) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => openParcel(secret, changed), `byte ${at}`).toThrow(ParcelFault);
      expect(() => openParcel(secret, sealed.subarray(0, at)), `cut at ${at}`).toThrow(ParcelFault);
    }
    const chunk = 256 * 1024 + 16;
    const start = sealed.indexOf(10) + 1;
    expect(() => openParcel(secret, sealed.subarray(0, start + 2 * chunk))).toThrow(ParcelFault);
  });
});

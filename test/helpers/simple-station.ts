/** The station's side of the protocol without its database: keys, batches and requests, as docs/sync-protocol.md has them. */
import { generateKeyPairSync } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import {
  contentDigest,
  firstChain,
  keyId,
  packBatch,
  signed,
  signWith,
} from '../../src-central/wire/rules.ts';
import type {
  EnrolAnswer,
  EpochState,
  Hello,
  HelloAnswer,
  ScopeState,
  WireRow,
} from '../../src-central/wire/schema.ts';
import { wireSchema } from '../../src-central/wire/tables-schema.ts';

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Headers;
}

export interface Keys {
  publicKey: string;
  secret: string;
  boxKey: string;
  boxSecret: string;
}

export interface Sealed {
  no: number;
  epoch: string;
  body: Buffer;
  sha: Buffer;
  chain: Buffer;
  signature: string;
}

const pem = { type: 'pkcs8', format: 'pem' } as const;
const base = '/sync/v1';

export function newKeys(): Keys {
  const signing = generateKeyPairSync('ed25519');
  const box = generateKeyPairSync('x25519');
  return {
    publicKey: signing.publicKey.export({ format: 'jwk' }).x!,
    secret: signing.privateKey.export(pem) as string,
    boxKey: box.publicKey.export({ format: 'jwk' }).x!,
    boxSecret: box.privateKey.export(pem) as string,
  };
}

export class SimpleStation {
  readonly ask: Ask;
  enrolment: EnrolAnswer;
  keys: Keys;
  epoch = uuid();
  chain: Buffer;
  no = 0;
  session = '';
  /** What it tells of itself at each hello. */
  about: Partial<Hello> = {};

  constructor(ask: Ask, enrolment: EnrolAnswer, keys: Keys) {
    this.ask = ask;
    this.enrolment = enrolment;
    this.keys = keys;
    this.chain = firstChain(enrolment.device, this.epoch);
  }

  static async enrol(ask: Ask, code: string, keys = newKeys()): Promise<SimpleStation> {
    const answer = await tryToEnrol(ask, code, keys);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return new SimpleStation(ask, answer.body as EnrolAnswer, keys);
  }

  get device(): string {
    return this.enrolment.device;
  }

  get office(): string {
    return this.enrolment.office;
  }

  get scopes(): ScopeState[] {
    return this.enrolment.scopes.map(scope => ({ scope, epoch: null, pos: 0, chain: null }));
  }

  get epochState(): EpochState {
    const { epoch, no, chain } = this;
    return { epoch, parent: null, parent_no: null, reason: 'first', no, chain: chain.toString('hex') };
  }

  /** The body of a hello, before it is signed. */
  hello(): Hello {
    return {
      proto: 1,
      device: this.device,
      office: this.office,
      key: keyId(this.keys.publicKey),
      app: '0.1.0',
      schema: wireSchema,
      epochs: [this.epochState],
      scopes: this.scopes,
      backlog: { rows: 0, batches: 0, oldest_at: null },
      health: {},
      clock: Date.now(),
      ...this.about,
    };
  }

  async nonce(): Promise<string> {
    return (await this.#askNonce()).body.nonce;
  }

  async #askNonce(): Promise<Answer<{ nonce: string }>> {
    return read(await this.ask(`${base}/nonce`, { method: 'POST' }));
  }

  /** M1 and M2. A session is kept where one was given; a server that is busy may say so to either. */
  async greet(nonce?: string): Promise<Answer<HelloAnswer>> {
    const body = JSON.stringify(this.hello());
    const asked = nonce === undefined ? await this.#askNonce() : null;
    if (asked && asked.status !== 200) return asked as unknown as Answer<HelloAnswer>;
    const used = nonce ?? asked!.body.nonce;
    const answer = await read<HelloAnswer>(
      await this.ask(`${base}/hello`, {
        method: 'POST',
        headers: { nonce: used, signature: signWith(this.keys.secret, signed.hello(used, body)) },
        body,
      }),
    );
    if (answer.status === 200) this.session = answer.body.session ?? '';
    return answer;
  }

  /** Rows of the next batch, in the order given; nothing is sent yet. */
  seal(rows: (Partial<WireRow> & { t: string })[]): Sealed {
    const lines = rows.map(row => JSON.stringify({ id: uuid(), v: 1, at: Date.now(), tx: 1, ...row }));
    return this.sealLines(lines);
  }

  sealLines(lines: string[], schema = wireSchema): Sealed {
    const { epoch, device, office } = this;
    const no = this.no + 1;
    const prev = this.chain.toString('hex');
    const header = {
      proto: 1 as const,
      schema,
      office,
      device,
      epoch,
      no,
      prev,
      rows: lines.length,
      first_seq: 1,
      last_seq: lines.length,
    };
    const packed = packBatch(header, lines);
    this.no = no;
    this.chain = packed.chain;
    return { no, epoch, ...packed, signature: this.sign(packed.chain) };
  }

  sign(chain: Uint8Array): string {
    return signWith(this.keys.secret, signed.batch(chain));
  }

  /** M3. */
  put(sealed: Sealed, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('PUT', `/up/${sealed.epoch}/${sealed.no}`, {
      body: sealed.body,
      headers: { 'content-digest': contentDigest(sealed.sha), signature: sealed.signature, ...headers },
    });
  }

  get<T = Record<string, unknown>>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.request<T>('GET', path, { headers });
  }

  async request<T = Record<string, unknown>>(
    method: string,
    path: string,
    init: { body?: Uint8Array | string; headers?: Record<string, string> } = {},
  ): Promise<Answer<T>> {
    return read<T>(await this.raw(method, path, init));
  }

  raw(
    method: string,
    path: string,
    { body, headers }: { body?: Uint8Array | string; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const length: Record<string, string> = body ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    return this.ask(`${base}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.session}`, ...length, ...headers },
      body: body as BodyInit,
    });
  }
}

/** M11, whatever comes of it. */
export async function tryToEnrol(ask: Ask, code: string, keys = newKeys()): Promise<Answer> {
  const body = JSON.stringify({
    code,
    public_key: keys.publicKey,
    box_key: keys.boxKey,
    machine: { name: 'KASIR-1', os: 'Windows 11', app: '0.1.0' },
  });
  const signature = signWith(keys.secret, signed.enrol(body));
  return read(await ask(`${base}/enrol`, { method: 'POST', headers: { signature }, body }));
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('application/json');
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as T,
  };
}

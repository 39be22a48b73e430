/** The messages of docs/sync-protocol.md §4, asked over one link. An answer that refuses is thrown as a `Refusal`. */
import type { z } from 'zod';
import { ConsentAnswer } from '../../src-central/wire/consent-schema.ts';
import { contentDigest, signed, signWith } from '../../src-central/wire/rules.ts';
import {
  ChainAnswer,
  DigestAnswer,
  DigestParts,
  DigestRows,
  EnrolAnswer,
  HelloAnswer,
  KeyAnswer,
  NonceAnswer,
  SnapshotAnswer,
  UpAnswer,
  type Enrol,
  type Hello,
  type KeyChange,
} from '../../src-central/wire/schema.ts';
import type { BatchTable } from '../database/sync-tables.ts';
import type { Keys } from './keys.ts';
import { LinkFailure, type Answer, type Ask, type Wire } from './link.ts';

export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown>;
  /** Seconds after which headquarters wants to be asked again. */
  readonly retryAfter: number | null;

  constructor(answer: Answer) {
    const { code, details } = bodyOf(answer);
    super(code);
    this.status = answer.status;
    this.code = code;
    this.details = details;
    const seconds = Number(answer.headers['retry-after']);
    this.retryAfter = Number.isFinite(seconds) && seconds > 0 ? seconds : null;
  }
}

/** A proxy in between may answer with a page of its own. */
function bodyOf(answer: Answer): { code: string; details: Record<string, unknown> } {
  try {
    const { code, details } = JSON.parse(answer.body.toString()) as Record<string, unknown>;
    if (typeof code === 'string') return { code, details: (details ?? {}) as Record<string, unknown> };
  } catch {
    // Not headquarters' own answer.
  }
  return { code: answer.status >= 500 ? 'sync.busy' : 'link.unclear', details: {} };
}

export class Headquarters {
  #link: Wire;
  #keys: Keys;
  #signal: AbortSignal;
  #session: string | null = null;

  constructor(link: Wire, keys: Keys, signal: AbortSignal) {
    this.#link = link;
    this.#keys = keys;
    this.#signal = signal;
  }

  close(): void {
    this.#link.close();
  }

  /** M1 and M2. `greeting` is made anew for each try, because it says where the station is now. */
  async hello(greeting: Hello): Promise<HelloAnswer> {
    this.#session = null;
    const { nonce } = await this.#json('POST', '/nonce', NonceAnswer, {});
    const body = JSON.stringify(greeting);
    const signature = signWith(this.#keys.sign, signed.hello(nonce, body));
    const answer = await this.#json('POST', '/hello', HelloAnswer, {
      body,
      headers: { nonce, signature },
    });
    this.#session = answer.session;
    return answer;
  }

  /** M3 */
  putBatch(batch: BatchTable): Promise<UpAnswer> {
    return this.#json('PUT', `/up/${batch.epoch}/${batch.no}`, UpAnswer, {
      body: batch.body,
      headers: {
        'content-type': 'application/octet-stream',
        'content-digest': contentDigest(Buffer.from(batch.sha, 'hex')),
        signature: this.sign(signed.batch(Buffer.from(batch.chain, 'hex'))),
      },
    });
  }

  /** M14: one part of a list, whole. */
  putConsents({
    purpose,
    part,
    body,
  }: {
    purpose: string;
    part: string;
    body: Buffer;
  }): Promise<ConsentAnswer> {
    return this.#json('PUT', `/consents/${purpose}/${part}`, ConsentAnswer, {
      body,
      headers: {
        'content-type': 'application/gzip',
        signature: this.sign(signed.consents(purpose, part, body)),
      },
    });
  }

  /** M4 */
  async chainAt(epoch: string, no: number): Promise<string> {
    return (await this.#json('GET', `/up/${epoch}/chain?no=${no}`, ChainAnswer, {})).chain;
  }

  /** M5 */
  async batch(device: string, epoch: string, no: number): Promise<Buffer> {
    return (await this.#whole('GET', `/batch/${device}/${epoch}/${no}`, {})).body;
  }

  /** M6, as text. */
  async page(scope: string, at: { epoch: string; pos: number; chain: string } | null): Promise<string> {
    const query = at ? `?epoch=${at.epoch}&after=${at.pos}&chain=${at.chain}` : '';
    const answer = await this.#whole('GET', `/down/${scope}${query}`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    return answer.body.toString();
  }

  /** M7 */
  snapshot(scope: string): Promise<SnapshotAnswer> {
    return this.#json('GET', `/snapshot/${scope}`, SnapshotAnswer, {});
  }

  /** M8 and M10: the rest of a file that never changes. @returns false when it must begin anew. */
  fetchInto(file: string, path: string, from: number): Promise<boolean> {
    return this.#link.fetchInto(file, `/sync/v1${path}`, from, { headers: this.#headers() }, this.#signal);
  }

  /** M9, tus: the caller reads the status. */
  async tus(method: string, path: string, ask: Ask): Promise<Answer> {
    const headers = { ...ask.headers, ...this.#headers(), 'tus-resumable': '1.0.0' };
    const answer = await this.#link.ask(method, `/sync/v1${path}`, { ...ask, headers }, this.#signal);
    if (answer.status >= 500 || answer.status === 429 || answer.status === 401 || answer.status === 403)
      throw new Refusal(answer);
    return answer;
  }

  /** M11 */
  enrol(message: Enrol): Promise<EnrolAnswer> {
    const body = JSON.stringify(message);
    return this.#json('POST', '/enrol', EnrolAnswer, {
      body,
      headers: { signature: this.sign(signed.enrol(body)) },
    });
  }

  /** M12 */
  async changeKey(fresh: Keys, about: Pick<KeyChange, 'device'>): Promise<KeyAnswer> {
    const { nonce } = await this.#json('POST', '/nonce', NonceAnswer, {});
    const body = JSON.stringify({ ...about, public_key: fresh.publicKey, box_key: fresh.boxKey, nonce });
    return this.#json('POST', '/key', KeyAnswer, {
      body,
      headers: {
        signature: this.sign(signed.key(body)),
        'signature-new': signWith(fresh.sign, signed.key(body)),
      },
    });
  }

  /** M13 */
  digest(): Promise<DigestAnswer> {
    return this.#json('GET', '/digest', DigestAnswer, {});
  }

  digestParts(table: string, prefix: string): Promise<DigestParts> {
    return this.#json('GET', `/digest?table=${table}&prefix=${prefix}`, DigestParts, {});
  }

  digestRows(table: string, prefix: string): Promise<DigestRows> {
    return this.#json('GET', `/digest/rows?table=${table}&prefix=${prefix}`, DigestRows, {});
  }

  sign(text: string): string {
    return signWith(this.#keys.sign, text);
  }

  #headers(): Record<string, string> {
    return this.#session === null ? {} : { authorization: `Bearer ${this.#session}` };
  }

  async #whole(
    method: string,
    path: string,
    { body, headers }: { body?: string | Uint8Array; headers?: Record<string, string> },
  ): Promise<Answer> {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    const all: Record<string, string> = { ...this.#headers(), ...headers };
    if (typeof body === 'string') all['content-type'] = 'application/json';
    const answer = await this.#link.ask(
      method,
      `/sync/v1${path}`,
      { body: bytes, headers: all },
      this.#signal,
    );
    if (answer.status >= 300) throw new Refusal(answer);
    return answer;
  }

  async #json<T extends z.ZodType>(
    method: string,
    path: string,
    schema: T,
    ask: { body?: string | Uint8Array; headers?: Record<string, string> },
  ): Promise<z.infer<T>> {
    const { body } = await this.#whole(method, path, ask);
    try {
      return schema.parse(JSON.parse(body.toString()));
    } catch {
      throw new LinkFailure('unclear', 'the answer is not one of headquarters');
    }
  }
}

/** HTTP to headquarters: one connection kept open, an authority of the office's own choice, a reason for each failure. */
import { createWriteStream } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';

/** What an officer can do something about: each has a sentence in the console's words. */
export type LinkReason = 'unreachable' | 'clock' | 'certificate' | 'cut' | 'unclear';

export class LinkFailure extends Error {
  override name = 'LinkFailure';
  readonly reason: LinkReason;
  constructor(reason: LinkReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

export interface Ask {
  headers?: Record<string, string>;
  body?: Uint8Array;
}

export interface LinkSettings {
  /** `https://sync.example.go.id`; a path before `/sync` is kept. */
  url: string;
  /** PEM of the only authority to believe; null: those of the system. */
  ca: string | null;
}

/** So long without a byte, and the link is taken for dead. */
const silenceMs = 30_000;
/** No answer of the protocol is longer; files are written to the disk as they come. */
const longestAnswer = 32 * 1024 * 1024;

/** What the messages need of a link; tests put another one in. */
export interface Wire {
  ask(method: string, path: string, ask: Ask, signal: AbortSignal): Promise<Answer>;
  fetchInto(file: string, path: string, from: number, ask: Ask, signal: AbortSignal): Promise<boolean>;
  close(): void;
}

export class Link implements Wire {
  readonly url: string;
  #agent: http.Agent;
  #request: typeof http.request;

  constructor({ url, ca }: LinkSettings) {
    this.url = url.replace(/\/+$/, '');
    const secure = this.url.startsWith('https:');
    const options = { keepAlive: true, maxSockets: 2, timeout: silenceMs };
    this.#agent = secure ? new https.Agent({ ...options, ca: ca ?? undefined }) : new http.Agent(options);
    this.#request = secure ? https.request : http.request;
  }

  /** @throws {LinkFailure} when no whole answer came; an answer that refuses is an answer. */
  async ask(method: string, path: string, { headers, body }: Ask, signal: AbortSignal): Promise<Answer> {
    const response = await this.#send(method, path, { headers, body }, signal);
    const chunks: Buffer[] = [];
    let length = 0;
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length > longestAnswer) throw new LinkFailure('unclear', 'the answer is too long');
        chunks.push(chunk);
      }
    } catch (error) {
      throw failureOf(error as Error);
    } finally {
      response.destroy();
    }
    return answerOf(response, Buffer.concat(chunks));
  }

  /**
   * Writes a body to the end of a file as it comes, asking only for what is not there yet.
   * @returns false when the answer was not a piece that fits, so that the file must begin anew.
   */
  async fetchInto(file: string, path: string, from: number, ask: Ask, signal: AbortSignal): Promise<boolean> {
    const headers: Record<string, string> = { ...ask.headers };
    if (from > 0) headers.range = `bytes=${from}-`;
    const response = await this.#send('GET', path, { headers }, signal);
    if (response.statusCode !== (from > 0 ? 206 : 200)) {
      response.destroy();
      return false;
    }
    try {
      await pipeline(response, createWriteStream(file, { flags: from > 0 ? 'a' : 'w', flush: true }), {
        signal,
      });
    } catch (error) {
      throw failureOf(error as Error);
    }
    return true;
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, { headers, body }: Ask, signal: AbortSignal): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const request = this.#request(
        `${this.url}${path}`,
        {
          method,
          agent: this.#agent,
          signal,
          headers: { ...headers, ...(body ? { 'content-length': String(body.length) } : {}) },
        },
        resolve,
      );
      request.once('timeout', () => request.destroy(new LinkFailure('cut', 'nothing came for too long')));
      request.once('error', error => reject(failureOf(error)));
      request.end(body);
    });
  }
}

function answerOf(response: IncomingMessage, raw: Buffer): Answer {
  const headers = response.headers as Record<string, string | undefined>;
  const status = response.statusCode ?? 0;
  if (headers['content-encoding'] !== 'gzip') return { status, headers, body: raw };
  try {
    return { status, headers, body: gunzipSync(raw, { maxOutputLength: longestAnswer }) };
  } catch (error) {
    throw new LinkFailure('cut', (error as Error).message);
  }
}

const clockCodes = ['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'];
const certificateCodes =
  /^(ERR_TLS_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|CERT_|ERR_SSL_|EPROTO$|HOSTNAME_MISMATCH|INVALID_)/;
const cutCodes = ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'HPE_INVALID_CONSTANT'];

/** A certificate that is not valid yet, or no longer, is nearly always an office with a wrong clock. */
function failureOf(error: Error & { code?: string }): Error {
  if (error instanceof LinkFailure || error.name === 'AbortError') return error;
  const code = error.code ?? '';
  const reason = clockCodes.includes(code)
    ? 'clock'
    : certificateCodes.test(code)
      ? 'certificate'
      : cutCodes.includes(code) || error.message === 'aborted'
        ? 'cut'
        : 'unreachable';
  return new LinkFailure(reason, error.message);
}

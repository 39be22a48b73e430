/** The only client of the station and of headquarters: typed by them, one funnel for everything that can go wrong. */
import { hc } from 'hono/client';
import type { HqApi } from '../src-central/hq.ts';
import type { Api } from '../src-main/app.ts';
import type { ProblemBody, Sentence } from '../src-main/problem.ts';
import { hqOrigin, origin } from './paths.ts';

/** What a screen shows when the station refused or could not be reached. */
export class Failure extends Error {
  override name = 'Failure';
  readonly code: string;
  readonly sentence: Sentence;
  readonly details: Record<string, unknown>;
  /** 0 when there was no answer at all. */
  readonly status: number;
  constructor(status: number, body: ProblemBody) {
    super(body.message.en);
    this.status = status;
    this.code = body.code;
    this.sentence = body.message;
    this.details = body.details;
  }
}

let noAnswer: ProblemBody = {
  code: 'station.silent',
  message: {
    id: 'Stasiun belum menjawab. Isian Anda tetap tersimpan di layar ini; mohon tunggu sebentar atau coba lagi.',
    en: 'The station is not answering. What you entered is kept on this screen; please wait a moment or try again.',
  },
  details: {},
};

/** What headquarters' screens say instead when nobody answers. */
export function setNoAnswer(code: string, message: Sentence): void {
  noAnswer = { code, message, details: {} };
}

let token: string | null = null;

/** The session of whoever is signed in on this window; kept in memory only. */
export function setToken(next: string | null): void {
  token = next;
}

const patienceMs = 8_000;

async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(input, { ...init, headers, signal: init?.signal ?? AbortSignal.timeout(patienceMs) });
  } catch {
    throw new Failure(0, noAnswer);
  }
}

export const api = hc<Api>(origin, { fetch: ask }).api;
export const hq = /* @__PURE__ */ hc<HqApi>(hqOrigin, { fetch: ask });

/** For what is not JSON, such as the picture of a slip: the bytes as a Blob. */
export async function fetchBlob(path: string, waitMs = patienceMs): Promise<Blob> {
  return answerFile(ask(path, { signal: AbortSignal.timeout(waitMs) }));
}

/** Waits for a file. @throws {Failure} with the sentence to show. */
export async function answerFile(
  asked: Promise<{ ok: boolean; status: number; json(): Promise<unknown>; blob(): Promise<Blob> }>,
): Promise<Blob> {
  const response = await asked;
  if (!response.ok) throw await failureOf(response);
  return response.blob();
}

/** Waits for an answer and returns its body. @throws {Failure} with the sentence to show. */
export async function answer<T>(
  asked: Promise<{ ok: boolean; status: number; json(): Promise<T> }>,
): Promise<T> {
  const response = await asked;
  if (!response.ok) throw await failureOf(response);
  return response.json();
}

/** Hands in a file as it is, however long that takes. @throws {Failure} */
export async function sendFile<T>(path: string, file: Blob): Promise<T> {
  const response = await ask(path, { method: 'POST', body: file, signal: new AbortController().signal });
  if (!response.ok) throw await failureOf(response);
  return (await response.json()) as T;
}

async function failureOf(response: { status: number; json(): Promise<unknown> }): Promise<Failure> {
  const body = (await response.json().catch(() => noAnswer)) as ProblemBody;
  return new Failure(response.status, body.message ? body : noAnswer);
}

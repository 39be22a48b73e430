/**
 * Reads publication lists from the WebAPI of BPS, page by page, with all that it is known to do: `data` that is "",
 * pages that grow while one reads, fields that are missing, and a firewall that answers 403 with a page of HTML.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '../problem.ts';

export interface WebApiOptions {
  baseUrl: string;
  timeoutMs: number;
  /** How long to wait before the second try; four times as long before the third. */
  backOffMs: number;
}

export const publicWebApi: WebApiOptions = {
  baseUrl: 'https://webapi.bps.go.id/v1/api',
  timeoutMs: 30_000,
  backOffMs: 2_000,
};

export interface Page {
  items: Record<string, unknown>[];
  pages: number;
  total: number | null;
}

const tries = 3;
/** The firewall turns away what does not look like a browser. */
export const browserAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36';

export class WebApi {
  #options: WebApiOptions;
  #key: string;

  constructor(options: WebApiOptions, key: string) {
    this.#options = options;
    this.#key = key;
  }

  /** @throws problems of `problem.imports`; none of them carries the address, because the key is part of it. */
  async publications(domain: string, language: string, page: number, signal: AbortSignal): Promise<Page> {
    const { baseUrl } = this.#options;
    const url = `${baseUrl}/list/model/publication/lang/${language}/domain/${domain}/page/${page}/key/${this.#key}/`;
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#ask(url, signal);
      if (answer !== 'again') return readPage(answer);
      if (attempt === tries) throw problem.imports.unreachable({ domain, page });
      await sleep(this.#options.backOffMs * 4 ** (attempt - 1), undefined, { signal });
    }
  }

  /** The answer as text; `again` when another try may help. */
  async #ask(url: string, signal: AbortSignal): Promise<string> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(url, {
        headers: { accept: 'application/json', 'user-agent': browserAgent },
        signal: AbortSignal.any([signal, AbortSignal.timeout(this.#options.timeoutMs)]),
      });
      text = await response.text();
    } catch {
      signal.throwIfAborted();
      return 'again';
    }
    if (response.status === 403 || (response.ok && /^\s*</.test(text))) throw problem.imports.firewall();
    if (response.status === 401) throw problem.imports.keyRefused();
    if (response.status === 429 || response.status >= 500) return 'again';
    return text;
  }
}

export function readPage(text: string): Page {
  let answer: { status?: unknown; message?: unknown; data?: unknown };
  try {
    answer = JSON.parse(text) as typeof answer;
  } catch {
    throw problem.imports.answerUnclear();
  }
  if (answer === null || typeof answer !== 'object') throw problem.imports.answerUnclear();
  if (answer.status !== 'OK') {
    if (/key|token|unauthori/i.test(String(answer.message))) throw problem.imports.keyRefused();
    throw problem.imports.answerUnclear();
  }
  if (!Array.isArray(answer.data)) return { items: [], pages: 0, total: 0 };
  const [about, items] = answer.data as [Record<string, unknown> | undefined, unknown];
  const list = Array.isArray(items) ? items : [];
  return {
    items: list.filter((item): item is Record<string, unknown> => item !== null && typeof item === 'object'),
    pages: wholeNumber(about?.pages) ?? (list.length > 0 ? 1 : 0),
    total: wholeNumber(about?.total),
  };
}

function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : null;
}

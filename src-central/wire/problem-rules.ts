/** The one shape of everything that goes wrong, at a station and at headquarters: code, status, sentence, details. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Sentence } from './sentence-schema.ts';

export interface ProblemBody {
  code: string;
  message: Sentence;
  details: Record<string, unknown>;
}

export class Problem extends Error {
  override name = 'Problem';
  readonly status: ContentfulStatusCode;
  readonly body: ProblemBody;
  constructor(
    code: string,
    status: ContentfulStatusCode,
    message: Sentence,
    details: Record<string, unknown>,
  ) {
    super(message.en);
    this.status = status;
    this.body = { code, message, details };
  }
}

type Entry = [status: ContentfulStatusCode, id: string, en: string];

/** One noun of a catalogue: `section('lockers', { occupied: [409, '…', '…'] }).occupied({ lockerId })`. */
export function section<const T extends Record<string, Entry>>(name: string, entries: T) {
  const make =
    (key: string) =>
    (details: Record<string, unknown> = {}) => {
      const [status, id, en] = entries[key]!;
      return new Problem(`${name}.${key}`, status, { id, en }, details);
    };
  return Object.fromEntries(Object.keys(entries).map(key => [key, make(key)])) as {
    [K in keyof T]: (details?: Record<string, unknown>) => Problem;
  };
}

/** A real station and a real headquarters in one process, with a link between them that a test can cut. */
import { writeFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { Courier, CourierOptions } from '../../src-main/sync/courier.ts';
import { ownDigests } from '../../src-main/sync/digests.ts';
import { LinkFailure, type Wire } from '../../src-main/sync/link.ts';
import { Names } from '../../src-main/sync/names.ts';
import { digests } from '../../src-central/intake/store.ts';
import type { Station, StationOverrides } from '../../src-main/station.ts';
import type { TestCentral } from './central.ts';
import { openTestOffice, temporaryDir, type TestOffice } from './station.ts';

/** What a test does to a message on its way: throw, call `send` twice, or lose the answer. */
export type Trouble = (
  message: { method: string; path: string },
  send: () => Promise<Response>,
) => Promise<Response>;

export interface Network {
  trouble: Trouble | null;
  messages: { method: string; path: string; up: number; down: number }[];
}

export const newNetwork = (): Network => ({ trouble: null, messages: [] });

/** A link that calls headquarters' app directly. */
export function linkTo(test: TestCentral, network: Network): Wire {
  const request = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: Uint8Array,
  ) => {
    const send = () =>
      test.ask(path, {
        method,
        headers: body ? { ...headers, 'content-length': String(body.length) } : headers,
        body: body as BodyInit | undefined,
      });
    const response = await (network.trouble ? network.trouble({ method, path }, send) : send());
    const bytes = Buffer.from(await response.arrayBuffer());
    network.messages.push({ method, path, up: body?.length ?? 0, down: bytes.length });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: bytes };
  };
  return {
    ask: (method, path, { headers, body }) =>
      // The app is asked without a socket, so nothing unpacks its answers.
      request(method, path, { ...headers, 'accept-encoding': 'identity' }, body),
    fetchInto: async (file, path, from, { headers }) => {
      const range: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {};
      const answer = await request('GET', path, { ...headers, ...range });
      if (answer.status !== (from > 0 ? 206 : 200)) return false;
      writeFileSync(file, answer.body, { flag: from > 0 ? 'a' : 'w' });
      return true;
    },
    close: () => undefined,
  };
}

export const cut = (): never => {
  throw new LinkFailure('cut', 'cut by the test');
};

export interface SyncedOffice extends TestOffice {
  network: Network;
  courier: Courier;
}

/** An office that is enrolled; its courier runs when the test says so. */
export async function openSyncedOffice(
  test: TestCentral,
  options: {
    dataDir?: string;
    setUp?: boolean;
    enrol?: boolean;
    office?: string;
    device?: string;
    network?: Network;
    courier?: Partial<CourierOptions>;
    clock?: StationOverrides['clock'];
  } = {},
): Promise<SyncedOffice> {
  const network = options.network ?? newNetwork();
  const office = await openTestOffice({
    dataDir: options.dataDir ?? temporaryDir(),
    setUp: options.setUp,
    overrides: {
      clock: options.clock,
      courier: { byHand: true, random: () => 0, link: () => linkTo(test, network), ...options.courier },
    },
  });
  const { courier } = office.station;
  if (options.enrol !== false)
    await courier.enrol({
      code: await test.code(options.office, options.device),
      url: 'http://central',
      ca: '',
    });
  onTestFinished(() => courier.close());
  return Object.assign(office, { network, courier });
}

/** Digests of both ends, table by table: equal at rest (I12). */
export async function bothDigests(station: Station, test: TestCentral, office = '1311') {
  const own = await ownDigests(station.db, await Names.of(station.db));
  const theirs = await digests(test.central.db, office);
  return {
    office: Object.fromEntries([...own].map(([table, { rows, sum }]) => [table, `${rows} ${sum}`])),
    central: Object.fromEntries(theirs.tables.map(({ table, rows, sum }) => [table, `${rows} ${sum}`])),
  };
}

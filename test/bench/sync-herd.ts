/**
 * A night's offices in one process: all of them say hello within the same second, obey when they are told to come back,
 * and hand in two batches each. Their rows are the same bytes, packed once; what names an office, a device and a chain
 * is packed before them as a gzip member of its own, so that this process costs less than what it measures.
 */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { SimpleStation, type Ask, type Keys } from '../helpers/simple-station.ts';
import { nextChain, sha256 } from '../../src-central/wire/rules.ts';
import { protocol } from '../../src-central/wire/schema.ts';
import { wireSchema } from '../../src-central/wire/tables-schema.ts';

export interface Herd {
  url: string;
  /** Office and device of each station; all of them have the same key. */
  stations: { office: string; device: string }[];
  keys: Keys;
  /** Rows as they travel, those of a batch together. */
  batches: string[][];
}

export interface Night {
  ms: number;
  /** Of every batch, from the first byte of the try that was admitted to the receipt. */
  times: number[];
  /** How often a station was told to come back, by hello or with a batch in its hands. */
  waits: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

function over(url: string): Ask {
  return (path, { method, headers, body } = {}) =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${url}${path}`,
        { method, agent, headers: headers as Record<string, string> },
        answer => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.once('end', () =>
            resolve(
              new Response(Buffer.concat(parts), {
                status: answer.statusCode,
                headers: answer.headers as Record<string, string>,
              }),
            ),
          );
          answer.once('error', reject);
        },
      );
      sent.once('error', reject);
      sent.end(body as Buffer | string | undefined);
    });
}

async function night({ url, stations, keys, batches }: Herd): Promise<Night> {
  const once = over(url);
  // A connection that was idle while its station waited may be closed under it; a courier says it again as well.
  const ask: Ask = (path, init) => once(path, init).catch(() => once(path, init));
  const packed = batches.map(lines => ({
    rows: lines.length,
    bytes: gzipSync(`${lines.join('\n')}\n{"end":${lines.length}}\n`, { level: 6 }),
  }));
  const times: number[] = [];
  let waits = 0;
  const one = async ({ office, device }: Herd['stations'][number]) => {
    const scopes = ['global', 'catalogue', `office:${office}`];
    const station = new SimpleStation(ask, { office, device, scopes } as SimpleStation['enrolment'], keys);
    while (!station.session) {
      const { status, body, headers } = await station.greet();
      const seconds = status === 200 ? body.wait_s : Number(headers.get('retry-after'));
      if (seconds === null) break;
      waits++;
      await sleep(seconds * 1_000);
    }
    for (const { rows, bytes } of packed) {
      const no = station.no + 1;
      const header = {
        proto: protocol,
        schema: wireSchema,
        office,
        device,
        epoch: station.epoch,
        no,
        prev: station.chain.toString('hex'),
        rows,
        first_seq: 1,
        last_seq: rows,
      };
      const body = Buffer.concat([gzipSync(`${JSON.stringify(header)}\n`, { level: 1 }), bytes]);
      const sha = sha256(body);
      const chain = nextChain(station.chain, sha);
      const batch = { no, epoch: station.epoch, body, sha, chain, signature: station.sign(chain) };
      let began = performance.now();
      let answer = await station.put(batch);
      while (answer.status === 503 || answer.status === 429) {
        waits++;
        await sleep(Number(answer.headers.get('retry-after')) * 1_000);
        began = performance.now();
        answer = await station.put(batch);
      }
      times.push(performance.now() - began);
      if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      station.no = no;
      station.chain = chain;
    }
  };
  const began = performance.now();
  await Promise.all(
    stations.map(async station => {
      await sleep(Math.random() * 1_000);
      await one(station);
    }),
  );
  return { ms: performance.now() - began, times, waits };
}

process.on('message', (herd: Herd) => {
  void night(herd).then(told => process.send!(told));
});
process.on('SIGTERM', () => process.exit());
process.send!('ready');

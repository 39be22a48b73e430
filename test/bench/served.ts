/** The served process of an office under measurement, and a thin HTTP client that costs less than what it measures. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { people, testPin } from '../seeds/office.ts';
import { root } from './places.ts';

export type Program = 'source' | 'bundle';

export interface Served {
  /** `performance.now()` when the process was asked for. */
  bornAt: number;
  kioskUrl: string;
  staffUrl: string;
  dataDir: string;
  /** Resident memory in MB; NaN where the system does not tell. */
  memoryMb(): number;
  stop(): Promise<void>;
}

/** @param program the file to run: `src-main/serve.ts` or its bundle. */
export async function serveOffice(program: string, dataDir: string, screens: string): Promise<Served> {
  const bornAt = performance.now();
  const child = spawn(
    process.execPath,
    [join(root, program), '--port', '0', '--data', dataDir, '--screens', screens],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said = await addressesOf(child);
  const [kioskUrl, staffUrl] = [...said.matchAll(/http:\/\/[\d.:]+/g)].map(match => match[0]);
  return {
    bornAt,
    kioskUrl: kioskUrl!,
    staffUrl: staffUrl!,
    dataDir,
    memoryMb: () => memoryOf(child.pid!),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function addressesOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    if ((said.match(/http:\/\//g)?.length ?? 0) >= 2 && said.endsWith('\n')) {
      child.stdout!.resume();
      return said;
    }
  }
  throw new Error(`the station ended before it was ready: ${said}`);
}

function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
  } catch {
    return Number.NaN;
  }
}

/** One screen of the office: a connection of its own that is kept open, as a browser keeps it. */
export class Screen {
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #base: string;
  #token: string | null;

  constructor(base: string, token: string | null = null) {
    this.#base = base;
    this.#token = token;
  }

  get<T>(path: string): Promise<T> {
    return this.#send<T>('GET', path);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.#send<T>('POST', path, body);
  }

  close(): void {
    this.#agent.destroy();
  }

  #send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const ask = request(
        `${this.#base}/api${path}`,
        {
          method,
          agent: this.#agent,
          headers: {
            ...(payload && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(payload),
            }),
            ...(this.#token && { authorization: `Bearer ${this.#token}` }),
          },
        },
        response => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('end', () => {
            if (response.statusCode === 200) resolve(JSON.parse(text) as T);
            else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
          });
        },
      );
      ask.on('error', reject);
      ask.end(payload);
    });
  }
}

export async function signIn(served: Served, name: string = people.admin): Promise<Screen> {
  const guest = new Screen(served.staffUrl);
  const names = await guest.get<{ id: string; name: string }[]>('/staff/names');
  const staffId = names.find(one => one.name === name)!.id;
  const { token } = await guest.post<{ token: string }>('/sessions', { staffId, pin: testPin });
  guest.close();
  return new Screen(served.staffUrl, token);
}

/** How long each of the calls took, one after the other, after a few that warm up. */
export async function timesOf(count: number, call: (at: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const warmUp = Math.min(50, count);
  for (let at = 0; at < count + warmUp; at++) {
    const began = performance.now();
    await call(at);
    if (at >= warmUp) times.push(performance.now() - began);
  }
  return times;
}

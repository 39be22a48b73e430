/**
 * A station in a process of its own, as an office runs it: asked over its loopback doors, killed in the middle of a
 * step, and started again on the same data and addresses. Knows no test runner.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import type { OfficeProfile } from '../../src-main/profile/schema.ts';
import type { Role } from '../../src-main/staff/schema.ts';
import { people, testPin } from '../seeds/office.ts';

const root = join(import.meta.dirname, '..', '..');
const patienceMs = 20_000;

export interface Answer<T> {
  status: number;
  body: T;
}

export interface Ask {
  method?: string;
  body?: unknown;
  /** Of an officer signed in; without one the screen has nobody. */
  token?: string;
  /** The door; the staff screens' unless said otherwise. */
  door?: 'kiosk' | 'staff';
}

export interface ServeOptions {
  demo?: boolean;
  /** Folder of the built screens; `dist/renderer` unless the runner built its own. */
  screens?: string;
  /** Kept when the station is stopped; a temporary one is removed with `end()`. */
  dataDir?: string;
}

export class ServedStation {
  readonly dataDir: string;
  readonly port: number;
  /** What the process said on both streams, for a test that failed. */
  said = '';
  #child: ChildProcess | null = null;
  #options: ServeOptions;
  #temporary: boolean;

  private constructor(port: number, options: ServeOptions) {
    this.port = port;
    this.#options = options;
    this.#temporary = options.dataDir === undefined;
    this.dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'loket-served-'));
  }

  static async open(options: ServeOptions = {}): Promise<ServedStation> {
    const station = new ServedStation(await freePort(), options);
    await station.start();
    return station;
  }

  get kioskUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get staffUrl(): string {
    return `http://127.0.0.1:${this.port + 1}`;
  }

  get running(): boolean {
    return this.#child !== null;
  }

  /** Starts the process, or starts it again, on the same data and addresses; ready when it printed them. */
  async start(): Promise<void> {
    const screens = this.#options.screens ?? process.env.LOKET_SCREENS ?? join(root, 'dist', 'renderer');
    const args = ['--port', String(this.port), '--data', this.dataDir, '--screens', screens];
    if (this.#options.demo) args.push('--demo');
    const child = spawn(process.execPath, [join(root, 'src-main', 'serve.ts'), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.once('exit', () => {
      if (this.#child === child) this.#child = null;
    });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`the station said nothing in time: ${this.said}`)),
        patienceMs,
      );
      const hear = (chunk: Buffer) => {
        this.said += chunk.toString();
        if (!this.said.includes(`${this.staffUrl}/`)) return;
        clearTimeout(timer);
        resolve();
      };
      this.said = '';
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', code => {
        clearTimeout(timer);
        reject(new Error(`the station ended with ${code} before it was ready: ${this.said}`));
      });
    });
  }

  /** Pulls the plug: the process gets no chance to finish anything. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends the process as closing the program does. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Stops the process as a frozen one; `thaw` lets it go on. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Kills the process and removes its temporary data. */
  async end(): Promise<void> {
    await this.kill();
    if (this.#temporary) rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    this.#child = null;
  }

  /** @throws when no answer came, as it does while the process is down. */
  async ask<T = unknown>(
    path: string,
    { method, body, token, door = 'staff' }: Ask = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${door === 'kiosk' ? this.kioskUrl : this.staffUrl}/api${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  /** First start over HTTP: the default office, its head, and one member of staff for each role. */
  async setUp(options: { places?: number; profile?: Partial<OfficeProfile> } = {}): Promise<void> {
    const places = options.places ?? 12;
    const done = await this.ask('/setup', {
      body: {
        office: defaultProfile.office,
        head: { name: people.admin, pin: testPin },
        lockers: places,
        pockets: places,
        printer: { kind: 'none' },
      },
    });
    if (done.status !== 200) throw new Error(`set-up was refused: ${JSON.stringify(done.body)}`);
    const token = await this.signIn('admin');
    for (const role of ['front', 'librarian', 'supervisor', 'viewer'] as const)
      await this.ask('/staff', { body: { name: people[role], role, pin: testPin }, token });
    if (options.profile)
      await this.ask('/profile', { method: 'PUT', body: { ...defaultProfile, ...options.profile }, token });
  }

  /** @returns the session's token. */
  async signIn(role: Role): Promise<string> {
    const names = await this.ask<{ id: string; role: Role; pin: string | null }[]>('/staff/names');
    const person = names.body.find(one => one.role === role);
    if (!person) throw new Error(`this office has nobody in the role ${role}`);
    const session = await this.ask<{ token: string }>('/sessions', {
      body: { staffId: person.id, pin: person.pin ?? testPin },
    });
    return session.body.token;
  }
}

/** A free port whose neighbour is free too, below the range that outgoing connections take theirs from. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 12_000 + 2 * Math.floor(Math.random() * 9_000);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** People at the screens of headquarters: set up with password and phone, signed in, asking as the screens do. */
import { TOTP, Secret } from 'otpauth';
import type { Role } from '../../src-central/access.ts';
import { inviteAdmin } from '../../src-central/accounts/store.ts';
import type { Central } from '../../src-central/central.ts';
import { openTestCentral, type Kind, type TestCentral } from './central.ts';

export const password = 'kata sandi yang panjang';

/** What the answers of several routes have. */
export interface Body {
  code: string;
  details: Record<string, unknown>;
  rows: Record<string, string>[];
  next: string | null;
  token: string;
  person: { account: string; email: string; session: string; role: Role };
  recoveryCodes: string[];
  secret: string;
  uri: string;
  begun: boolean;
  offices: { office: string }[];
}

export interface Said<T = Body> {
  status: number;
  body: T;
  headers: Headers;
  bytes: Buffer;
}

/** The app on somebody's phone. */
export const phoneCode = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

export class Headquarters {
  readonly test: TestCentral;
  #now: number;

  private constructor(test: TestCentral, now: number) {
    this.test = test;
    this.#now = now;
  }

  /** With a clock that stands until it is moved. */
  static async open(kind: Kind, at = new Date().toISOString()): Promise<Headquarters> {
    const clock: { of: Headquarters | null } = { of: null };
    const start = Date.parse(at);
    const test = await openTestCentral(kind, {
      overrides: { now: () => new Date(clock.of ? clock.of.#now : start) },
    });
    clock.of = new Headquarters(test, start);
    return clock.of;
  }

  get central(): Central {
    return this.test.central;
  }

  get now(): Date {
    return new Date(this.#now);
  }

  pass(minutes: number): void {
    this.#now += minutes * 60_000;
  }

  /** What a screen asks. @param token of nobody when left out. */
  async ask<T = Body>(method: string, path: string, body?: unknown, token?: string): Promise<Said<T>> {
    const response = await this.test.ask(`/api/hq${path}`, {
      method,
      headers: {
        'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('application/json');
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      body: (isJson ? JSON.parse(bytes.toString()) : bytes.toString()) as T,
    };
  }

  /** Uses a one-time code, as the person does who got it. */
  async setUp(code: string, first?: { email: string; name: string }): Promise<Person> {
    const { body: invited } = await this.ask('POST', '/invitations/read', { code });
    const { status, body } = await this.ask('POST', '/invitations/accept', {
      code,
      password,
      phoneCode: phoneCode(invited.secret, this.now),
      first,
    });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return new Person(this, body.token, {
      ...body.person,
      secret: invited.secret,
      codes: body.recoveryCodes,
    });
  }

  async admin(email = 'sri@bps.example'): Promise<Person> {
    return this.setUp(await inviteAdmin(this.central, 'test'), { email, name: 'Sri Wahyuni' });
  }

  /** Added by an administrator, and set up. */
  async person(admin: Person, role: Role, email = `${role}@bps.example`): Promise<Person> {
    const { body } = await admin.ask('POST', '/accounts', { email, name: `Petugas ${role}`, role });
    return this.setUp(body.code);
  }
}

export class Person {
  readonly #at: Headquarters;
  token: string;
  readonly account: string;
  readonly email: string;
  readonly secret: string;
  readonly recoveryCodes: string[];
  session: string;

  constructor(
    at: Headquarters,
    token: string,
    about: { account: string; email: string; session: string; secret: string; codes: string[] },
  ) {
    this.#at = at;
    this.token = token;
    this.account = about.account;
    this.email = about.email;
    this.session = about.session;
    this.secret = about.secret;
    this.recoveryCodes = about.codes;
  }

  ask<T = Body>(method: string, path: string, body?: unknown): Promise<Said<T>> {
    return this.#at.ask<T>(method, path, body, this.token);
  }

  /** The code that the phone shows now. */
  get code(): string {
    return phoneCode(this.secret, this.#at.now);
  }

  /** Signs in on another browser. */
  signIn(typed: { password?: string; code?: string } = {}): Promise<Said> {
    return this.#at.ask('POST', '/sessions', { email: this.email, password, code: this.code, ...typed });
  }
}

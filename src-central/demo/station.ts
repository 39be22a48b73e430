/** A station with nothing behind it: it enrols, says hello and hands batches in, as docs/sync-protocol.md has it. */
import { generateKeyPairSync } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Central } from '../central.ts';
import { takeConsents } from '../consents/list-store.ts';
import { readPage } from '../feeds/store.ts';
import { takeBatch, type Sender } from '../intake/batches.ts';
import { digests } from '../intake/store.ts';
import { hello } from '../stations/hello.ts';
import { enrol } from '../stations/store.ts';
import {
  digestOf,
  firstChain,
  keyId,
  limits,
  packBatch,
  packConsents,
  rowHash,
  signed,
  signWith,
} from '../wire/rules.ts';
import type { ConsentPerson } from '../wire/consent-schema.ts';
import type { Hello, PageEnd, PageHeader, ScopeState } from '../wire/schema.ts';
import { upTable, wireSchema } from '../wire/tables-schema.ts';
import type { DemoRow } from './rules.ts';

export class DemoStation {
  readonly #office: string;
  readonly #device: string;
  readonly #publicKey: string;
  readonly #secret: string;
  readonly #epoch = uuid();
  #chain: Buffer;
  #no = 0;
  /** Where it stands in its feeds. */
  #scopes: ScopeState[] = [];
  /** Of every row that was sent: the table, and the hash. */
  readonly #hashes = new Map<string, string[]>();

  private constructor(office: string, device: string, keys: { publicKey: string; secret: string }) {
    this.#office = office;
    this.#device = device;
    this.#publicKey = keys.publicKey;
    this.#secret = keys.secret;
    this.#chain = firstChain(device, this.#epoch);
  }

  static async enrol(central: Central, code: string, app: string): Promise<DemoStation> {
    const signing = generateKeyPairSync('ed25519');
    const publicKey = signing.publicKey.export({ format: 'jwk' }).x!;
    const secret = signing.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const message = {
      code,
      public_key: publicKey,
      box_key: generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' }).x!,
      machine: { name: 'LOKET-1', os: 'Windows 11', app },
    };
    const bytes = Buffer.from(JSON.stringify(message));
    const { office, device } = await enrol(central, message, bytes, signWith(secret, signed.enrol(bytes)));
    return new DemoStation(office, device, { publicKey, secret });
  }

  async greet(central: Central, about: Pick<Hello, 'app' | 'backlog' | 'health' | 'clock'>): Promise<void> {
    const message: Hello = {
      proto: 1,
      device: this.#device,
      office: this.#office,
      key: keyId(this.#publicKey),
      schema: wireSchema,
      epochs: [
        {
          epoch: this.#epoch,
          parent: null,
          parent_no: null,
          reason: 'first',
          no: this.#no,
          chain: this.#chain.toString('hex'),
        },
      ],
      scopes: this.#scopes,
      ...about,
    };
    const bytes = Buffer.from(JSON.stringify(message));
    const signature = signWith(this.#secret, signed.hello('demo', bytes));
    await hello(central, message, bytes, { nonce: 'demo', signature });
  }

  /** One batch, signed and chained to the one before it. */
  async send(central: Central, rows: DemoRow[]): Promise<void> {
    const header = {
      proto: 1 as const,
      schema: wireSchema,
      office: this.#office,
      device: this.#device,
      epoch: this.#epoch,
      no: this.#no + 1,
      prev: this.#chain.toString('hex'),
      rows: rows.length,
      first_seq: 1,
      last_seq: rows.length,
    };
    const { body, chain } = packBatch(
      header,
      rows.map(row => JSON.stringify(row)),
    );
    const signature = signWith(this.#secret, signed.batch(chain));
    await takeBatch(central, this.#sender(), {
      epoch: this.#epoch,
      no: header.no,
      body,
      signature,
      digest: null,
    });
    this.#no = header.no;
    this.#chain = chain;
    for (const { t, id, d } of rows) {
      if (!upTable(t)) continue;
      const hashes = this.#hashes.get(t) ?? [];
      hashes.push(rowHash(t, id, d));
      this.#hashes.set(t, hashes);
    }
  }

  /** The list of those who agreed to be invited (M14), whose ids begin with the same digit. */
  async sendConsents(central: Central, people: ConsentPerson[]): Promise<void> {
    const part = people[0]!.id[0]!;
    const body = packConsents({ no: 1, people });
    const signature = signWith(this.#secret, signed.consents('skd', part, body));
    await takeConsents(central, this.#sender(), { purpose: 'skd', part, body, signature });
  }

  #sender(): Sender {
    return {
      office: this.#office,
      device: this.#device,
      keyId: keyId(this.#publicKey),
      publicKey: this.#publicKey,
    };
  }

  /** Reads its feeds to their end; what is in them goes nowhere. */
  async takeIn(central: Central): Promise<void> {
    const fromStart = { epoch: null, after: 0, chain: null, bytes: limits.pageBytes };
    this.#scopes = [];
    for (const scope of ['global', `office:${this.#office}`]) {
      const lines = (await readPage(central.db, scope, fromStart)).trimEnd().split('\n');
      const { epoch, to } = JSON.parse(lines[0]!) as PageHeader;
      const { chain } = JSON.parse(lines.at(-1)!) as PageEnd;
      this.#scopes.push({ scope, epoch, pos: to, chain });
    }
  }

  /** How many tables are not the same here and at headquarters (docs/sync-protocol.md §10). */
  async compare(central: Central): Promise<number> {
    const { tables } = await digests(central.db, this.#office);
    return tables.filter(({ table, rows, sum }) => {
      const own = digestOf(this.#hashes.get(table) ?? []);
      return own.rows !== rows || own.sum !== sum;
    }).length;
  }
}

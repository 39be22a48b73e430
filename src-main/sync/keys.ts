/**
 * The station's own keys: Ed25519 to sign, X25519 to be written to. Made here, never sent, kept in one file that only
 * this account can read; Electron's safe storage is put around it where there is one.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyId } from '../../src-central/wire/rules.ts';

/** What the operating system puts around a secret. */
export interface Vault {
  close(text: string): Buffer;
  open(bytes: Buffer): string;
}

const plainly: Vault = { close: text => Buffer.from(text), open: bytes => bytes.toString() };

export interface Keys {
  /** PEM. */
  sign: string;
  box: string;
  /** base64url of 32 bytes. */
  publicKey: string;
  boxKey: string;
  id: string;
}

const braceByte = 0x7b;

export class KeyFile {
  #file: string;
  #vault: Vault;
  #read: Keys | null = null;

  constructor(dataDir: string, vault: Vault = plainly) {
    this.#file = join(dataDir, 'station.key');
    this.#vault = vault;
  }

  /** @returns null when there are none, or the disk has damaged them. */
  read(): Keys | null {
    this.#read ??= this.#open(this.#file);
    return this.#read;
  }

  /** Keys that headquarters does not know yet. Asked for again they are the same: the answer may have been lost. */
  prepare(): Keys {
    const prepared = this.#open(this.#next);
    if (prepared) return prepared;
    const text = JSON.stringify({ sign: pemOf('ed25519'), box: pemOf('x25519') });
    // On the disk before headquarters hears of it: a power cut would leave an empty file, and a station without keys.
    writeFileSync(`${this.#next}.part`, this.#vault.close(text), { mode: 0o600, flush: true });
    renameSync(`${this.#next}.part`, this.#next);
    return keysOf(text);
  }

  /** Headquarters knows the prepared keys: from now on they are the keys. */
  adopt(): void {
    if (existsSync(this.#next)) renameSync(this.#next, this.#file);
    this.#read = null;
  }

  /** An enrolment that headquarters refused leaves nothing behind. */
  discard(): void {
    rmSync(this.#next, { force: true });
  }

  get #next(): string {
    return `${this.#file}.next`;
  }

  #open(file: string): Keys | null {
    if (!existsSync(file)) return null;
    const bytes = readFileSync(file);
    try {
      // Written without a vault: the program ran where there was none.
      return keysOf(bytes[0] === braceByte ? bytes.toString() : this.#vault.open(bytes));
    } catch {
      return null;
    }
  }
}

function keysOf(text: string): Keys {
  const { sign, box } = JSON.parse(text) as { sign: string; box: string };
  const publicKey = publicOf(createPrivateKey(sign));
  return { sign, box, publicKey, boxKey: publicOf(createPrivateKey(box)), id: keyId(publicKey) };
}

function pemOf(kind: 'ed25519' | 'x25519'): string {
  const { privateKey } = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

const publicOf = (key: KeyObject): string => createPublicKey(key).export({ format: 'jwk' }).x!;

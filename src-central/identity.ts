/**
 * Headquarters' own keys, in a file outside the database: a database restored to last week still knows the stations
 * that were enrolled since, by the certificates that were signed with them.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSignedBy, signed, signWith } from './wire/rules.ts';
import { Certificate } from './wire/schema.ts';

export const identityFile = 'identity.json';

interface Keys {
  /** PEM of an Ed25519 and an X25519 private key. */
  signing: string;
  box: string;
}

export class Identity {
  readonly publicKey: string;
  readonly boxKey: string;
  /** Opens what was sealed to headquarters. */
  readonly boxSecret: string;
  readonly #signing: string;
  readonly #sealing: Buffer;

  /** Reads the keys of this folder, and makes them the first time. */
  constructor(dataDir: string) {
    const file = join(dataDir, identityFile);
    if (!existsSync(file)) writeFileSync(file, JSON.stringify(newKeys()), { mode: 0o600, flush: true });
    const keys = JSON.parse(readFileSync(file, 'utf8')) as Keys;
    this.#signing = keys.signing;
    this.#sealing = Buffer.from(hkdfSync('sha256', keys.signing, '', 'secrets in the database', 32));
    this.boxSecret = keys.box;
    this.publicKey = publicOf(keys.signing);
    this.boxKey = publicOf(keys.box);
  }

  certify(device: Certificate): { text: string; signature: string } {
    const text = JSON.stringify(device);
    return { text, signature: signWith(this.#signing, signed.certificate(text)) };
  }

  /** @returns null when this certificate was not signed here. */
  read({ text, signature }: { text: string; signature: string }): Certificate | null {
    if (!isSignedBy(this.publicKey, signed.certificate(text), signature)) return null;
    const certificate = Certificate.safeParse(JSON.parse(text));
    return certificate.success ? certificate.data : null;
  }

  /** For a secret in the database, which a copy of the database alone must not give away. */
  seal(secret: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, nonce);
    return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  unseal(sealed: Uint8Array): string {
    const bytes = Buffer.from(sealed);
    const opener = createDecipheriv('aes-256-gcm', this.#sealing, bytes.subarray(0, 12));
    opener.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([opener.update(bytes.subarray(12, -16)), opener.final()]).toString('utf8');
  }

  signProfile(profile: string): string {
    return signWith(this.#signing, signed.profile(profile));
  }
}

function newKeys(): Keys {
  const pem = { type: 'pkcs8', format: 'pem' } as const;
  return {
    signing: generateKeyPairSync('ed25519').privateKey.export(pem) as string,
    box: generateKeyPairSync('x25519').privateKey.export(pem) as string,
  };
}

function publicOf(pem: string): string {
  return createPublicKey(createPrivateKey(pem)).export({ format: 'jwk' }).x!;
}

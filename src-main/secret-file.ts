/** A secret of the office in a file that only its user may read: never in the database, its copies or the log. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export class SecretFile {
  #path: string;

  constructor(dataDir: string, name: string) {
    this.#path = join(dataDir, name);
  }

  read(): string | null {
    return existsSync(this.#path) ? readFileSync(this.#path, 'utf8').trim() || null : null;
  }

  write(secret: string): void {
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    writeFileSync(this.#path, `${secret}\n`, { mode: 0o600 });
    chmodSync(this.#path, 0o600);
  }

  remove(): void {
    rmSync(this.#path, { force: true });
  }
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import tls from 'node:tls';
import { onTestFinished } from 'vitest';
import { temporaryDir } from './station.ts';

/** A certificate for 127.0.0.1 that nobody has signed but itself. */
export function selfSigned(): { key: string; cert: string } {
  const dir = temporaryDir();
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'key.pem'];
  execFileSync('openssl', ['req', '-x509', ...key, ...subject, '-days', '2', '-out', 'cert.pem'], {
    cwd: dir,
    stdio: 'pipe',
  });
  const read = (name: string) => readFileSync(join(dir, name), 'utf8');
  return { key: read('key.pem'), cert: read('cert.pem') };
}

/** As if the office had installed it, until the test ends. */
export function trust(cert: string): void {
  const usual = tls.getCACertificates('default');
  onTestFinished(() => tls.setDefaultCACertificates(usual));
  tls.setDefaultCACertificates([...usual, cert]);
}

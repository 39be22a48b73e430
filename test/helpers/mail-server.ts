/** A real mail server on this machine, for letters that a station sends; it refuses and fails as it is told. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Letter {
  to: string;
  /** It came over TLS. */
  secure: boolean;
  raw: string;
}

export interface Mailbox {
  port: number;
  letters: Letter[];
  /** How often somebody gave a name and password. */
  logins: number;
  /** What the server says to the next letters: a code, or nothing to take them. */
  refuseWith: number | null;
  close(): Promise<void>;
}

export const mailUser = 'pst@contoh.id';
export const mailPassword = 'rahasia-sekali-42';

export interface MailServerOptions {
  auth?: boolean;
  /** With it the server talks TLS from the first byte, or offers it; without it, never. */
  tls?: { key: string; cert: string; from: 'first-byte' | 'starttls' };
}

/** Knows no test runner; whoever starts it closes it. */
export async function startMailServer({ auth, tls }: MailServerOptions = {}): Promise<Mailbox> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: !auth,
    allowInsecureAuth: !tls,
    ...(tls && { key: tls.key, cert: tls.cert, secure: tls.from === 'first-byte' }),
    disabledCommands: tls ? [] : ['STARTTLS'],
    logger: false,
    onAuth: ({ username, password }, _session, done) => {
      box.logins += 1;
      if (username === mailUser && password === mailPassword) done(null, { user: username });
      else done(Object.assign(new Error(`Invalid login for ${username}`), { responseCode: 535 }));
    },
    onRcptTo: (address, _session, done) =>
      box.refuseWith === null
        ? done()
        : done(
            Object.assign(new Error(`<${address.address}> is not welcome`), { responseCode: box.refuseWith }),
          ),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push({
          secure: session.secure,
          to: session.envelope.rcptTo.map(one => one.address).join(),
          raw: Buffer.concat(chunks).toString('latin1'),
        });
        done();
      });
    },
  });
  // Such as a client that does not believe the certificate and hangs up.
  server.on('error', () => {});
  const box: Mailbox = {
    port: 0,
    letters,
    logins: 0,
    refuseWith: null,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
  box.port = (server.server.address() as AddressInfo).port;
  return box;
}

/** The attachment of a letter, decoded. */
export function attachmentOf(letter: Letter): Buffer {
  const part = letter.raw.split(/^--.*$/m).find(one => one.includes('application/pdf'))!;
  return Buffer.from(part.slice(part.indexOf('\r\n\r\n')).replaceAll(/\s/g, ''), 'base64');
}

/** A real mail server on this machine, for letters that a station sends; it refuses and fails as it is told. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Letter {
  to: string;
  raw: string;
}

export interface Mailbox {
  port: number;
  letters: Letter[];
  /** What the server says to the next letters: a code, or nothing to take them. */
  refuseWith: number | null;
  close(): Promise<void>;
}

export const mailUser = 'pst@contoh.id';
export const mailPassword = 'rahasia-sekali-42';

/** Knows no test runner; whoever starts it closes it. */
export async function startMailServer(options: { auth?: boolean } = {}): Promise<Mailbox> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: !options.auth,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === mailUser && password === mailPassword
        ? done(null, { user: username })
        : done(Object.assign(new Error(`Invalid login for ${username}`), { responseCode: 535 })),
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
          to: session.envelope.rcptTo.map(one => one.address).join(),
          raw: Buffer.concat(chunks).toString('latin1'),
        });
        done();
      });
    },
  });
  const box: Mailbox = {
    port: 0,
    letters,
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

import { onTestFinished } from 'vitest';
import { startMailServer, type Mailbox, type MailServerOptions } from './mail-server.ts';

/** A mail server that ends with its test. */
export async function openMailbox(options: MailServerOptions = {}): Promise<Mailbox> {
  const box = await startMailServer(options);
  onTestFinished(() => box.close());
  return box;
}

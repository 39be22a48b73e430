import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pino } from 'pino';
import { selfSigned, trust } from '../../test/helpers/certificate.ts';
import { attachmentOf, mailPassword, mailUser } from '../../test/helpers/mail-server.ts';
import { openMailbox } from '../../test/helpers/mailbox.ts';
import { jpegScan, pdfScan } from '../../test/helpers/scans.ts';
import { openSoftcopyOffice, type Softcopy } from '../../test/helpers/softcopy-office.ts';
import { openTestOffice } from '../../test/helpers/station.ts';

const address = 'siti.aminah@contoh.id';

type Office = Awaited<ReturnType<typeof openSoftcopyOffice>>;

async function readyToSend(office: Office, bytes?: Buffer): Promise<string> {
  const id = await office.begin();
  await office.scan(bytes ? '1.jpg' : '1.pdf', bytes ?? (await pdfScan(3)));
  await office.librarian.post(`/softcopies/${id}/files`, { names: [bytes ? '1.jpg' : '1.pdf'] });
  return id;
}

test('a letter brings the whole PDF, and the address is gone once it is sent', async () => {
  const mailbox = await openMailbox();
  const office = await openSoftcopyOffice({ mailbox });
  const id = await readyToSend(office);
  expect((await office.deliver(id, { way: 'email', address })).status).toBe(200);
  await office.station.softcopies.mailer.settled();
  expect(mailbox.letters).toHaveLength(1);
  const [letter] = mailbox.letters;
  expect(letter!.to).toBe(address);
  expect(letter!.raw).toContain('filename=Dharmasraya-Dalam-Angka-2023.pdf');
  expect(attachmentOf(letter!)).toEqual(readFileSync(join(office.dataDir, 'softcopies', id, 'softcopy.pdf')));
  expect((await office.look(id)).deliveries).toMatchObject([{ way: 'email', state: 'delivered', tries: 1 }]);
  expect(await addressesIn(office)).toEqual([]);
  const journal = await office.station.db.selectFrom('journal').select('data').execute();
  expect(journal.map(row => row.data).join()).not.toContain('contoh.id');
});

async function addressesIn(office: Office): Promise<(string | null)[]> {
  const rows = await office.station.db
    .selectFrom('delivery')
    .select('address')
    .where('address', 'is not', null)
    .execute();
  return rows.map(row => row.address);
}

test('a mail server that is away is tried again with growing pauses, and the letter arrives once', async () => {
  const mailbox = await openMailbox();
  const office = await openSoftcopyOffice({ mailbox });
  const { mailer } = office.station.softcopies;
  const id = await readyToSend(office);
  mailbox.refuseWith = 451;
  await office.deliver(id, { way: 'email', address });
  await mailer.settled();
  for (const [minutes, tries] of [
    [0.9, 1],
    [0.2, 2],
    [4, 2],
    [1.1, 3],
  ] as const) {
    office.clock.pass(minutes * 60_000);
    mailer.wake();
    await mailer.settled();
    expect((await office.look(id)).deliveries).toMatchObject([
      { state: 'queued', tries, problem: 'mail-451' },
    ]);
  }
  mailbox.refuseWith = null;
  office.clock.pass(15 * 60_000);
  mailer.wake();
  await mailer.settled();
  expect((await office.look(id)).deliveries).toMatchObject([{ state: 'delivered', tries: 4 }]);
  expect(mailbox.letters).toHaveLength(1);
});

test('a letter that was put off is tried at once when an officer asks for it, and once only', async () => {
  const mailbox = await openMailbox();
  mailbox.refuseWith = 451;
  const office = await openSoftcopyOffice({ mailbox });
  const { mailer } = office.station.softcopies;
  const id = await readyToSend(office);
  await office.deliver(id, { way: 'email', address });
  await mailer.settled();
  // Signed in anew each time: a day passes.
  const current = async () => (await (await office.as('librarian')).get<Softcopy[]>('/softcopies')).body;
  const [waiting] = await current();
  const [letter] = waiting!.deliveries;
  expect(letter).toMatchObject({ state: 'queued', tries: 1, problem: 'mail-451' });
  mailbox.refuseWith = null;
  const now = () => office.librarian.post<{ code?: string }>(`/deliveries/${letter!.id}/now`);
  expect((await now()).status).toBe(200);
  await mailer.settled();
  expect(mailbox.letters).toHaveLength(1);
  expect((await now()).body.code).toBe('softcopies.nothingWaits');

  // The day after, what is over is no longer in the list; what is not still is.
  const forgotten = await office.begin();
  expect((await current()).map(one => one.id)).toEqual([forgotten, id]);
  office.clock.pass(23 * 60 * 60_000);
  await office.station.softcopies.tidy();
  office.clock.pass(2 * 60 * 60_000);
  expect((await current()).map(one => one.id)).toEqual([forgotten, id]);
  await office.station.softcopies.tidy();
  expect(await current()).toEqual([]);
});

test('an address that the server refuses for good is given up at once and forgotten', async () => {
  const mailbox = await openMailbox();
  mailbox.refuseWith = 550;
  const office = await openSoftcopyOffice({ mailbox });
  const id = await readyToSend(office);
  await office.deliver(id, { way: 'email', address });
  await office.station.softcopies.mailer.settled();
  expect((await office.look(id)).deliveries).toMatchObject([{ state: 'failed', problem: 'mail-550' }]);
  expect(await addressesIn(office)).toEqual([]);
});

test('a letter that waits outlives the station, and goes when it is wiped', async () => {
  const mailbox = await openMailbox();
  mailbox.refuseWith = 451;
  const office = await openSoftcopyOffice({ mailbox });
  const id = await readyToSend(office);
  await office.deliver(id, { way: 'email', address });
  await office.station.softcopies.mailer.settled();
  await office.station.close();

  mailbox.refuseWith = null;
  const again = await openTestOffice({
    dataDir: office.dataDir,
    setUp: false,
    overrides: { clock: office.clock },
  });
  office.clock.pass(60_000);
  again.station.softcopies.mailer.wake();
  await again.station.softcopies.mailer.settled();
  expect(mailbox.letters).toHaveLength(1);

  mailbox.refuseWith = 451;
  const librarian = await again.as('librarian');
  await librarian.post(`/softcopies/${id}/deliveries`, { way: 'email', address });
  await again.station.softcopies.mailer.settled();
  office.clock.pass(25 * 60 * 60_000);
  await again.station.softcopies.tidy();
  const states = await again.station.db.selectFrom('delivery').select(['state', 'address']).execute();
  expect(states).toEqual([
    { state: 'delivered', address: null },
    { state: 'expired', address: null },
  ]);
});

test('a file above the limit goes as a link, or not at all where no phone can reach the station', async () => {
  const mailbox = await openMailbox();
  const office = await openSoftcopyOffice({ mailbox, softcopy: { mailLimitMb: 1 } });
  const id = await readyToSend(office, jpegScan(2_600, 3_600));
  expect((await office.look(id)).bytes).toBeGreaterThan(800_000);
  const refused = await office.deliver(id, { way: 'email', address });
  expect(refused.body.code).toBe('softcopies.tooLargeForMail');
  office.station.phoneUrl = 'http://192.168.1.10:4320';
  await office.deliver(id, { way: 'email', address });
  await office.station.softcopies.mailer.settled();
  const { raw } = mailbox.letters[0]!;
  expect(raw).not.toContain('application/pdf');
  expect(raw.replaceAll('=\r\n', '')).toMatch(/http:\/\/192\.168\.1\.10:4320\/D\/[0-9A-F]{32}/);
}, 60_000);

test('the password is in no database, log or answer, and a wrong one is tried again', async () => {
  const mailbox = await openMailbox({ auth: true });
  const said: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void said.push(line) });
  const mail = {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none' as const,
    user: mailUser,
    from: 'bps1311@bps.go.id',
  };
  const office = await openSoftcopyOffice({ mailbox, softcopy: { mail }, overrides: { log } });
  const supervisor = await office.as('supervisor');
  const path = '/softcopies/mail-password';
  expect((await office.librarian.send('PUT', path, { password: 'x' })).status).toBe(403);
  await supervisor.send('PUT', path, { password: 'salah-sekali-43' });
  const id = await readyToSend(office);
  await office.deliver(id, { way: 'email', address });
  await office.station.softcopies.mailer.settled();
  expect((await office.look(id)).deliveries).toMatchObject([{ state: 'queued', problem: 'mail-password' }]);
  await supervisor.send('PUT', path, { password: mailPassword });
  office.clock.pass(60_000);
  office.station.softcopies.mailer.wake();
  await office.station.softcopies.mailer.settled();
  expect(mailbox.letters).toHaveLength(1);
  expect((await supervisor.get(path)).body).toEqual({ present: true });
  const kept = readdirSync(office.dataDir)
    .filter(name => name.startsWith('loket.sqlite'))
    .map(name => readFileSync(join(office.dataDir, name)).toString('latin1'))
    .join();
  for (const secret of [mailPassword, 'salah-sekali-43']) expect(kept + said.join()).not.toContain(secret);
  expect(said.join()).not.toContain(address);
});

for (const [security, from] of [
  ['tls', 'first-byte'],
  ['starttls', 'starttls'],
] as const)
  test(`with ${security} neither letter nor password go to a server that nobody vouches for`, async () => {
    const certificate = selfSigned();
    const mailbox = await openMailbox({ auth: true, tls: { ...certificate, from } });
    const mail = { host: '127.0.0.1', port: mailbox.port, security, user: mailUser, from: 'pst@bps.go.id' };
    const office = await openSoftcopyOffice({ mailbox, softcopy: { mail } });
    const supervisor = await office.as('supervisor');
    await supervisor.send('PUT', '/softcopies/mail-password', { password: mailPassword });
    const { mailer } = office.station.softcopies;
    const id = await readyToSend(office);
    await office.deliver(id, { way: 'email', address });
    await mailer.settled();
    expect((await office.look(id)).deliveries).toMatchObject([{ state: 'queued', problem: 'mail-security' }]);
    expect([mailbox.letters, mailbox.logins]).toEqual([[], 0]);

    trust(certificate.cert);
    office.clock.pass(60_000);
    mailer.wake();
    await mailer.settled();
    expect((await office.look(id)).deliveries).toMatchObject([{ state: 'delivered', tries: 2 }]);
    expect(mailbox.letters).toMatchObject([{ to: address, secure: true }]);
  });

test('a server that has no TLS to offer gets nothing where TLS is asked for', async () => {
  const mailbox = await openMailbox();
  const mail = {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'starttls' as const,
    user: '',
    from: 'pst@bps.go.id',
  };
  const office = await openSoftcopyOffice({ mailbox, softcopy: { mail } });
  const id = await readyToSend(office);
  await office.deliver(id, { way: 'email', address });
  await office.station.softcopies.mailer.settled();
  expect((await office.look(id)).deliveries).toMatchObject([{ state: 'queued', problem: 'mail-security' }]);
  expect(mailbox.letters).toEqual([]);
});

test('an office without mail settings says so at once', async () => {
  const office = await openSoftcopyOffice();
  const id = await readyToSend(office);
  expect((await office.deliver(id, { way: 'email', address })).body.code).toBe('softcopies.noMail');
  expect((await office.deliver(id, { way: 'email', address: 'siti@' })).status).toBe(400);
});

import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../test/helpers/central.ts';
import { Headquarters, password, phoneCode } from '../../test/helpers/headquarters.ts';
import { inviteAdmin } from './store.ts';

describe.each(kinds)('people at headquarters on %s', kind => {
  test('the first administrator sets up password and phone with a code that is good once', async () => {
    const hq = await Headquarters.open(kind);
    expect((await hq.ask('GET', '/about')).body).toMatchObject({ begun: false, demo: false });
    const code = await inviteAdmin(hq.central, 'central');
    const { body: invited } = await hq.ask('POST', '/invitations/read', { code: code.toLowerCase() });
    expect(invited).toMatchObject({ email: null, name: null });
    expect(invited.uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/);

    const typed = { code, password, first: { email: 'Sri@BPS.example', name: 'Sri Wahyuni' } };
    const late = phoneCode(invited.secret, new Date(hq.now.getTime() - 120_000));
    expect(await hq.ask('POST', '/invitations/accept', { ...typed, phoneCode: late })).toMatchObject({
      status: 422,
      body: { code: 'accounts.phoneCode' },
    });
    const phone = phoneCode(invited.secret, hq.now);
    const short = { ...typed, password: 'pendek', phoneCode: phone };
    expect((await hq.ask('POST', '/invitations/accept', short)).body.code).toBe('request.invalid');

    const { body } = await hq.ask('POST', '/invitations/accept', { ...typed, phoneCode: phone });
    expect(body.person).toMatchObject({ email: 'sri@bps.example', role: 'admin' });
    expect(new Set(body.recoveryCodes).size).toBe(10);
    expect((await hq.ask('GET', '/accounts', undefined, body.token)).body.rows).toMatchObject([
      { email: 'sri@bps.example', role: 'admin', active: true, setUp: true },
    ]);
    expect((await hq.ask('GET', '/about')).body.begun).toBe(true);
    expect(await hq.ask('POST', '/invitations/read', { code })).toMatchObject({
      status: 403,
      body: { code: 'accounts.code' },
    });
  });

  test('a code ends after 48 hours, and when another is made', async () => {
    const hq = await Headquarters.open(kind);
    const first = await inviteAdmin(hq.central, 'central');
    const second = await inviteAdmin(hq.central, 'central');
    expect((await hq.ask('POST', '/invitations/read', { code: first })).status).toBe(403);
    expect((await hq.ask('POST', '/invitations/read', { code: second })).status).toBe(200);
    hq.pass(48 * 60);
    expect((await hq.ask('POST', '/invitations/read', { code: second })).status).toBe(403);
  });

  test('signing in takes e-mail, password and phone, and never says which was wrong', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    hq.pass(1);
    const refused = { status: 403, body: { code: 'accounts.wrong', details: {} } };
    expect(await admin.signIn({ password: 'bukan kata sandinya' })).toMatchObject(refused);
    expect(await admin.signIn({ code: '000000' })).toMatchObject(refused);
    const nobody = { email: 'nobody@bps.example', password, code: admin.code };
    expect(await hq.ask('POST', '/sessions', nobody)).toMatchObject(refused);
    hq.pass(1);
    expect((await admin.signIn()).body.person).toMatchObject({ account: admin.account, role: 'admin' });
  });

  test('a code of the phone is good once, also when two try at the same time', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    expect((await admin.signIn()).status, 'the code that set the phone up').toBe(403);
    hq.pass(1);
    const tries = await Promise.all([admin.signIn(), admin.signIn()]);
    expect(tries.filter(one => one.status === 200)).toHaveLength(1);
    // A clock that is half a minute slow is no reason to turn somebody away.
    hq.pass(2);
    const slow = phoneCode(admin.secret, new Date(hq.now.getTime() - 30_000));
    expect((await admin.signIn({ code: slow })).status).toBe(200);
    expect((await admin.signIn({ code: slow })).status).toBe(403);
  });

  test('a recovery code opens one session without the phone', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    const code = admin.recoveryCodes[3]!;
    expect((await admin.signIn({ code: code.replaceAll('-', ' ').toLowerCase() })).status).toBe(200);
    expect((await admin.signIn({ code })).status).toBe(403);
    expect((await admin.signIn({ code: admin.recoveryCodes[4]! })).status).toBe(200);
  });

  test('wrong tries make an e-mail wait longer each time, right ones too, and a day forgets them', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    hq.pass(1);
    const wrong = () => admin.signIn({ password: 'salah salah salah' });
    for (const _ of [1, 2, 3]) expect((await wrong()).status).toBe(403);
    const shut = await admin.signIn();
    expect(shut).toMatchObject({ status: 429, body: { details: { retry_after_s: 5 } } });
    expect(shut.headers.get('retry-after')).toBe('5');
    hq.pass(0.1);
    expect((await wrong()).status).toBe(403);
    expect((await wrong()).body.details).toEqual({ retry_after_s: 10 });
    hq.pass(0.1);
    expect((await admin.signIn()).status).toBe(429);
    hq.pass(1);
    expect((await admin.signIn()).status).toBe(200);
    for (const _ of [1, 2, 3]) expect((await wrong()).status, 'counted anew after a login').toBe(403);
    expect((await wrong()).status).toBe(429);
  });

  test('an address that guesses is shut out from every e-mail and from one-time codes', async () => {
    const hq = await Headquarters.open(kind);
    for (let at = 0; at < 20; at++)
      await hq.ask('POST', '/invitations/read', { code: `AAAA-BBBB-CCCC-${at}` });
    const code = await inviteAdmin(hq.central, 'central');
    expect(await hq.ask('POST', '/invitations/read', { code })).toMatchObject({
      status: 429,
      body: { code: 'accounts.wait' },
    });
    expect((await hq.ask('POST', '/sessions', { email: 'a@b.id', password: 'x', code: '1' })).status).toBe(
      429,
    );
  });

  test('a session ends after half an hour unused, after twelve hours, and when it is ended', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    const alive = async () => (await admin.ask('GET', '/sessions')).status;
    for (let minutes = 0; minutes < 700; minutes += 25) {
      expect(await alive(), `${minutes} minutes`).toBe(200);
      hq.pass(25);
    }
    hq.pass(25);
    expect(await alive(), 'after twelve hours').toBe(401);
    admin.token = (await admin.signIn()).body.token;
    hq.pass(31);
    expect(await alive(), 'unused').toBe(401);
    admin.token = (await admin.signIn()).body.token;
    expect((await admin.ask('DELETE', '/sessions/current')).status).toBe(200);
    expect(await alive(), 'signed out').toBe(401);
  });

  test('one sees and ends one’s own sessions; an administrator everybody’s', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    const viewer = await hq.person(admin, 'viewer');
    const { body } = await admin.ask('GET', '/sessions');
    expect(body.rows.map(one => one.email)).toEqual([viewer.email, admin.email]);
    expect(body).toMatchObject({ current: admin.session, rows: [{ browser: 'Firefox · Windows' }, {}] });
    expect((await viewer.ask('GET', '/sessions')).body.rows).toHaveLength(1);
    expect((await viewer.ask('DELETE', `/sessions/${admin.session}`)).status).toBe(404);
    expect((await admin.ask('DELETE', `/sessions/${viewer.session}`)).status).toBe(200);
    expect((await viewer.ask('GET', '/sessions')).status).toBe(401);
  });

  test('a dismissal and a new role hold at the next request; one administrator stays', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    const operator = await hq.person(admin, 'operator');
    const change = (id: string, what: object) => admin.ask('PATCH', `/accounts/${id}`, what);
    expect((await operator.ask('POST', '/audit', {})).status).toBe(200);
    await change(operator.account, { role: 'viewer' });
    expect((await operator.ask('POST', '/audit', {})).body.code).toBe('accounts.role');
    await change(operator.account, { active: false });
    expect((await operator.ask('GET', '/sessions')).status).toBe(401);
    hq.pass(1);
    expect((await operator.signIn()).status).toBe(403);
    expect((await admin.ask('POST', `/accounts/${operator.account}/code`)).status).toBe(404);
    for (const what of [{ active: false }, { role: 'viewer' }])
      expect((await change(admin.account, what)).body.code).toBe('accounts.lastAdmin');
    expect(
      (await admin.ask('POST', '/accounts', { email: admin.email, name: 'Lain', role: 'viewer' })).body.code,
    ).toBe('accounts.known');
  });

  test('who lost the phone sets up anew; until then the old one is good, afterwards nothing of it', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    const viewer = await hq.person(admin, 'viewer');
    const { body } = await admin.ask('POST', `/accounts/${viewer.account}/code`);
    expect((await viewer.ask('GET', '/sessions')).status).toBe(200);
    const again = await hq.setUp(body.code);
    expect(again.account).toBe(viewer.account);
    expect((await viewer.ask('GET', '/sessions')).status).toBe(401);
    hq.pass(1);
    expect((await viewer.signIn()).status, 'the old phone').toBe(403);
    expect((await viewer.signIn({ code: viewer.recoveryCodes[0]! })).status, 'an old recovery code').toBe(
      403,
    );
    expect((await again.signIn()).status).toBe(200);
  });

  test('neither the database nor the audit holds a password, token, code or secret of a phone', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    const open = await hq.person(admin, 'viewer');
    const { body: unused } = await admin.ask('POST', `/accounts/${open.account}/code`);
    const { rows } = await sql<{ text: string }>`
      SELECT (SELECT json_agg(a)::text FROM account a) || (SELECT json_agg(s)::text FROM account_session s)
        || (SELECT json_agg(i)::text FROM invitation i) || (SELECT json_agg(r)::text FROM recovery_code r)
        || (SELECT json_agg(d)::text FROM audit d) AS text`.execute(hq.central.db);
    const kept = rows[0]!.text;
    expect(kept).toContain(admin.email);
    for (const secret of [password, admin.token, admin.secret, ...admin.recoveryCodes, unused.code]) {
      expect(kept).not.toContain(secret);
      expect(kept).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  test('the audit tells who did what, newest first, a page at a time, searched by person and office', async () => {
    const hq = await Headquarters.open(kind);
    const admin = await hq.admin();
    for (let at = 0; at < 60; at++) {
      hq.pass(0.1);
      await admin.ask('POST', '/offices', { id: String(1_000 + at), name: `BPS Nomor ${at}` });
    }
    const { body } = await admin.ask('POST', '/audit', {});
    expect(body.rows).toHaveLength(50);
    expect(body.rows[0]).toMatchObject({ actor: admin.email, what: 'office.kept', office: '1059' });
    const { body: rest } = await admin.ask('POST', '/audit', { before: body.next });
    expect(rest.next).toBeNull();
    const whats = rest.rows.map(one => one.what);
    expect(whats.filter(what => what?.startsWith('account.'))).toEqual([
      'account.set-up',
      'account.added',
      'account.admin-offered',
    ]);
    const all = [...body.rows, ...rest.rows];
    expect(new Set(all.map(one => one.id)).size).toBe(all.length);
    expect(all.filter(one => one.what === 'office.kept')).toHaveLength(60);
    expect((await admin.ask('POST', '/audit', { office: '1007' })).body.rows).toHaveLength(1);
    expect((await admin.ask('POST', '/audit', { text: '100%' })).body.rows).toHaveLength(0);
    expect((await admin.ask('POST', '/audit', { before: 'yesterday|x' })).body.code).toBe('request.invalid');
  });
});

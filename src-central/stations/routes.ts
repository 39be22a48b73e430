import { Hono } from 'hono';
import type { Central } from '../central.ts';
import { problem, Problem } from '../problem.ts';
import { messageOf, op, stationOnly, type Env } from '../route.ts';
import { Enrol, EnrolAnswer, Hello, HelloAnswer, KeyAnswer, KeyChange, NonceAnswer } from '../wire/schema.ts';
import { comeBack, hello } from './hello.ts';
import { changeKey, enrol } from './store.ts';

export function stationRoutes(central: Central) {
  return new Hono<Env>()
    .post('/nonce', op('station.nonce', 'M1: a nonce for one hello', { gives: NonceAnswer }), c =>
      c.json({ nonce: central.nonces.make() } satisfies NonceAnswer),
    )
    .post(
      '/hello',
      op('station.hello', 'M2: say where both are', { takes: Hello, gives: HelloAnswer }),
      async c => {
        const address = c.env?.address ?? '';
        if (central.limits.isShut(address)) throw problem.sync.rate({ retry_after_s: 60 });
        const { bytes, message } = await messageOf(c, Hello);
        // Before anything is looked up: who is sent away costs nothing.
        const wait_s = central.limits.waitSeconds();
        if (wait_s !== null) return c.json(comeBack(central, wait_s));
        const nonce = c.req.header('nonce') ?? '';
        if (!central.nonces.use(nonce)) throw problem.sync.nonce();
        const signature = c.req.header('signature') ?? '';
        const { answer, publicKey } = await guarded(central, address, () =>
          hello(central, message, bytes, { nonce, signature }),
        );
        const { office, device, key } = message;
        const session = central.sessions.open({ office, device, keyId: key, publicKey });
        return c.json({ ...answer, session } satisfies HelloAnswer);
      },
    )
    .post(
      '/enrol',
      op('station.enrol', 'M11: become a station of an office', { takes: Enrol, gives: EnrolAnswer }),
      async c => {
        const address = c.env?.address ?? '';
        if (central.limits.isShut(address)) throw problem.enrol.wait({ retry_after_s: 60 });
        const { bytes, message } = await messageOf(c, Enrol);
        const signature = c.req.header('signature') ?? '';
        return c.json(await guarded(central, address, () => enrol(central, message, bytes, signature)));
      },
    )
    .post(
      '/key',
      op('station.key', 'M12: change the key', { takes: KeyChange, gives: KeyAnswer }),
      stationOnly(central),
      async c => {
        const { bytes, message } = await messageOf(c, KeyChange);
        const old = c.req.header('signature') ?? '';
        const fresh = c.req.header('signature-new') ?? '';
        return c.json(await changeKey(central, c.var.station, message, bytes, { old, fresh }));
      },
    );
}

const guesses = ['sync.signature', 'sync.unknown', 'enrol.code'];

/** Counts what an address gets wrong, so that codes and keys cannot be tried out. */
async function guarded<T>(central: Central, address: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && guesses.includes(error.body.code)) central.limits.fail(address);
    throw error;
  }
}

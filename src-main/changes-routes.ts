import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { changesAfter, type Change } from './changes.ts';
import { lastSeq } from './journal/store.ts';
import { isSetUp } from './profile/store.ts';
import { op, type DoorEnv } from './route.ts';
import type { Station } from './station.ts';

/** A visitor's screen hears of what it shows, and of nothing else. */
const kioskTopics = new Set(['profile', 'setup']);
const heartbeatMs = 20_000;

export function changesRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .get('/health', op('health.read', 'Is the station there, and is it set up'), async c => {
      return c.json({
        ok: true,
        version: station.version,
        demo: station.demo,
        setUp: await isSetUp(station.db),
        boot: station.clock.boot,
      });
    })
    .get(
      '/changes',
      op('changes.follow', 'Live: which slices changed. Replays after Last-Event-ID, then follows'),
      c => {
        const kiosk = c.env.door === 'kiosk';
        const resumeFrom = Number(c.req.header('last-event-id'));
        return streamSSE(c, async stream => {
          const waiting: Change[] = [];
          let wake = () => {};
          const unsubscribe = station.changes.subscribe(change => {
            waiting.push(change);
            wake();
          });
          stream.onAbort(() => {
            unsubscribe();
            wake();
          });
          const send = async (change: Change) => {
            const topics = kiosk ? change.topics.filter(topic => kioskTopics.has(topic)) : change.topics;
            if (topics.length > 0)
              await stream.writeSSE({
                event: 'change',
                id: String(change.seq),
                data: JSON.stringify({ topics }),
              });
          };
          const missed = resumeFrom > 0 ? await changesAfter(station.db, resumeFrom) : null;
          if (missed) await send(missed);
          else await stream.writeSSE({ event: 'hello', id: String(await lastSeq(station.db)), data: '{}' });
          while (!stream.aborted) {
            while (waiting.length > 0) await send(waiting.shift()!);
            const timedOut = await new Promise<boolean>(resolve => {
              const timer = setTimeout(() => resolve(true), heartbeatMs);
              wake = () => {
                clearTimeout(timer);
                resolve(false);
              };
              if (waiting.length > 0 || stream.aborted) wake();
            });
            if (timedOut) await stream.writeSSE({ event: 'beat', data: '' });
          }
        });
      },
    );
}

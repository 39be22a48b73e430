import { Hono } from 'hono';
import { write, type Tx } from '../database/write.ts';
import { pictureOf } from '../devices/picture.ts';
import { cancelPrintsOf } from '../devices/store.ts';
import { listOpenCalls } from '../help/store.ts';
import { listVisitJournal } from '../journal/store.ts';
import { problem } from '../problem.ts';
import { isSetUp } from '../profile/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { lookAtVisitor } from '../visitors/store.ts';
import { readBoard, readVisit, searchVisits } from './board-store.ts';
import { enterAtCounter, signGuestbook } from './guestbook-store.ts';
import {
  BreachReason,
  CounterEntry,
  Forget,
  Guestbook,
  LeftReason,
  ServiceChange,
  VisitSearch,
} from './schema.ts';
import { addService, endService, mayChangeService, startService } from './services-store.ts';
import * as store from './store.ts';
import { readTicketPrint, ticketContent } from './ticket-store.ts';

export function visitRoutes(station: Station) {
  const inTx = <T>(c: { var: DoorEnv['Variables'] }, work: (tx: Tx) => Promise<T>) =>
    write(station, c.var.actor, work);
  const showNames = (c: { var: DoorEnv['Variables'] }) => c.var.caller !== 'viewer';
  return new Hono<DoorEnv>()
    .post('/visits', op('visits.sign', 'Sign the guestbook'), takes('json', Guestbook), async c => {
      if (!(await isSetUp(station.db))) throw problem.setup.needed();
      const form = c.req.valid('json');
      const visitorId = form.visitorToken ? station.recognition.visitorOf(form.visitorToken) : null;
      if (form.visitorToken && !visitorId) throw problem.visitors.notRecognised();
      return c.json(await inTx(c, tx => signGuestbook(tx, form, visitorId)));
    })
    .post(
      '/visits/forget',
      op('visits.forget', 'The visitor left the kiosk: empty their waiting prints'),
      takes('json', Forget),
      async c => {
        await inTx(c, tx => cancelPrintsOf(tx, c.req.valid('json').submissionId));
        return c.json({ ok: true });
      },
    )
    .get(
      '/visits/tickets/:submissionId',
      op('visits.sign', 'Whether the slip of a form that this kiosk handed in came out'),
      async c => c.json({ print: await readTicketPrint(station.db, c.req.param('submissionId')) }),
    )
    .get(
      '/visits/tickets/:submissionId/image',
      op('visits.sign', 'The same slip as it is printed, as a picture'),
      async c => {
        const content = await ticketContent(station.db, c.req.param('submissionId'), station.demo);
        return c.body(await pictureOf(station.db, content), 200, { 'content-type': 'image/png' });
      },
    )
    .get('/board', op('visits.board', 'Every open visit'), async c =>
      c.json({
        ...(await readBoard(station.db, station.clock, showNames(c))),
        helpCalls: await listOpenCalls(station.db),
        integrity: station.integrity,
      }),
    )
    .post(
      '/visits/search',
      op(
        'visits.read',
        'Visits of any day, newest first; a question in the body, because a name has no place in an address',
      ),
      takes('json', VisitSearch),
      async c => c.json(await searchVisits(station, c.req.valid('json'), showNames(c))),
    )
    .get('/visits/:id', op('visits.read', 'One visit'), async c =>
      c.json(await readVisit(station, c.req.param('id'), showNames(c))),
    )
    .get('/visits/:id/journal', op('visits.read', 'What happened to one visit'), async c =>
      c.json(await listVisitJournal(station.db, c.req.param('id'))),
    )
    .post(
      '/visits/enter',
      op('visits.enter', 'Enter a visit at the counter, now or afterwards'),
      takes('json', CounterEntry),
      async c => {
        const { id, number, code } = await inTx(c, tx => enterAtCounter(tx, c.req.valid('json')));
        return c.json({ id, number, code });
      },
    )
    .post('/visits/:id/serve', op('visits.serve', 'Begin to serve: the promise clock stops'), async c => {
      await inTx(c, tx => store.serveVisit(tx, c.req.param('id')));
      return c.json({ ok: true });
    })
    .post('/visits/:id/room', op('visits.serve', 'Into the room without card or locker'), async c => {
      await inTx(c, tx => store.enterRoom(tx, c.req.param('id')));
      return c.json({ ok: true });
    })
    .post('/visits/:id/leaving', op('visits.serve', 'The visitor is about to leave'), async c => {
      await inTx(c, tx => store.startLeaving(tx, c.req.param('id')));
      return c.json({ ok: true });
    })
    .post('/visits/:id/close', op('visits.serve', 'Close the visit'), async c => {
      await inTx(c, tx => store.closeVisit(tx, c.req.param('id')));
      return c.json({ ok: true });
    })
    .post(
      '/visits/:id/left',
      op('visits.serve', 'Left before being served'),
      takes('json', LeftReason),
      async c => {
        await inTx(c, tx => store.leaveUnserved(tx, c.req.param('id'), c.req.valid('json').reason));
        return c.json({ ok: true });
      },
    )
    .post('/visits/:id/undo', op('visits.undo', 'Take the last step back'), async c => {
      await inTx(c, tx => store.undoStep(tx, c.req.param('id')));
      return c.json({ ok: true });
    })
    .post(
      '/visits/:id/breach',
      op('visits.serve', 'Why the promise was missed'),
      takes('json', BreachReason),
      async c => {
        const { reason, note } = c.req.valid('json');
        await inTx(c, tx => store.giveBreachReason(tx, c.req.param('id'), reason, note || null));
        return c.json({ ok: true });
      },
    )
    .post(
      '/visits/:id/services',
      op('visits.serve', 'Add, start or end a service of the visit'),
      takes('json', ServiceChange),
      async c => {
        const { service, action, outcome } = c.req.valid('json');
        const visitId = c.req.param('id');
        await inTx(c, async tx => {
          await mayChangeService(tx, visitId, service);
          if (action === 'add') await addService(tx, visitId, service);
          else if (action === 'start') await startService(tx, visitId, service);
          else await endService(tx, visitId, service, outcome ?? 'given');
        });
        return c.json({ ok: true });
      },
    )
    .post('/visits/:id/look', op('visitors.look', 'Show phone and e-mail; the look is recorded'), async c => {
      const visitId = c.req.param('id');
      const looked = await inTx(c, async tx => {
        const visit = await store.visitFor(tx, visitId);
        if (!visit.visitor_id) throw problem.visitors.unknown();
        return lookAtVisitor(tx, visit.visitor_id, visitId);
      });
      return c.json(looked);
    });
}

import { Hono } from 'hono';
import { record, write } from '../database/write.ts';
import { demoPin } from '../demo/rules.ts';
import { officer, op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { Login, NewStaff, StaffChange, Unlock } from './schema.ts';
import { addStaff, changeStaff, hashPin, listStaff, listStaffToChoose, provePin } from './store.ts';

export function staffRoutes(station: Station) {
  return new Hono<DoorEnv>()
    .get('/staff/names', op('staff.choose', 'Who can sign in here', { whileLocked: true }), async c => {
      const staff = await listStaffToChoose(station.db);
      return c.json(staff.map(one => (station.demo ? { ...one, pin: demoPin } : { ...one, pin: null })));
    })
    .post('/sessions', op('session.open', 'Sign in with name and PIN'), takes('json', Login), async c => {
      const { staffId, pin } = c.req.valid('json');
      const staff = await provePin(station, c.var.actor, staffId, pin);
      await write(station, { door: 'staff', staffId }, tx => record(tx, 'session.opened'));
      return c.json({ token: station.sessions.open(staff), staff });
    })
    .get('/sessions/current', op('session.use', 'Who is signed in', { whileLocked: true }), c =>
      c.json({ staff: officer(c), locked: c.var.locked }),
    )
    .post('/sessions/lock', op('session.use', 'Lock this screen', { whileLocked: true }), async c => {
      station.sessions.setLocked(tokenOf(c), true);
      await write(station, c.var.actor, tx => record(tx, 'session.locked'));
      return c.json({ ok: true });
    })
    .post(
      '/sessions/unlock',
      op('session.use', 'Unlock this screen', { whileLocked: true }),
      takes('json', Unlock),
      async c => {
        await provePin(station, c.var.actor, officer(c).id, c.req.valid('json').pin);
        station.sessions.setLocked(tokenOf(c), false);
        await write(station, c.var.actor, tx => record(tx, 'session.unlocked'));
        return c.json({ ok: true });
      },
    )
    .delete('/sessions/current', op('session.use', 'Sign out', { whileLocked: true }), async c => {
      station.sessions.close(tokenOf(c));
      await write(station, c.var.actor, tx => record(tx, 'session.closed'));
      return c.json({ ok: true });
    })
    .get('/staff', op('staff.list', 'All staff'), async c => c.json(await listStaff(station.db)))
    .post('/staff', op('staff.change', 'Add a member of staff'), takes('json', NewStaff), async c => {
      const person = c.req.valid('json');
      const pinHash = await hashPin(person.pin);
      return c.json(await write(station, c.var.actor, tx => addStaff(tx, person, pinHash)));
    })
    .patch(
      '/staff/:id',
      op('staff.change', 'Change a member of staff'),
      takes('json', StaffChange),
      async c => {
        const { pin, ...change } = c.req.valid('json');
        const pinHash = pin ? await hashPin(pin) : null;
        const staffId = c.req.param('id');
        await write(station, c.var.actor, tx => changeStaff(tx, staffId, change, pinHash));
        station.sessions.closeAllOf(staffId);
        return c.json({ ok: true });
      },
    );
}

function tokenOf(c: { req: { header(name: string): string | undefined } }): string {
  return (c.req.header('authorization') ?? '').slice('Bearer '.length);
}

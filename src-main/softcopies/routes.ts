import { DateTime } from 'luxon';
import { Hono } from 'hono';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { readCode } from '../codes/rules.ts';
import { findByCode } from '../codes/store.ts';
import { write } from '../database/write.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import { op, takes, type DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';
import { NewDelivery, NewSoftcopy, PickedFiles, PublishedSoftcopy, SoftcopyTitle } from './schema.ts';
import { hurryLetter } from './delivery-store.ts';
import { listSoftcopies, listSoftcopiesOfVisit, openSoftcopy, readSoftcopy } from './store.ts';

const Password = z.object({ password: z.string().min(1).max(200) });

export function softcopyRoutes(station: Station) {
  const { softcopies } = station;
  return new Hono<DoorEnv>()
    .get(
      '/softcopies',
      op('softcopies.read', 'Softcopies that are not over, and those of today'),
      async c => {
        const { zone } = (await readProfile(station.db)).profile.office;
        const today = DateTime.fromJSDate(station.clock.now()).setZone(zone).startOf('day');
        return c.json(await listSoftcopies(station.db, today.toUTC().toISO()!));
      },
    )
    .get('/visits/:id/softcopies', op('softcopies.read', 'The softcopies of a visit'), async c =>
      c.json(await listSoftcopiesOfVisit(station.db, c.req.param('id'))),
    )
    .post(
      '/softcopies',
      op('softcopies.make', 'Begin a softcopy: for which visit, of which titles and pages'),
      takes('json', NewSoftcopy),
      async c => {
        const { visitId, titles } = c.req.valid('json');
        return c.json({
          id: await write(station, c.var.actor, tx => openSoftcopy(tx, visitId, 'scan', titles)),
        });
      },
    )
    .post(
      '/softcopies/published',
      op('softcopies.make', 'Give a publication whose PDF is published'),
      takes('json', PublishedSoftcopy),
      async c => {
        const { visitId, publicationId } = c.req.valid('json');
        return c.json({ id: await softcopies.publish(c.var.actor, visitId, publicationId) });
      },
    )
    .get('/softcopies/scans', op('softcopies.make', 'What lies in the scanner’s folder'), async c =>
      c.json(await softcopies.scans()),
    )
    .get('/softcopies/volumes', op('softcopies.make', 'USB sticks that are plugged in'), async c =>
      c.json(await softcopies.volumes()),
    )
    .get('/softcopies/ways', op('softcopies.read', 'How this office can deliver now'), async c => {
      const { mail, mailLimitMb, downloadMinutes, watchFolder } = (await readProfile(station.db)).profile
        .softcopy;
      return c.json({
        email: mail !== null,
        download: station.phoneUrl !== null,
        scanner: watchFolder !== null,
        mailLimitMb,
        downloadMinutes,
      });
    })
    .get(
      '/softcopies/mail-password',
      op('softcopies.secret', 'Whether there is a password; never which'),
      c => c.json({ present: softcopies.password.read() !== null }),
    )
    .put(
      '/softcopies/mail-password',
      op('softcopies.secret', 'Keep the mail server’s password in a file of its own'),
      takes('json', Password),
      c => {
        softcopies.password.write(c.req.valid('json').password);
        softcopies.mailer.wake();
        return c.json({ present: true });
      },
    )
    .delete('/softcopies/mail-password', op('softcopies.secret', 'Forget the password'), c => {
      softcopies.password.remove();
      return c.json({ present: false });
    })
    .get('/softcopies/:id', op('softcopies.read', 'One softcopy with its deliveries'), async c =>
      c.json(await readSoftcopy(station.db, c.req.param('id'))),
    )
    .post(
      '/softcopies/:id/files',
      op('softcopies.make', 'Take scans out of the scanner’s folder and join them'),
      takes('json', PickedFiles),
      async c => {
        await softcopies.collect(c.var.actor, c.req.param('id'), c.req.valid('json').names);
        return c.json({ ok: true });
      },
    )
    .post('/softcopies/:id/cancel', op('softcopies.make', 'Give a softcopy up'), async c => {
      await softcopies.cancel(c.var.actor, c.req.param('id'));
      return c.json({ ok: true });
    })
    .post(
      '/softcopies/:id/deliveries',
      op('softcopies.make', 'Deliver by e-mail, to a USB stick, or as one download'),
      takes('json', NewDelivery),
      async c => c.json(await softcopies.deliver(c.var.actor, c.req.param('id'), c.req.valid('json'))),
    )
    .post(
      '/deliveries/:id/now',
      op('softcopies.make', 'Try a letter that waits for its next try at once'),
      async c => {
        await write(station, c.var.actor, tx => hurryLetter(tx, c.req.param('id')));
        softcopies.mailer.wake();
        return c.json({ ok: true });
      },
    )
    .get('/downloads/:token', op('softcopies.fetch', 'What a phone sees of its download'), async c =>
      c.json(await softcopies.downloadView(c.req.param('token'))),
    )
    .get('/downloads/:token/file', op('softcopies.fetch', 'The file, once'), async c => {
      const { name, bytes, content } = await softcopies.download(c.req.param('token'));
      return c.body(Readable.toWeb(Readable.from(content, { highWaterMark: 1 })) as ReadableStream, 200, {
        'content-type': 'application/pdf',
        'content-length': String(bytes),
        'content-disposition': `attachment; filename="${name}"`,
        'x-content-type-options': 'nosniff',
      });
    });
}

const code = z.string().max(40);
const SelfSoftcopy = z.object({ code, titles: z.array(SoftcopyTitle).min(1).max(20) });
const SelfPublished = z.object({ code, publicationId: z.uuid() });

/** The visitor alone at the scanner: only softcopies begun there, and only scans that came since. */
export function selfScanRoutes(station: Station) {
  const { softcopies } = station;
  const own = async (id: string) => {
    const softcopy = await readSoftcopy(station.db, id);
    if (!softcopy.selfService) throw problem.softcopies.unknown();
    return softcopy;
  };
  const allowed = async () => {
    if (!(await readProfile(station.db)).profile.softcopy.selfService) throw problem.access.denied();
  };
  return new Hono<DoorEnv>()
    .post(
      '/self-scans',
      op('softcopies.self', 'A visitor begins a softcopy with the code on ticket or slip'),
      takes('json', SelfSoftcopy),
      async c => {
        await allowed();
        const { code, titles } = c.req.valid('json');
        const visitId = await visitOfCode(station, code);
        // Whatever lies in the folder now is somebody else's.
        await softcopies.scans();
        return c.json({
          id: await write(station, c.var.actor, tx => openSoftcopy(tx, visitId, 'scan', titles)),
        });
      },
    )
    .post(
      '/self-scans/published',
      op('softcopies.self', 'A visitor takes a published PDF with the code on ticket or slip'),
      takes('json', SelfPublished),
      async c => {
        await allowed();
        const { code, publicationId } = c.req.valid('json');
        const visitId = await visitOfCode(station, code);
        return c.json({ id: await softcopies.publish(c.var.actor, visitId, publicationId) });
      },
    )
    .get(
      '/self-scans/:id',
      op('softcopies.self', 'How far it is, and the scans that came since'),
      async c => {
        const { visitId: _, visitNumber: __, openedAt, state, ...softcopy } = await own(c.req.param('id'));
        const scans = state === 'open' ? await softcopies.scans(new Date(openedAt)) : [];
        return c.json({ ...softcopy, state, scans });
      },
    )
    .post(
      '/self-scans/:id/files',
      op('softcopies.self', 'Join the visitor’s scans'),
      takes('json', PickedFiles),
      async c => {
        const { id } = await own(c.req.param('id'));
        await softcopies.collect(c.var.actor, id, c.req.valid('json').names, true);
        return c.json({ ok: true });
      },
    )
    .get('/self-scans/:id/ways', op('softcopies.self', 'How the visitor can take it along'), async c => {
      const { bytes } = await own(c.req.param('id'));
      const { mail, mailLimitMb, downloadMinutes } = (await readProfile(station.db)).profile.softcopy;
      const volumes = await softcopies.volumes();
      return c.json({
        email: mail !== null,
        download: station.phoneUrl !== null,
        volumes,
        bytes,
        mailLimitMb,
        downloadMinutes,
      });
    })
    .post(
      '/self-scans/:id/deliveries',
      op('softcopies.self', 'Take the softcopy along'),
      takes('json', NewDelivery),
      async c => {
        const { id } = await own(c.req.param('id'));
        return c.json(await softcopies.deliver(c.var.actor, id, c.req.valid('json')));
      },
    )
    .post('/self-scans/:id/cancel', op('softcopies.self', 'Give it up'), async c => {
      const { id } = await own(c.req.param('id'));
      await softcopies.cancel(c.var.actor, id);
      return c.json({ ok: true });
    });
}

/** The visit of a ticket or a slip in force. @throws problem.codes for what is none of ours */
async function visitOfCode(station: Station, typed: string): Promise<string> {
  const read = readCode(typed);
  if (read.kind === 'damaged') throw problem.codes.damaged();
  if (read.kind !== 'visit' && read.kind !== 'slip') throw problem.codes.foreign();
  const { visitId, action } = await findByCode(station.db, read.kind, read.code);
  if (!visitId || action === 'void-slip') throw problem.codes.unknown();
  return visitId;
}

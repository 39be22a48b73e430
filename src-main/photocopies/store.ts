/** Photocopy forms: written at the kiosk or the console, out to the co-op with the publication, and back. */
import { randomInt } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { dayOf } from '../clock.ts';
import { makeCode } from '../codes/rules.ts';
import type { Db } from '../database/open.ts';
import type { PhotocopyRow } from '../database/reading-tables.ts';
import { contextOf, record, type Tx } from '../database/write.ts';
import { makeSlip, queuePrint, slipByCode } from '../devices/store.ts';
import { problem } from '../problem.ts';
import { readProfile } from '../profile/store.ts';
import { copiesOutWith, copyOfCode, sendCopy, shelveCopy } from '../reading/store.ts';
import { visitNumber } from '../visits/rules.ts';
import { visitFor } from '../visits/store.ts';
import { afterStep, parsePages, photocopyNumber, sheetsOf } from './rules.ts';
import type { PhotocopyForm } from './schema.ts';
import { takeStep } from './settle-store.ts';

/** What the visitor needs to know of the form that was stored. */
export interface Requested {
  id: string;
  number: string;
  /** Of the slip, to be shown where nothing is printed. */
  code: string;
  slipId: string;
  slip: 'printing' | 'screen';
}

export async function requestPhotocopy(tx: Tx, visitId: string, form: PhotocopyForm): Promise<Requested> {
  const { station, actor } = contextOf(tx);
  const { profile } = await readProfile(tx);
  const visit = await visitFor(tx, visitId);
  if (visit.state !== 'serving' && visit.state !== 'inside')
    throw problem.reading.notServed({ state: visit.state });
  if (!profile.photocopy.papers.includes(form.paper))
    throw problem.request.invalid({ fields: [{ field: 'paper' }] });
  const titles = await checkedTitles(tx, form);
  const now = station.clock.now();
  const onDay = dayOf(now, profile.office.zone);
  const last = await tx
    .selectFrom('photocopy')
    .select(eb => eb.fn.max('count').as('count'))
    .where('on_day', '=', onDay)
    .executeTakeFirst();
  const id = uuid();
  const count = (last?.count ?? 0) + 1;
  const token = station.phoneUrl === null ? null : makeToken();
  await tx
    .insertInto('photocopy')
    .values({
      id,
      visit_id: visitId,
      on_day: onDay,
      count,
      copies: form.copies,
      paper: form.paper,
      duplex: form.duplex ? 1 : 0,
      state: 'requested',
      token,
      requested_at: now.toISOString(),
      requested_by: actor.staffId,
    })
    .execute();
  await tx
    .insertInto('photocopy_title')
    .values(
      titles.map(({ publicationId, pages, pageCount }, position) => ({
        photocopy_id: id,
        publication_id: publicationId,
        position,
        pages,
        page_count: pageCount,
      })),
    )
    .execute();
  const number = photocopyNumber({ count });
  await record(tx, 'photocopy.requested', {
    visitId,
    data: { photocopyId: id, number, publicationIds: titles.map(one => one.publicationId) },
  });
  const code = makeCode('slip');
  const slipId = await makeSlip(tx, {
    kind: 'photocopy',
    visitId,
    custodyId: null,
    photocopyId: id,
    code,
    bigNumber: number,
    visitNumber: visitNumber(visit),
    profile,
    photocopy: {
      titles,
      copies: form.copies,
      paper: form.paper.toUpperCase(),
      duplex: form.duplex,
      sheets: sheetsOf(
        titles.map(one => one.pageCount),
        form.copies,
        form.duplex,
      ),
      copyright: profile.photocopy.copyright,
      confirmUrl: token && confirmUrl(station.phoneUrl!, code, token),
    },
  });
  const printing = profile.printer.kind !== 'none';
  if (printing) await queuePrint(tx, slipId);
  return { id, number, code, slipId, slip: printing ? 'printing' : 'screen' };
}

/** In capitals throughout: a QR code holds nearly twice as many of them. */
const confirmUrl = (phoneUrl: string, code: string, token: string) =>
  `${phoneUrl.toUpperCase()}/K/${code}/${token}`;

const tokenSigns = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const makeToken = () => Array.from({ length: 8 }, () => tokenSigns[randomInt(tokenSigns.length)]).join('');

/** The titles with their pages as they were understood, each once. */
async function checkedTitles(tx: Tx, form: PhotocopyForm) {
  const titles = [];
  for (const [at, { publicationId, pages: typed }] of form.titles.entries()) {
    const publication = await tx
      .selectFrom('publication')
      .select(['id', 'title', 'pages'])
      .where('id', '=', publicationId)
      .executeTakeFirst();
    if (!publication) throw problem.publications.unknown();
    if (form.titles.findIndex(one => one.publicationId === publicationId) !== at)
      throw problem.request.invalid({ fields: [{ field: `titles.${at}` }] });
    if (!(await mayBeCopied(tx, publicationId))) throw problem.photocopies.notForCopying({ publicationId });
    const read = parsePages(typed, publication.pages);
    if (!read.ok) throw problem.photocopies.pagesUnclear({ publicationId, why: read.why, part: read.part });
    titles.push({ publicationId, title: publication.title, pages: read.pages, pageCount: read.count });
  }
  return titles;
}

/** There is a printed copy of it in the office that may go to the co-op. */
export async function mayBeCopied(db: Db, publicationId: string): Promise<boolean> {
  const copy = await db
    .selectFrom('publication_copy')
    .select('id')
    .where('publication_id', '=', publicationId)
    .where('not_for_copying', '=', 0)
    .where('condition', 'not in', ['missing', 'retired'])
    .limit(1)
    .executeTakeFirst();
  return copy !== undefined;
}

async function formFor(tx: Tx, id: string): Promise<PhotocopyRow> {
  const form = await tx.selectFrom('photocopy').selectAll().where('id', '=', id).executeTakeFirst();
  if (!form) throw problem.photocopies.unknown();
  return form;
}

/** A copy leaves with the slip: one for each title, from its shelf or from this visitor's hands. */
export async function handOut(tx: Tx, id: string, copyCode: string): Promise<void> {
  const form = await formFor(tx, id);
  if (!afterStep(form.state, 'hand-out')) throw problem.photocopies.wrongState({ state: form.state });
  const copy = await copyOfCode(tx, copyCode);
  const title = await tx
    .selectFrom('photocopy_title')
    .select('publication_id')
    .where('photocopy_id', '=', id)
    .where('publication_id', '=', copy.publicationId)
    .executeTakeFirst();
  if (!title) throw problem.photocopies.notOnForm({ title: copy.title });
  if (copy.notForCopying) throw problem.photocopies.notForCopying({ publicationId: copy.publicationId });
  const went = await tx
    .selectFrom('copy_away')
    .innerJoin('publication_copy', 'publication_copy.id', 'copy_away.copy_id')
    .select('copy_away.id')
    .where('photocopy_id', '=', id)
    .where('publication_copy.publication_id', '=', copy.publicationId)
    .executeTakeFirst();
  if (went) throw problem.reading.outAlready();
  await sendCopy(tx, copy, form.visit_id, id);
  const now = contextOf(tx).station.clock.now().toISOString();
  await takeStep(tx, form, 'hand-out', { out_at: form.out_at ?? now });
}

/** The stub came back, or a phone at the co-op said so: the copies are made. */
export async function takeStub(tx: Tx, id: string, by: 'slip' | 'phone'): Promise<void> {
  const form = await formFor(tx, id);
  const now = contextOf(tx).station.clock.now().toISOString();
  await takeStep(tx, form, 'stub', { copied_at: now, copied_by: by, token: null });
}

/** A copy is back from the co-op and goes on its shelf; who wants to read on has it scanned again. */
export async function bringBack(tx: Tx, id: string, copyCode: string): Promise<void> {
  const form = await formFor(tx, id);
  const copy = await copyOfCode(tx, copyCode);
  const out = await copiesOutWith(tx, id);
  const away = out.find(one => one.copy_id === copy.id);
  if (!away) throw problem.photocopies.notOut({ title: copy.title });
  await shelveCopy(tx, away, 'shelf');
  const now = contextOf(tx).station.clock.now().toISOString();
  if (out.length === 1) await takeStep(tx, form, 'all-back', { back_at: now });
}

export async function cancelForm(tx: Tx, id: string): Promise<void> {
  await takeStep(tx, await formFor(tx, id), 'cancel');
}

/** The publication is back and nobody has the stub any more. */
export async function closeWithoutStub(tx: Tx, id: string): Promise<void> {
  await takeStep(tx, await formFor(tx, id), 'no-stub');
}

/** What is still out with this slip never came back: those copies are missing from now on. */
export async function loseForm(tx: Tx, id: string): Promise<void> {
  const form = await formFor(tx, id);
  for (const away of await copiesOutWith(tx, id)) await shelveCopy(tx, away, 'lost');
  await takeStep(tx, form, 'lose');
}

/** The visit of what a visitor holds at the kiosk: ticket or locker slip. */
export async function visitOfSlip(db: Db, code: string): Promise<string> {
  const slip = await slipByCode(db, code);
  if (slip?.visitId && !slip.voidedAt && slip.kind !== 'photocopy') return slip.visitId;
  const visit = await db.selectFrom('visit').select('id').where('code', '=', code).executeTakeFirst();
  if (!visit) throw problem.codes.unknown();
  return visit.id;
}

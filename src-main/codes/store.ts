import { findCopyByCode } from '../catalogue/copies-store.ts';
import type { Db } from '../database/open.ts';
import type { PlaceKind } from '../lockers/schema.ts';
import { findPlaceByCode, holderOf } from '../lockers/store.ts';
import { problem } from '../problem.ts';
import { openStates } from '../visits/rules.ts';
import type { VisitState } from '../visits/schema.ts';
import { findVisitorByCode } from '../visitors/store.ts';
import type { CodeKind } from './rules.ts';

/** What a scanned code stands for, and what an officer most likely wants to do with it now. */
export interface Scanned {
  kind: CodeKind;
  code: string;
  action:
    'serve' | 'take-in' | 'give-back' | 'visit' | 'free-place' | 'visitor' | 'void-slip' | 'publication';
  visitId: string | null;
  custodyId: string | null;
  visitorId: string | null;
  place: { id: string; kind: PlaceKind; number: number; condition: string } | null;
  copy: Awaited<ReturnType<typeof findCopyByCode>> | null;
}

const nothing = { visitId: null, custodyId: null, visitorId: null, place: null, copy: null };

/** @throws problem.codes.unknown for a well-formed code that this office never gave out. */
export async function findByCode(db: Db, kind: CodeKind, code: string): Promise<Scanned> {
  switch (kind) {
    case 'visit': {
      const visit = await db
        .selectFrom('visit')
        .select(['id', 'state'])
        .where('code', '=', code)
        .executeTakeFirst();
      if (!visit) throw problem.codes.unknown();
      return { ...nothing, kind, code, visitId: visit.id, ...(await nextAction(db, visit.id, visit.state)) };
    }
    case 'slip': {
      const slip = await db.selectFrom('slip').selectAll().where('code', '=', code).executeTakeFirst();
      if (!slip) throw problem.codes.unknown();
      const action = slip.voided_at ? 'void-slip' : 'give-back';
      return { ...nothing, kind, code, action, visitId: slip.visit_id, custodyId: slip.custody_id };
    }
    case 'locker':
    case 'pocket': {
      const place = await findPlaceByCode(db, kind, code);
      if (!place) throw problem.codes.unknown();
      const holder = await holderOf(db, kind, place.id);
      return {
        ...nothing,
        kind,
        code,
        action: holder ? 'give-back' : 'free-place',
        visitId: holder?.visitId ?? null,
        custodyId: holder?.id ?? null,
        place: { id: place.id, kind, number: place.number, condition: place.condition },
      };
    }
    case 'copy': {
      const copy = await findCopyByCode(db, code);
      if (!copy) throw problem.codes.unknown();
      return { ...nothing, kind, code, action: 'publication', copy };
    }
    case 'visitor': {
      const visitor = await findVisitorByCode(db, code);
      if (!visitor) throw problem.codes.unknown();
      const open = await db
        .selectFrom('visit')
        .select(['id', 'state'])
        .where('visitor_id', '=', visitor.id)
        .where('state', 'in', openStates)
        .executeTakeFirst();
      const found = open
        ? { visitId: open.id, ...(await nextAction(db, open.id, open.state)) }
        : { action: 'visitor' as const };
      return { ...nothing, kind, code, visitorId: visitor.id, ...found };
    }
  }
}

async function nextAction(
  db: Db,
  visitId: string,
  state: VisitState,
): Promise<Pick<Scanned, 'action' | 'custodyId'>> {
  const custody = await db
    .selectFrom('custody')
    .select('id')
    .where('visit_id', '=', visitId)
    .where('released_at', 'is', null)
    .executeTakeFirst();
  if (custody) return { action: 'visit', custodyId: custody.id };
  if (state === 'waiting') return { action: 'serve', custodyId: null };
  if (state === 'serving') return { action: 'take-in', custodyId: null };
  return { action: 'visit', custodyId: null };
}

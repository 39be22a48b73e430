import { findCopyByCode } from '../catalogue/copies-store.ts';
import type { Db } from '../database/open.ts';
import { slipByCode } from '../devices/store.ts';
import type { PlaceKind } from '../lockers/schema.ts';
import { findPlaceByCode, holderOf } from '../lockers/store.ts';
import { problem } from '../problem.ts';
import { awayNow } from '../reading/store.ts';
import { openStates } from '../visits/rules.ts';
import type { VisitState } from '../visits/schema.ts';
import { findVisitorByCode } from '../visitors/store.ts';
import type { CodeKind } from './rules.ts';

/** What a scanned code stands for, and what an officer most likely wants to do with it now. */
export interface Scanned {
  kind: CodeKind;
  code: string;
  action:
    | 'serve'
    | 'take-in'
    | 'give-back'
    | 'visit'
    | 'free-place'
    | 'visitor'
    | 'void-slip'
    /** The test page of a printer. */
    | 'test-slip'
    /** A copy on its shelf: who takes it? */
    | 'give-copy'
    /** A copy with its reader: back on its shelf. */
    | 'shelve-copy'
    /** A copy that is out with a photocopy slip. */
    | 'copy-back'
    /** The slip of a photocopy form, or its stub. */
    | 'photocopy';
  visitId: string | null;
  custodyId: string | null;
  photocopyId: string | null;
  visitorId: string | null;
  place: { id: string; kind: PlaceKind; number: number; condition: string } | null;
  copy: Awaited<ReturnType<typeof findCopyByCode>> | null;
}

const nothing = {
  visitId: null,
  custodyId: null,
  photocopyId: null,
  visitorId: null,
  place: null,
  copy: null,
};

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
      const slip = await slipByCode(db, code);
      if (!slip) throw problem.codes.unknown();
      const { visitId, custodyId, photocopyId } = slip;
      if (slip.kind === 'test') return { ...nothing, kind, code, action: 'test-slip' };
      const action = slip.voidedAt ? 'void-slip' : photocopyId ? 'photocopy' : 'give-back';
      return { ...nothing, kind, code, action, visitId, custodyId, photocopyId };
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
      const away = await awayNow(db, copy.id);
      const action = !away ? 'give-copy' : away.photocopy_id ? 'copy-back' : 'shelve-copy';
      const { visit_id: visitId = null, photocopy_id: photocopyId = null } = away ?? {};
      return { ...nothing, kind, code, action, copy, visitId, photocopyId };
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

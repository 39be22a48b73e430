import { listLabelCopies } from '../catalogue/copies-store.ts';
import type { PlaceKind } from '../lockers/schema.ts';
import { listPlaces } from '../lockers/store.ts';
import { record, type Tx } from '../database/write.ts';
import { problem } from '../problem.ts';
import { cardCodeOf } from '../visitors/store.ts';
import { visitFor } from '../visits/store.ts';
import type { LabelKind, LabelOrder } from './schema.ts';

/** What is on a label besides the office's name. */
export interface Label {
  code: string;
  /** Null for what has no number, such as a visitor. */
  number: number | null;
  /** What a printed copy is a copy of, and where it stands. */
  title?: string;
  shelf?: string;
}

interface Found {
  labels: Label[];
  visitorId?: string;
}

const finders: Record<LabelKind, (tx: Tx, order: LabelOrder) => Promise<Found>> = {
  locker: (tx, order) => places(tx, 'locker', order),
  key: (tx, order) => places(tx, 'locker', order),
  pocket: (tx, order) => places(tx, 'pocket', order),
  visitor: async (tx, order) => {
    const visitorId = await visitorOf(tx, order);
    return { labels: [{ code: await cardCodeOf(tx, visitorId), number: null }], visitorId };
  },
  copy: async (tx, order) => ({ labels: await copies(tx, order) }),
};

/** The labels asked for, and a line in the journal: whoever holds one of these codes can use it. */
export async function giveOutLabels(tx: Tx, kind: LabelKind, order: LabelOrder): Promise<Label[]> {
  const { labels, visitorId } = await finders[kind](tx, order);
  if (labels.length === 0) throw problem.labels.nothing();
  const data = { kind, paper: order.paper, count: labels.length };
  if (visitorId) await record(tx, 'labels.printed', { visitId: order.visit, data: { ...data, visitorId } });
  else await record(tx, 'labels.printed', { data });
  return labels;
}

async function places(tx: Tx, kind: PlaceKind, { from = 1, to = Infinity }: LabelOrder): Promise<Found> {
  const all = await listPlaces(tx, kind);
  const asked = all.filter(place => place.number >= from && place.number <= to);
  return { labels: asked.map(({ code, number }) => ({ code, number })) };
}

async function copies(tx: Tx, order: LabelOrder): Promise<Label[]> {
  const { copies: ids, publications } = order;
  if (!ids && !publications)
    throw problem.request.invalid({ fields: [{ field: 'copies', rule: 'missing' }] });
  const found = await listLabelCopies(tx, ids ? 'copy' : 'publication', ids ?? publications!);
  return found.map(({ code, title, shelf }) => ({ code, number: null, title, ...(shelf && { shelf }) }));
}

async function visitorOf(tx: Tx, order: LabelOrder): Promise<string> {
  if (order.visitor) return order.visitor;
  if (!order.visit) throw problem.request.invalid({ fields: [{ field: 'visitor' }] });
  const { visitor_id } = await visitFor(tx, order.visit);
  if (!visitor_id) throw problem.labels.notRemembered();
  return visitor_id;
}

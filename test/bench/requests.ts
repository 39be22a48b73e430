/** What kiosk and counter ask of the station all day, through its HTTP doors, with a million visits behind it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guestbook } from '../seeds/office.ts';
import { Chance, someone } from './crowd.ts';
import { Screen, signIn, timesOf, type Served } from './served.ts';
import { percentile, type Row } from './table.ts';

interface Ticket {
  code: string;
}
interface Board {
  cards: { id: string; code: string; state: string }[];
}

const visitorsOfToday = new Chance(7);

/** A short form as a new visitor fills it in. */
export const form = () => guestbook({}, { ...someone(visitorsOfToday) });

export async function measureRequests(
  served: Served,
  share: number,
): Promise<{ asked: Row[]; searched: Row[] }> {
  const kiosk = new Screen(served.kioskUrl);
  const officer = await signIn(served);
  const asked = await signing(served, kiosk, share);
  await emptyBoard(officer);
  asked.push(...(await looking(kiosk, officer, 500 * share)));
  const searched = await searching(officer);
  await emptyBoard(officer);
  kiosk.close();
  officer.close();
  return { asked, searched };
}

async function signing(served: Served, kiosk: Screen, share: number): Promise<Row[]> {
  const one = await timesOf(2_000 * share, () => kiosk.post('/visits', form()));
  const kiosks = [1, 2, 3, 4].map(() => new Screen(served.kioskUrl));
  const four = await Promise.all(
    kiosks.map(screen => timesOf(500 * share, () => screen.post('/visits', form()))),
  );
  for (const screen of kiosks) screen.close();
  return [
    ms('guestbook-p50', 'guestbook submit, durable: p50', percentile(one, 0.5), 3),
    ms('guestbook-p99', 'guestbook submit, durable: p99', percentile(one, 0.99), 10),
    ms('four-kiosks-p99', 'four kiosks at once: p99', percentile(four.flat(), 0.99), 25),
  ];
}

/** With sixty visits open: twenty waiting, twenty served, twenty inside with card and locker. */
async function looking(kiosk: Screen, officer: Screen, times: number): Promise<Row[]> {
  for (let at = 0; at < 60; at++) await kiosk.post<Ticket>('/visits', form());
  const { cards } = await officer.get<Board>('/board');
  for (const [at, { id }] of cards.entries()) {
    if (at < 40) await officer.post(`/visits/${id}/serve`);
    if (at < 20) await officer.post('/custodies', { visitId: id, card: { kind: 'ktp' }, locker: 'next' });
  }
  const board = await timesOf(times, () => officer.get('/board'));
  const scan = await timesOf(times, at => officer.post('/scan', { code: cards[at % cards.length]!.code }));
  const visit = await timesOf(times, at => officer.get(`/visits/${cards[at % cards.length]!.id}`));
  const lockers = await timesOf(times, () => officer.get('/places/locker'));
  return [
    ms('board-p99', 'board with 60 open visits: p99', percentile(board, 0.99), 10),
    ms('scan-p99', 'visit by scanned code: p99', percentile(scan, 0.99), 10),
    ms('visit-p99', 'visit with its services, custody and slips: p99', percentile(visit, 0.99), 10),
    ms('lockers-p99', 'locker map: p99', percentile(lockers, 0.99), 10),
  ];
}

/** Not in the table of goals of the counter; the house's own limit is that no query takes over 40 ms. */
async function searching(officer: Screen): Promise<Row[]> {
  const search = (question: Record<string, string>) => () => officer.post('/visits/search', question);
  const asked: [string, string, () => Promise<unknown>][] = [
    ['list', 'newest visits', search({})],
    ['list-month', 'visits of a month two years ago', search({ from: daysAgo(730), to: daysAgo(700) })],
    ['list-breached', 'visits that waited too long', search({ state: 'breached' })],
    ['list-left', 'visits that left unserved', search({ state: 'left' })],
    ['list-number', 'visits by number', search({ text: 'P-300' })],
    ['name-frequent', 'visits by the most frequent name', search({ text: 'siti' })],
    ['name-short', 'visits by two letters of a name', search({ text: 'mu' })],
    ['name-rare', 'visits by two rare words of a name', search({ text: 'nainggolan vina' })],
    ['name-nobody', 'visits by a name nobody has', search({ text: 'zzyzx' })],
    ['name-old', 'visits by frequent name, four years ago', search({ text: 'siti', to: daysAgo(1_460) })],
    ['people', 'people by frequent name', () => officer.post('/visitors/search', { text: 'siti' })],
    ['clearance', 'closing clearance', () => officer.get('/clearance')],
    ['journal', 'newest page of the journal', () => officer.get('/journal')],
  ];
  const rows: Row[] = [];
  for (const [id, what, ask] of asked) {
    const times = await timesOf(40, ask);
    rows.push(ms(`${id}-p95`, `${what}: p95`, percentile(times, 0.95), 40));
  }
  return rows;
}

/** Every visit that is still open is ended, as at the end of a day. */
export async function emptyBoard(officer: Screen): Promise<void> {
  const { cards } = await officer.get<Board & { cards: { custodyId: string | null }[] }>('/board');
  for (const { id, state, custodyId } of cards) {
    if (state === 'waiting') await officer.post(`/visits/${id}/left`, { reason: 'later' });
    else {
      if (custodyId) await officer.post(`/custodies/${custodyId}/undo`);
      await officer.post(`/visits/${id}/close`);
    }
  }
}

/** The station logs every query over 40 ms. */
export function slowQueries(dataDir: string, say: (line: string) => void): Row {
  const slow = readFileSync(join(dataDir, 'station.log'), 'utf8')
    .split('\n')
    .filter(line => line.includes('slow query'));
  for (const line of slow.slice(0, 20)) say(`  ${line.slice(0, 300)}`);
  return {
    id: 'slow-queries',
    what: 'queries over 40 ms during all of this',
    value: slow.length,
    unit: 'queries',
    goal: 0,
  };
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

export const ms = (id: string, what: string, value: number, goal: number): Row => ({
  id,
  what,
  value,
  unit: 'ms',
  goal,
});

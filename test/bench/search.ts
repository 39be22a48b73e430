/**
 * The catalogue with half a million titles: how long an import takes and what visitors feel of it, how fast and how
 * well publications are found, next to a plain LIKE and a plain FTS5 index on the same titles.
 */
import { rmSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../src-main/app.ts';
import { defaultProfile } from '../../src-main/profile/defaults.ts';
import { openStation, type Station } from '../../src-main/station.ts';
import type { SearchResult } from '../../src-main/search/schema.ts';
import { seedCatalogue } from '../seeds/catalogue.ts';
import { judgedQueries, placeOf } from '../seeds/judged-queries.ts';
import { guestbook, people, testPin } from '../seeds/office.ts';
import { Chance, someone } from './crowd.ts';
import { cacheDir } from './places.ts';
import { openPlain } from './search-plain.ts';
import { percentile, type Bench, type BenchSettings, type Row } from './table.ts';

const whole = 500_000;

export async function search({ share, say }: BenchSettings): Promise<Bench> {
  const count = Math.round(whole * share);
  const dataDir = join(cacheDir, 'search');
  rmSync(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  say(`writing ${count.toLocaleString('en')} publications to a CSV file …`);
  const csv = join(dataDir, 'catalogue.csv');
  const titles = await writeCsv(csv, count);
  const station = await openStation({ dataDir }, { log: pino({ level: 'silent' }) });
  try {
    const office = await openOffice(station);
    say('importing it while visitors sign the guestbook …');
    const rows = await measureImport(office, csv, share);
    say('searching …');
    rows.push(...(await measureSearch(office, titles, share)), ...(await judge(office, count)));
    say('the same with LIKE and with plain FTS5 …');
    rows.push(...(await measurePlain(station, join(dataDir, 'plain.sqlite'))));
    return {
      dataset: `${count.toLocaleString('en')} publications with titles of BPS, all areas, to 2025`,
      rows,
    };
  } finally {
    await station.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function writeCsv(path: string, count: number): Promise<string[]> {
  const file = await open(path, 'w');
  const titles: string[] = [];
  const columns =
    'pub_id,title,year,area_code,pub_no,kat_no,issn,isbn,language,abstract,pages,rl_date,cover,pdf';
  let text = `${columns}\n`;
  for (const one of seedCatalogue(count)) {
    if (titles.push(one.title) % 2_000 === 0) {
      await file.write(text);
      text = '';
    }
    const cells = columns.split(',').map(name => one[name as keyof typeof one] ?? '');
    text += `${cells.map(cell => (/[",]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(',')}\n`;
  }
  await file.write(text);
  await file.close();
  return titles;
}

interface Office {
  station: Station;
  ask<T>(door: 'kiosk' | 'staff', path: string, body: unknown): Promise<T>;
  upload(path: string): Promise<string>;
}

async function openOffice(station: Station): Promise<Office> {
  const app = createApp(station);
  let token = '';
  const send = async <T>(door: 'kiosk' | 'staff', path: string, init: RequestInit): Promise<T> => {
    const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
    const answer = await app.fetch(new Request(`http://station/api${path}`, { ...init, headers }), { door });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const ask = <T>(door: 'kiosk' | 'staff', path: string, body: unknown) =>
    send<T>(door, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await ask('staff', '/setup', {
    office: defaultProfile.office,
    head: { name: people.admin, pin: testPin },
    lockers: 12,
    pockets: 12,
    printer: { kind: 'none' },
  });
  const [head] = await send<{ id: string }[]>('staff', '/staff/names', {});
  token = (await ask<{ token: string }>('staff', '/sessions', { staffId: head!.id, pin: testPin })).token;
  const upload = async (path: string) => {
    const file = await open(path);
    const body = file.readableWebStream({ autoClose: true }) as ReadableStream;
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    return (await send<{ fileId: string }>('staff', '/imports/files?name=catalogue.csv', init)).fileId;
  };
  return { station, ask, upload };
}

async function measureImport({ station, ask, upload }: Office, csv: string, share: number): Promise<Row[]> {
  const fileId = await upload(csv);
  const crowd = new Chance(11);
  const began = performance.now();
  const source = { kind: 'file', fileId, name: 'catalogue.csv' };
  const { id } = await ask<{ id: string }>('staff', '/imports', source);
  const signed: number[] = [];
  while (station.imports.progress(id)) {
    // A visitor presses whenever they like, and waits for what the station is in the midst of.
    const pressed = performance.now() + 40;
    await new Promise(resolve => setTimeout(resolve, 40));
    await ask('kiosk', '/visits', guestbook({}, { ...someone(crowd) }));
    signed.push(performance.now() - pressed);
  }
  const seconds = (performance.now() - began) / 1_000;
  return [
    {
      id: 'import',
      what: 'import of the whole file',
      value: seconds,
      unit: 's',
      goal: Math.ceil(60 * share),
    },
    ms('import-guestbook-p50', 'guestbook submit meanwhile: p50', percentile(signed, 0.5), null),
    ms('import-guestbook-p99', 'guestbook submit meanwhile: p99', percentile(signed, 0.99), 10),
  ];
}

async function measureSearch({ ask }: Office, titles: string[], share: number): Promise<Row[]> {
  const chance = new Chance(5);
  const times = Math.max(200, Math.round(2_000 * share));
  const proper = Array.from({ length: times }, () => wordsOf(chance, chance.of(titles)));
  const sets: [id: string, what: string, texts: string[]][] = [
    [
      'judged',
      'judged queries',
      Array.from({ length: times }, (_, at) => judgedQueries[at % judgedQueries.length]!.text),
    ],
    ['words', 'words of a title', proper],
    ['misspelt', 'words of a title, each second one misspelt', proper.map(text => misspelt(chance, text))],
    ['typing', 'while typing, letter by letter', proper.slice(0, times / 10).flatMap(starts)],
  ];
  for (const text of proper.slice(0, 100)) await ask('kiosk', '/publications/search', { text });
  const rows: Row[] = [];
  const all: number[] = [];
  for (const [id, what, texts] of sets) {
    const took: number[] = [];
    for (const text of texts) {
      const start = performance.now();
      await ask('kiosk', '/publications/search', { text });
      took.push(performance.now() - start);
    }
    all.push(...took);
    rows.push(ms(`search-${id}-p50`, `search, ${what}: p50`, percentile(took, 0.5), 5));
    rows.push(ms(`search-${id}-p99`, `search, ${what}: p99`, percentile(took, 0.99), 20));
  }
  rows.push(ms('search-slowest', 'search, slowest of all', Math.max(...all), null));
  return rows;
}

async function judge({ ask }: Office, count: number): Promise<Row[]> {
  const places: number[] = [];
  for (const query of judgedQueries) {
    const { results } = await ask<SearchResult>('kiosk', '/publications/search', { text: query.text });
    places.push(
      placeOf(
        query,
        results.slice(0, 10).map(one => one.title),
      ),
    );
  }
  return shares('judged', `of ${judgedQueries.length} judged queries`, places, count === whole);
}

async function measurePlain(station: Station, path: string): Promise<Row[]> {
  const plain = openPlain(station.db, path);
  const rows: Row[] = [];
  try {
    await plain.fill();
    for (const [id, what, find] of plain.ways) {
      const took: number[] = [];
      const places = judgedQueries.map(query => {
        const start = performance.now();
        const titles = find(query.text);
        took.push(performance.now() - start);
        return placeOf(query, titles);
      });
      rows.push(ms(`${id}-p50`, `${what}, judged queries: p50`, percentile(took, 0.5), null));
      rows.push(ms(`${id}-p99`, `${what}, judged queries: p99`, percentile(took, 0.99), null));
      rows.push(...shares(id, `${what},`, places, false).map(row => ({ ...row, goal: null })));
    }
  } finally {
    plain.close();
  }
  return rows;
}

function shares(id: string, what: string, places: number[], goals: boolean): Row[] {
  const missing = (fits: (place: number) => boolean) =>
    (100 * places.filter(place => !fits(place)).length) / places.length;
  return [
    {
      id: `${id}-not-in-ten`,
      what: `${what} wanted title not in the first ten`,
      value: missing(place => place > 0),
      unit: '%',
      goal: goals ? 5 : null,
    },
    {
      id: `${id}-not-first`,
      what: `${what} wanted title not first`,
      value: missing(place => place === 1),
      unit: '%',
      goal: goals ? 20 : null,
    },
  ];
}

const ms = (id: string, what: string, value: number, goal: number | null): Row => ({
  id,
  what,
  value,
  unit: 'ms',
  goal,
});

/** Two to five words of a title, in any order. */
function wordsOf(chance: Chance, title: string): string {
  const words = title.toLowerCase().split(' ');
  const kept = words.filter(() => chance.is(0.7)).slice(0, 5);
  const chosen = kept.length >= 2 ? kept : words.slice(0, 3);
  return (chance.is(0.4) ? chosen.toReversed() : chosen).join(' ');
}

/** A letter lost, doubled, changed, or two of them swapped in every second word. */
function misspelt(chance: Chance, text: string): string {
  return text
    .split(' ')
    .map((word, at) => {
      if (at % 2 === 1 || word.length < 5 || /\d/.test(word)) return word;
      const where = 1 + chance.below(word.length - 2);
      const [before, letter, after] = [word.slice(0, where), word[where]!, word.slice(where + 1)];
      switch (chance.below(4)) {
        case 0:
          return before + after;
        case 1:
          return before + letter + letter + after;
        case 2:
          return before + 'aeiourstn'[chance.below(9)] + after;
        default:
          return before + after.slice(0, 1) + letter + after.slice(1);
      }
    })
    .join(' ');
}

const starts = (text: string) => Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1));

import { expect, test } from 'vitest';
import { guestbook, openTestOffice, type Asker } from '../../test/helpers/station.ts';

interface Page {
  rows: { id: string; number: string; name: string | null; submittedAt: string }[];
  next: string | null;
}

const names = ['Siti Aminah', 'Muh. Ali', "Nur'aini Siregar", 'Siti Zubaidah, S.Si'];

async function officeWithVisits() {
  const office = await openTestOffice();
  for (const [at, name] of names.entries())
    await office.kiosk.post('/visits', guestbook({}, { name, phone: `08123456789${at}` }));
  return { ...office, front: await office.as('front') };
}

const formOf = (query: string) => Object.fromEntries(new URLSearchParams(query));

const found = async (front: Asker, query: string) => {
  const { status, body } = await front.post<Page>('/visits/search', formOf(query));
  expect(status).toBe(200);
  return body.rows.map(row => row.name);
};

test('a visit is found by the beginning of any word of the name, the newest first', async () => {
  const { front } = await officeWithVisits();
  expect(await found(front, 'text=siti')).toEqual(['Siti Zubaidah, S.Si', 'Siti Aminah']);
  expect(await found(front, 'text=amin')).toEqual(['Siti Aminah']);
  expect(await found(front, 'text=zub+siti')).toEqual(['Siti Zubaidah, S.Si']);
  expect(await found(front, 'text=NURAINI')).toEqual(["Nur'aini Siregar"]);
  expect(await found(front, 'text=minah')).toEqual([]);
});

test('a search of signs that are no word finds nothing and breaks nothing', async () => {
  const { front } = await officeWithVisits();
  for (const text of ['"', '*', '%', 'si"ti', "' OR 1", '(', 'a/b', '😀', 'NEAR(a b)'])
    expect(await found(front, `text=${encodeURIComponent(text)}`)).toEqual([]);
});

test('a visit is found by number, code, state and day together with a name', async () => {
  const { front, station } = await officeWithVisits();
  const { code, on_day: today } = await station.db
    .selectFrom('visit')
    .select(['code', 'on_day'])
    .where('count', '=', 2)
    .executeTakeFirstOrThrow();
  expect(await found(front, 'text=P-2')).toEqual(['Muh. Ali']);
  expect(await found(front, `text=${code}`)).toEqual(['Muh. Ali']);
  expect(await found(front, `text=ali&state=open&from=${today}&to=${today}`)).toEqual(['Muh. Ali']);
  expect(await found(front, 'text=al&state=waiting')).toEqual(['Muh. Ali']);
  expect(await found(front, 'text=li&state=waiting')).toEqual([]);
  expect(await found(front, 'text=ali&state=closed')).toEqual([]);
  expect(await found(front, 'text=ali&to=2020-01-01')).toEqual([]);
  expect(await found(front, 'state=breached')).toEqual([]);
});

test('pages of the list follow each other without a gap, also within one millisecond', async () => {
  const now = new Date('2026-03-02T02:00:00Z');
  const { kiosk, as } = await openTestOffice({
    overrides: { clock: { now: () => now, monoMs: () => 1_000, boot: 'one' } },
  });
  for (let at = 0; at < 60; at++)
    await kiosk.post('/visits', guestbook({}, { name: 'Siti Aminah', phone: `0812345678${10 + at}` }));
  const front = await as('front');
  for (const query of ['', 'text=siti&']) {
    const first = await front.post<Page>('/visits/search', formOf(query));
    const second = await front.post<Page>('/visits/search', formOf(`${query}before=${first.body.next}`));
    const numbers = [...first.body.rows, ...second.body.rows].map(row => row.number);
    expect(numbers).toEqual(numbers.toSorted().reverse());
    expect(new Set(numbers).size).toBe(60);
    expect(second.body.next).toBeNull();
  }
});

test('an erased name is not found any more, and its words are gone from the index', async () => {
  const { front, station } = await officeWithVisits();
  await station.db
    .updateTable('visitor')
    .set({ name: null, name_key: null })
    .where('name', '=', 'Muh. Ali')
    .execute();
  expect(await found(front, 'text=ali')).toEqual([]);
  expect(await found(front, 'text=siti')).toHaveLength(2);
  const left = await station.db.selectFrom('visit_name').select('name').execute();
  expect(left.map(row => row.name)).not.toContain('ali');
});

test('a viewer finds nobody by name', async () => {
  const { as } = await officeWithVisits();
  const viewer = await as('viewer');
  expect(await found(viewer, 'text=siti')).toEqual([]);
  expect(await found(viewer, 'text=P-1')).toEqual([null]);
});

test('somebody who comes often is one person in the search for people', async () => {
  const { front, station } = await officeWithVisits();
  const visitor = await station.db
    .selectFrom('visitor')
    .select('id')
    .where('name', '=', 'Siti Aminah')
    .executeTakeFirstOrThrow();
  for (let at = 0; at < 2; at++)
    await front.post('/visits/enter', {
      ...guestbook({ notice: undefined, person: undefined }),
      visitorId: visitor.id,
    });
  const people = await front.post<{ name: string }[]>('/visitors/search', { text: 'siti' });
  expect(people.body.map(one => one.name)).toEqual(['Siti Aminah', 'Siti Zubaidah, S.Si']);
});

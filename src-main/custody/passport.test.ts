import { expect, test } from 'vitest';
import { openTestOffice } from '../../test/helpers/station.ts';
import { defaultProfile } from '../profile/defaults.ts';
import { readPassport, wrongPassportParts } from './passport.ts';
import { mayBePassportLine } from './rules.ts';

/** The specimen of ICAO 9303. */
const first = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const second = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';
const read = { kind: 'passport', last4: '02C3' };

test('only the kind and the end of the number come out of a passport', () => {
  expect(readPassport(`${first}\n${second}`)).toEqual(read);
});

test.each([
  ['without the line break', first + second],
  ['with the line break of Windows and one at the end', `${first}\r\n${second}\r\n`],
  ['in lower case', `${first}\n${second}`.toLowerCase()],
  ['with spaces', `${first.slice(0, 20)} ${first.slice(20)} \n ${second.slice(0, 10)} ${second.slice(10)}`],
  ['behind a wedge reader’s prefix and before its suffix', `]L0MRP:${first}${second}#\t`],
  ['with the prefix before each line', `PP#${first}\rPP#${second}\r`],
  ['with the fillers after the name left out', `${first.replace(/<+$/, '')}\n${second}`],
  ['with too many fillers after the name', `${first}<<<\n${second}`],
  ['with guillemets, which a phone types for fillers', `${first}\n${second}`.replaceAll('<<', '««')],
])('a passport typed %s is read', (_how, typed) => {
  expect(readPassport(typed)).toEqual(read);
});

test.each([
  ['number', 9],
  ['birth date', 19],
  ['expiry', 27],
  ['optional data', 42],
  ['whole line', 43],
])('a wrong check digit of the %s is noticed, whichever it is', (_what, at) => {
  for (const digit of '0123456789<') {
    if (digit === second[at]) continue;
    expect(readPassport(`${first}\n${second.slice(0, at)}${digit}${second.slice(at + 1)}`)).toBeNull();
  }
});

test('one wrong character in any checked place is noticed', () => {
  for (let at = 0; at < second.length; at++) {
    // Nationality and sex stand outside every check digit.
    if ((at >= 10 && at <= 12) || at === 20) continue;
    const wrong = second[at] === '7' ? '8' : '7';
    // The weights repeat modulo 10, so that characters ten apart look alike to them: ICAO's own limit.
    if (valueOf(second[at]!) % 10 === valueOf(wrong) % 10) continue;
    expect(readPassport(`${first}\n${second.slice(0, at)}${wrong}${second.slice(at + 1)}`)).toBeNull();
  }
});

test('a passport without optional data may leave its check digit out', () => {
  const bare = (digit: string) => `X1234567<0IDN9001011F3001019${'<'.repeat(14)}${digit}`;
  for (const digit of ['0', '<']) {
    const checked = bare(digit).slice(0, 9) + checkDigit(bare(digit).slice(0, 9)) + 'IDN';
    const line =
      checked + `900101${checkDigit('900101')}F300101${checkDigit('300101')}` + bare(digit).slice(28);
    const composite = checkDigit(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43));
    expect(readPassport(`P<IDNAMINAH<<SITI\n${line}${composite}`)).toEqual({
      kind: 'passport',
      last4: '4567',
    });
  }
});

test.each([
  ['number', 3],
  ['birth', 15],
  ['expiry', 23],
  ['optional', 30],
  ['whole', 43],
])('a wrong sign in the %s is told by name, without what it is', (part, at) => {
  const wrong = second[at] === '7' ? '8' : '7';
  const typed = `${first}\n${second.slice(0, at)}${wrong}${second.slice(at + 1)}`;
  expect(wrongPassportParts(typed)).toEqual([part]);
});

test('what is no passport has no wrong part', () => {
  for (const typed of ['', first, `${first}\n${first}`, 'P'.repeat(250), '<'.repeat(88)])
    expect(wrongPassportParts(typed)).toBeNull();
  expect(wrongPassportParts(`${first}\n${second}`)).toEqual([]);
});

test('a reader’s lines are known from the codes of pockets and lockers', () => {
  expect(mayBePassportLine(first, false)).toBe(true);
  expect(mayBePassportLine(`]L0MRP:${first}${second}`, false)).toBe(true);
  expect(mayBePassportLine(second, false)).toBe(false);
  expect(mayBePassportLine(second, true)).toBe(true);
  for (const after of [false, true]) expect(mayBePassportLine('PABCDEFGH', after)).toBe(false);
});

test('nothing else is taken for a passport', () => {
  const card =
    'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';
  for (const typed of [
    '',
    'P',
    'P<',
    first,
    second,
    `${first}\n${first}`,
    card,
    'P'.repeat(250),
    '<'.repeat(88),
  ])
    expect(readPassport(typed)).toBeNull();
});

const typed = `${first}\n${second}`;

test('the counter is told the end of the number only where the office asks for it', async () => {
  const silent = await (await openTestOffice()).as('front');
  expect(await silent.post('/custodies/read-passport', { mrz: typed })).toEqual({
    status: 200,
    body: { kind: 'passport', last4: null },
  });
  const asking = await openTestOffice({ profile: { custody: { askLastFour: true } } });
  expect((await (await asking.as('front')).post('/custodies/read-passport', { mrz: typed })).body).toEqual(
    read,
  );
  expect(defaultProfile.lists.cards.map(card => card.code)).toContain(read.kind);
});

test('a passport that was not read is told in a sentence that repeats nothing of it', async () => {
  const front = await (await openTestOffice()).as('front');
  const wrong = await front.post('/custodies/read-passport', { mrz: typed.replace('UTO7', 'UTO8') });
  expect(wrong).toMatchObject({
    status: 422,
    body: { code: 'custody.passportWrong', details: { parts: ['birth'] } },
  });
  const unread = await front.post('/custodies/read-passport', { mrz: first });
  expect(unread).toMatchObject({ status: 422, body: { code: 'custody.passportUnread', details: {} } });
  const long = await front.post('/custodies/read-passport', { mrz: typed.repeat(4) });
  expect(long.status).toBe(400);
  for (const answer of [wrong, long]) expect(JSON.stringify(answer)).not.toMatch(/ERIKSSON|898902|740812/);
});

test('nothing of a passport is left in the database or the log', async () => {
  const lines: string[] = [];
  const { pino } = await import('pino');
  const office = await openTestOffice({
    overrides: { log: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }) },
    profile: { custody: { askLastFour: true } },
  });
  const front = await office.as('front');
  const before = await office.station.db.selectFrom('journal').selectAll().execute();
  await front.post('/custodies/read-passport', { mrz: typed });
  await front.post('/custodies/read-passport', { mrz: `${typed}1` });
  await front.post('/custodies/read-passport', { mrz: typed.replace('UTO7', 'UTO8') });
  const after = await office.station.db.selectFrom('journal').selectAll().execute();
  expect(after).toEqual(before);
  expect(lines.join('')).not.toMatch(/ERIKSSON|L898902C|02C3|740812/);
});

test('only the counter reads passports', async () => {
  const office = await openTestOffice();
  for (const role of ['librarian', 'viewer'] as const)
    expect((await (await office.as(role)).post('/custodies/read-passport', { mrz: typed })).status).toBe(403);
  expect((await office.kiosk.post('/custodies/read-passport', { mrz: typed })).status).toBe(403);
});

/** Written from ICAO 9303-3 §4.9, not with the library under test. */
function checkDigit(text: string): number {
  return Array.from(text, valueOf).reduce((sum, value, i) => sum + value * [7, 3, 1][i % 3]!, 0) % 10;
}

function valueOf(sign: string): number {
  return sign === '<' ? 0 : '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(sign);
}

import { expect, test } from 'vitest';
import { openTestOffice } from '../../test/helpers/station.ts';
import { Names } from './names.ts';

test('a row goes out the same whether it is taken apart or not', async () => {
  const names = await Names.of((await openTestOffice()).station.db);
  const id = '0193b0b0-0000-7000-8000-0123456789ab';
  const images: Record<string, string | number | null>[] = [
    { code: '"men":null,', companion_relation: null, seq: 1, visitor_id: null, women: null },
    { code: null, seq: 1, visitor_id: null },
    { code: 'a,}', seq: 1, visitor_id: id },
  ];
  for (const image of images) {
    const whole = names.toWire('visit', id, image);
    expect(names.textToWire('visit', id, JSON.stringify(image))).toEqual({
      id: whole.id,
      data: JSON.stringify(whole.data),
    });
  }
});

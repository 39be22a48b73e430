import { expect, test } from 'vitest';
import { decodeWithZxing } from '../../test/helpers/decode.ts';
import { guestbook, openTestOffice } from '../../test/helpers/station.ts';
import type { Ticket } from './schema.ts';

test('a kiosk without a printer is given the slip’s picture by the form it handed in, and nobody else is', async () => {
  const office = await openTestOffice();
  const form = guestbook();
  const { code, slip } = (await office.kiosk.post<Ticket>('/visits', form)).body;
  expect(slip).toBe('screen');
  expect((await office.kiosk.get(`/visits/tickets/${form.submissionId}`)).body).toEqual({ print: 'screen' });

  const path = `/api/visits/tickets/${form.submissionId}/image`;
  const picture = await office.app.fetch(new Request(`http://station${path}`), { door: 'kiosk' });
  const seen = await decodeWithZxing(Buffer.from(await picture.arrayBuffer()));
  expect(seen).toEqual({ qr: [code], code128: [code] });

  expect((await office.kiosk.get(`/visits/tickets/${crypto.randomUUID()}`)).status).toBe(404);
  expect((await (await office.as('admin')).get(`/visits/tickets/${form.submissionId}`)).status).toBe(403);
});

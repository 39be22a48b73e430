import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { AuditSearch } from '../accounts/schema.ts';
import { allowed } from '../accounts/who.ts';
import type { Central } from '../central.ts';
import { ConsentSearch } from '../consents/schema.ts';
import { freshFigures } from '../offices/figures-store.ts';
import { DaySpan, OfficeSearch } from '../offices/schema.ts';
import { officeLine } from '../offices/store.ts';
import { RequestSearch } from '../requests/schema.ts';
import { op, shaped, takes, type Env } from '../route.ts';
import { OfficeId } from '../wire/schema.ts';
import { auditTable, consentsTable, daysTable, officesTable, recordExport, requestsTable } from './store.ts';
import { fileOf, formats, languages, type Language, type Table } from './table.ts';

const Format = z.enum(formats);
/** Of whoever reads the file. */
const told = { language: z.enum(languages).default('id') };

export function exportRoutes(central: Central) {
  const send = async (c: Context<Env>, language: Language, list: string, table: Table, office?: string) => {
    const { body, type } = await fileOf(table, shaped(Format, c.req.param('format')), language);
    await recordExport(central, c.var.person.email, list, table.rows.length, office);
    return c.body(new Uint8Array(body), 200, { 'content-type': type });
  };
  const file = { media: '*/*' };
  return new Hono<Env>()
    .post(
      '/exports/offices/:format',
      op('hq.exportOffices', 'The list of offices as a file', { gives: file }),
      allowed(central, 'offices.export'),
      takes(OfficeSearch.extend(told)),
      async c => {
        const { language, ...message } = c.req.valid('json');
        await freshFigures(central);
        return send(c, language, 'offices', await officesTable(central, message));
      },
    )
    .post(
      '/exports/days/:office/:format',
      op('hq.exportDays', 'One office’s days as a file', { gives: file }),
      allowed(central, 'offices.export'),
      takes(DaySpan.extend(told)),
      async c => {
        const { office } = await officeLine(central, shaped(OfficeId, c.req.param('office')));
        const { language, ...message } = c.req.valid('json');
        await freshFigures(central);
        return send(c, language, 'days', await daysTable(central, office, message), office);
      },
    )
    .post(
      '/exports/requests/:format',
      op('hq.exportRequests', 'The list of requests as a file', { gives: file }),
      allowed(central, 'offices.export'),
      takes(RequestSearch.extend(told)),
      async c => {
        const { language, ...message } = c.req.valid('json');
        return send(c, language, 'requests', await requestsTable(central, message));
      },
    )
    .post(
      '/exports/consents/:format',
      op('hq.exportConsents', 'Who agreed to be invited, as a file', { gives: file }),
      allowed(central, 'consents.export'),
      takes(ConsentSearch.extend(told)),
      async c => {
        const format = shaped(Format, c.req.param('format'));
        const { language, ...message } = c.req.valid('json');
        const table = await consentsTable(central, message, c.var.person.email);
        const { body, type } = await fileOf(table, format, language);
        return c.body(new Uint8Array(body), 200, { 'content-type': type });
      },
    )
    .post(
      '/exports/audit/:format',
      op('hq.exportAudit', 'The audit as a file', { gives: file }),
      allowed(central, 'audit.export'),
      takes(AuditSearch.extend(told)),
      async c => {
        const { language, ...message } = c.req.valid('json');
        return send(c, language, 'audit', await auditTable(central, message));
      },
    );
}

import type { Migration } from 'kysely/migration';
import * as journal from './0001-journal.ts';
import * as office from './0002-office.ts';
import * as visits from './0003-visits.ts';
import * as custody from './0004-custody.ts';
import * as printing from './0005-printing.ts';
import * as closing from './0006-closing.ts';
import * as catalogue from './0007-catalogue.ts';
import * as reading from './0008-reading.ts';
import * as softcopies from './0009-softcopies.ts';
import * as sync from './0010-sync.ts';
import * as titles from './0011-titles.ts';
import * as readingGoesUp from './0012-reading-goes-up.ts';
import * as namesInBulk from './0013-names-in-bulk.ts';
import * as lateVisits from './0014-late-visits.ts';
import * as consents from './0015-consents.ts';

/** Every migration of the station's database, in order. Named by static import so that one bundle holds them. */
export const stationMigrations: Record<string, Migration> = {
  '0001-journal': journal,
  '0002-office': office,
  '0003-visits': visits,
  '0004-custody': custody,
  '0005-printing': printing,
  '0006-closing': closing,
  '0007-catalogue': catalogue,
  '0008-reading': reading,
  '0009-softcopies': softcopies,
  '0010-sync': sync,
  '0011-titles': titles,
  '0012-reading-goes-up': readingGoesUp,
  '0013-names-in-bulk': namesInBulk,
  '0014-late-visits': lateVisits,
  '0015-consents': consents,
};

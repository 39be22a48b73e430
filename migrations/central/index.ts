import type { Migration } from 'kysely/migration';
import * as house from './0001-house.ts';
import * as stations from './0002-stations.ts';
import * as intake from './0003-intake.ts';
import * as officeRows from './0004-office-rows.ts';
import * as feeds from './0005-feeds.ts';
import * as filesAndRequests from './0006-files-and-requests.ts';
import * as accounts from './0007-accounts.ts';
import * as figures from './0008-figures.ts';
import * as reach from './0009-reach.ts';
import * as reading from './0010-reading.ts';
import * as figuresOfAnOffice from './0011-figures-of-an-office.ts';
import * as requestsTakenBack from './0012-requests-taken-back.ts';
import * as consents from './0013-consents.ts';
import * as touchedDays from './0014-touched-days.ts';

/** Every migration of headquarters' database, in order. Named by static import so that one bundle holds them. */
export const centralMigrations: Record<string, Migration> = {
  '0001-house': house,
  '0002-stations': stations,
  '0003-intake': intake,
  '0004-office-rows': officeRows,
  '0005-feeds': feeds,
  '0006-files-and-requests': filesAndRequests,
  '0007-accounts': accounts,
  '0008-figures': figures,
  '0009-reach': reach,
  '0010-reading': reading,
  '0011-figures-of-an-office': figuresOfAnOffice,
  '0012-requests-taken-back': requestsTakenBack,
  '0013-consents': consents,
  '0014-touched-days': touchedDays,
};

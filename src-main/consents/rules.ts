/** Who may be asked, and until when a consent lasts. */
import { DateTime } from 'luxon';
import { isChild } from '../visitors/rules.ts';

interface Person {
  name: string | null;
  birth_year: number | null;
  phone: string | null;
  email: string | null;
}

/** A grown-up who can be reached. A child is never asked (UU 27/2022, article 25), nor whose year is not known. */
export function mayBeAsked({ name, birth_year, phone, email }: Person, thisYear: number): boolean {
  return (
    name !== null &&
    (phone !== null || email !== null) &&
    birth_year !== null &&
    !isChild(birth_year, thisYear)
  );
}

export const dayAfter = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate()!;

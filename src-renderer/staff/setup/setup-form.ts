/** What the set-up asks, and which of its screens are not yet right. */
import { OfficeProfile, type Printer } from '../../../src-main/profile/schema.ts';

export interface SetupForm {
  office: OfficeProfile['office'];
  head: { name: string; pin: string; again: string };
  lockers: number;
  pockets: number;
  printer: Printer;
}

export type SetupStep = 'office' | 'head' | 'places' | 'printer';

const isCount = (count: number) => Number.isInteger(count) && count >= 0 && count <= 400;

/** The paths of the fields of a step that are missing or wrong. */
export function wrongIn(step: SetupStep, form: SetupForm): string[] {
  switch (step) {
    case 'office': {
      const checked = OfficeProfile.shape.office.safeParse(form.office);
      return checked.success ? [] : checked.error.issues.map(issue => `office.${issue.path.join('.')}`);
    }
    case 'head': {
      const { name, pin, again } = form.head;
      const wrong = [];
      if (name.trim().length < 2) wrong.push('head.name');
      if (!/^\d{6}$/.test(pin)) wrong.push('head.pin');
      else if (pin !== again) wrong.push('head.again');
      return wrong;
    }
    case 'places':
      return (['lockers', 'pockets'] as const).filter(field => !isCount(form[field]));
    case 'printer': {
      const checked = OfficeProfile.shape.printer.safeParse(form.printer);
      return checked.success ? [] : checked.error.issues.map(issue => `printer.${issue.path.join('.')}`);
    }
  }
}

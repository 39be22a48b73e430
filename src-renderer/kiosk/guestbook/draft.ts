/** What a visitor has entered so far. It lives in React state only and is gone with the screen. */
import type { ConsentPurpose } from '../../../src-central/wire/consent-schema.ts';
import type { Guestbook, VisitKind } from '../../../src-main/visits/schema.ts';

export interface Draft {
  /** One per form: the station turns two of the same into one visit. */
  submissionId: string;
  /** As chosen; the birth year of a child decides otherwise, see `kindOf`. */
  kind: VisitKind | null;
  /** False when the first screen, or a visitor card, has already said who is visiting. */
  askWho: boolean;
  notice: Guestbook['notice'] | null;
  remember: boolean;
  visitorToken: string | null;
  /** Of a returning visitor, whose age and contact the kiosk does not know: the consents that may be asked for. */
  mayAsk: ConsentPurpose[];
  consents: NonNullable<Guestbook['consents']>;
  name: string;
  sex: 'male' | 'female' | null;
  birthYear: string;
  /** `none`: the visitor has neither. */
  contact: 'phone' | 'email' | 'none';
  phone: string;
  email: string;
  education: string | null;
  occupation: string | null;
  occupationOther: string;
  institutionCategory: string | null;
  institutionCategoryOther: string;
  institution: string;
  disability: string | null;
  companionName: string;
  companionRelation: string | null;
  men: number;
  women: number;
  purpose: string | null;
  purposeOther: string;
  services: string[];
}

export function newDraft(start: Partial<Draft> = {}): Draft {
  return {
    submissionId: crypto.randomUUID(),
    kind: null,
    askWho: true,
    notice: null,
    remember: false,
    visitorToken: null,
    mayAsk: [],
    consents: {},
    name: '',
    sex: null,
    birthYear: '',
    contact: 'phone',
    phone: '',
    email: '',
    education: null,
    occupation: null,
    occupationOther: '',
    institutionCategory: null,
    institutionCategoryOther: '',
    institution: '',
    disability: null,
    companionName: '',
    companionRelation: null,
    men: 0,
    women: 0,
    purpose: null,
    purposeOther: '',
    services: [],
    ...start,
  };
}

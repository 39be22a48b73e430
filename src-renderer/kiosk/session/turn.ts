/** What every screen of one visitor's turn at the kiosk can reach. A new turn gets a new one, with nothing in it. */
import { createContext, use } from 'react';
import type { Language } from '../../words.ts';
import type { Outbox } from '../guestbook/outbox.ts';
import type { Office } from '../office.ts';

export interface Look {
  large: boolean;
  contrast: boolean;
  low: boolean;
}
export const plainLook: Look = { large: false, contrast: false, low: false };

export interface Turn {
  office: Office;
  outbox: Outbox;
  language: Language;
  setLanguage: (language: Language) => void;
  look: Look;
  setLook: (look: Look) => void;
  callHelp: () => void;
  /** Back to the first screen with everything gone. */
  wipe: () => void;
}

export const TurnContext = createContext<Turn | null>(null);

export function useTurn(): Turn {
  const turn = use(TurnContext);
  if (!turn) throw new Error('outside of a turn');
  return turn;
}

/** The language of this console window; Indonesian until somebody chooses otherwise. */
import type { Language } from '../words.ts';
import { makeStore } from './store.ts';

export const language = makeStore<Language>('id');

import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
/** Ignored by git: offices that were built, copies of them to work on, built screens. */
export const cacheDir = join(root, '.cache', 'bench');
export const resultsDir = join(import.meta.dirname, 'results');

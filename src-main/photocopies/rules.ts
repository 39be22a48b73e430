/**
 * A photocopy form and its states. Two things must come back from the co-op: the stub, which says that the copies are
 * made, and the publication; whichever comes last closes the form.
 *
 *     requested ─► out ─► copied ─► closed        (stub first, or a phone at the co-op)
 *         │         ├───► back ───► closed        (publication first)
 *         │         │      └──────► cancelled     (came back uncopied)
 *         │         └───► lost  ◄─── copied       (the publication never came back)
 *         └─► cancelled
 */
import type { PhotocopyState } from './schema.ts';

export type PhotocopyStep = 'hand-out' | 'stub' | 'all-back' | 'no-stub' | 'cancel' | 'lose';

const steps: Record<PhotocopyStep, Partial<Record<PhotocopyState, PhotocopyState>>> = {
  'hand-out': { requested: 'out', out: 'out' },
  stub: { out: 'copied', back: 'closed' },
  'all-back': { out: 'back', copied: 'closed' },
  'no-stub': { back: 'closed' },
  cancel: { requested: 'cancelled', back: 'cancelled' },
  lose: { out: 'lost', copied: 'lost' },
};

/** The state after a step; null when the step cannot be taken now. The one answer for button and route. */
export function afterStep(state: PhotocopyState, step: PhotocopyStep): PhotocopyState | null {
  return steps[step][state] ?? null;
}

export const openPhotocopyStates = ['requested', 'out', 'copied', 'back'] as const satisfies PhotocopyState[];
/** The publication is at the co-op. */
export const atCoopStates = ['out', 'copied'] as const satisfies PhotocopyState[];

export const photocopyNumber = (form: { count: number }): string =>
  `FC-${String(form.count).padStart(3, '0')}`;

export const isLate = (outAt: string | null, now: Date, outMinutes: number): boolean =>
  outAt !== null && now.getTime() - Date.parse(outAt) > outMinutes * 60_000;

export type Pages =
  | { ok: true; pages: string; count: number }
  | { ok: false; why: 'empty' | 'unclear' | 'backwards' | 'beyond'; part: string };

/**
 * Understands `1-5, 8, 10-12` as people write it: any dash, `s.d.`, commas, semicolons, `dan`, blanks; in any order,
 * overlapping too. @param last the last page of the publication; null when nobody knows it.
 */
export function parsePages(typed: string, last: number | null): Pages {
  const text = typed
    .toLowerCase()
    .replaceAll(/\b(halaman|hal|hlm|pages?|pp?)\b\.?/g, ' ')
    .replaceAll(/\s*(?:[-–—‐‑]|\bs\s*[./]?\s*d\b\.?|\bsampai(?: dengan)?\b|\bto\b)\s*/g, '-');
  const parts = text.split(/[,;&+\s]+|\bdan\b|\band\b/).filter(Boolean);
  if (parts.length === 0) return { ok: false, why: 'empty', part: '' };
  const ranges: [number, number][] = [];
  for (const part of parts) {
    const read = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part);
    if (!read) return { ok: false, why: 'unclear', part };
    const from = Number(read[1]);
    const to = Number(read[2] ?? read[1]);
    if (from < 1) return { ok: false, why: 'unclear', part };
    if (to < from) return { ok: false, why: 'backwards', part };
    if (last !== null && to > last) return { ok: false, why: 'beyond', part };
    ranges.push([from, to]);
  }
  const merged = ranges
    .sort((a, b) => a[0] - b[0])
    .reduce<[number, number][]>((found, [from, to]) => {
      const before = found.at(-1);
      if (before && from <= before[1] + 1) before[1] = Math.max(before[1], to);
      else found.push([from, to]);
      return found;
    }, []);
  return {
    ok: true,
    pages: merged.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', '),
    count: merged.reduce((sum, [from, to]) => sum + to - from + 1, 0),
  };
}

/** Sheets of paper for all sets; each title begins on a sheet of its own. */
export function sheetsOf(pageCounts: number[], copies: number, duplex: boolean): number {
  return copies * pageCounts.reduce((sum, count) => sum + (duplex ? Math.ceil(count / 2) : count), 0);
}

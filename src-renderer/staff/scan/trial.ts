/** A guided look at how a scanner types: which layout, how fast, what it adds, how it ends. */
import {
  codeLength,
  inLayout,
  readCode,
  wrongLayouts,
  type Wrapping,
  type WrongLayout,
} from '../../../src-main/codes/rules.ts';
import { stumbleMs, type Key } from '../../ui/burst.ts';

/** Of no slip: it holds the letters that a German or French layout moves. */
export const trialCode = 'SQWAZYM1Q';
/** The same as Code 128: widths of its bars and of the spaces between them. */
export const trialBars = '2112142131132113313113211113233123113121131131231232212113311222312331112';

export interface Trial {
  /** As it arrived. */
  typed: string;
  code: string;
  layout: WrongLayout | null;
  wrapping: Wrapping;
  end: 'Enter' | 'Tab' | null;
  /** Between two keys, in the middle and at most. */
  gapMs: number;
  longestGapMs: number;
  pace: 'fast' | 'slow' | 'too-slow';
}

/** Keys closer together than a person presses them; see `maxGapMs` and `stumbleMs` of ui/burst.ts. */
const fastMs = 50;

/** @returns null when none of our codes is in what was typed. */
export function tryOut(keys: Key[], end: Trial['end']): Trial | null {
  const typed = keys.map(one => one.key).join('');
  const found = findCode(typed);
  if (!found) return null;
  const gaps = keys.slice(1).map((one, at) => one.at - keys[at]!.at);
  const longestGapMs = Math.max(0, ...gaps);
  return {
    typed,
    ...found,
    end,
    gapMs: gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0,
    longestGapMs,
    pace: longestGapMs <= fastMs ? 'fast' : longestGapMs <= stumbleMs ? 'slow' : 'too-slow',
  };
}

/** The trial code wherever it stands; any other code of ours only when what was typed has one place for it. */
function findCode(typed: string): Pick<Trial, 'code' | 'layout' | 'wrapping'> | null {
  const places = [null, ...wrongLayouts].flatMap(layout => {
    const text = (layout ? inLayout(typed, layout) : typed).toUpperCase();
    return Array.from({ length: Math.max(0, text.length - codeLength + 1) }, (_, from) => ({
      code: text.slice(from, from + codeLength),
      layout,
      from,
    }));
  });
  const [whole] = places.filter(place => place.code === trialCode);
  const other = places.filter(place => readCode(place.code).code !== null);
  const asTyped = other.filter(place => place.layout === null);
  const likely = asTyped.length > 0 ? asTyped : other;
  const place = whole ?? (likely.length === 1 ? likely[0] : undefined);
  if (!place) return null;
  const { code, layout, from } = place;
  const prefix = typed.slice(0, from).replace(/\][A-Za-z]\d$/, '');
  return { code, layout, wrapping: { prefix, suffix: typed.slice(from + codeLength) } };
}

/** The decisions behind the two windows: where each stands, which key and permission passes, when to give up on a page. */
import { z } from 'zod';
import type { Audience } from './doors/screens.ts';

export const scheme = 'loket';
export const homeOf = (audience: Audience) => `${scheme}://${audience}/`;

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What of Electron's `Display` matters here. */
export interface Seen {
  id: number;
  label: string;
  bounds: Rectangle;
  workArea: Rectangle;
  touchSupport: 'available' | 'unavailable' | 'unknown';
}

/** A display as it is recognised after a restart: ids change, label and size do not; the corner tells twins apart. */
const Place = z.object({ label: z.string(), width: z.int(), height: z.int(), x: z.int(), y: z.int() });
type Place = z.infer<typeof Place>;

/** `windows.json` in the office's data folder. */
export const WindowSettings = z.object({
  kiosk: Place.nullable().default(null),
  staff: Place.nullable().default(null),
  /**
   * Whose the physical keyboard and scanner are. `counter`: a key pressed while the kiosk has the focus is dropped
   * and the focus goes back to the console. `kiosk`: a kiosk with a keyboard of its own.
   */
  keyboard: z.enum(['counter', 'kiosk']).default('counter'),
});
export type WindowSettings = z.infer<typeof WindowSettings>;
export const noSettings: WindowSettings = { kiosk: null, staff: null, keyboard: 'counter' };

/** null: this window has no display now and is hidden. `whole`: it covers its display. */
export interface Standing {
  display: Seen;
  area: Rectangle;
  whole: boolean;
}
export type Layout = Record<Audience, Standing | null>;

/**
 * Kiosk and console never share a display, and never take the one that was last the other's: a visitor must not see
 * the board, nor an officer's work end under an attract screen. Only a sample office on one display shows both.
 */
export function placeWindows(
  displays: Seen[],
  primaryId: number,
  settings: WindowSettings,
  demo: boolean,
): Layout {
  const only = displays.length === 1 ? displays[0]! : null;
  if (only && demo) return sideBySide(only);
  const knownKiosk = find(displays, settings.kiosk);
  const others = displays.filter(one => one !== knownKiosk);
  const knownStaff = find(others, settings.staff);
  let kiosk = knownKiosk;
  if (!kiosk && settings.kiosk)
    kiosk = displays.find(one => one !== knownStaff && one.touchSupport === 'available') ?? null;
  else if (!kiosk && displays.length > 1)
    kiosk = likeliestKiosk(
      displays.filter(one => one !== knownStaff),
      primaryId,
    );
  const free = displays.filter(one => one !== kiosk);
  const staff = knownStaff ?? free.find(one => one.id === primaryId) ?? free[0] ?? null;
  return {
    kiosk: kiosk && { display: kiosk, area: kiosk.bounds, whole: true },
    staff: staff && { display: staff, area: staff.workArea, whole: false },
  };
}

/** A kiosk covers its display (a full screen may be a pixel short); a console may stand anywhere on its own. */
export function standsIn(bounds: Rectangle, { area, display, whole }: Standing): boolean {
  if (whole)
    return (['x', 'y', 'width', 'height'] as const).every(key => Math.abs(bounds[key] - area[key]) <= 2);
  const x = bounds.x + bounds.width / 2;
  const y = bounds.y + bounds.height / 2;
  const { bounds: own } = display;
  return x >= own.x && x < own.x + own.width && y >= own.y && y < own.y + own.height;
}

/** The kiosk goes to the next display; a console standing there changes places with it. */
export function moveKiosk(displays: Seen[], layout: Layout, settings: WindowSettings): WindowSettings {
  const now = displays.findIndex(one => one.id === layout.kiosk?.display.id);
  const candidates =
    now >= 0
      ? [...displays.slice(now + 1), ...displays.slice(0, now)]
      : displays.filter(one => one.id !== layout.staff?.display.id);
  const next = candidates[0];
  if (!next) return settings;
  const staffStood = layout.staff?.display;
  const staff = staffStood?.id === next.id ? displays[now] : staffStood;
  return { ...settings, kiosk: placeOf(next), staff: staff ? placeOf(staff) : settings.staff };
}

/** @returns the settings to keep, or null when they say so already or not both windows have a display. */
export function settled(layout: Layout, settings: WindowSettings): WindowSettings | null {
  if (!layout.kiosk?.whole || !layout.staff) return null;
  const next = { ...settings, kiosk: placeOf(layout.kiosk.display), staff: placeOf(layout.staff.display) };
  return JSON.stringify(next) === JSON.stringify(settings) ? null : next;
}

const placeOf = ({ label, bounds }: Seen): Place => ({ label, ...bounds });

function find(displays: Seen[], place: Place | null): Seen | null {
  if (!place) return null;
  const away = ({ bounds }: Seen) => Math.abs(bounds.x - place.x) + Math.abs(bounds.y - place.y);
  return (
    displays
      .filter(
        ({ label, bounds }) =>
          label === place.label && bounds.width === place.width && bounds.height === place.height,
      )
      .toSorted((a, b) => away(a) - away(b))[0] ?? null
  );
}

function likeliestKiosk(displays: Seen[], primaryId: number): Seen | null {
  const likeness = (one: Seen) =>
    (one.touchSupport === 'available' ? 4 : 0) +
    (one.bounds.height > one.bounds.width ? 2 : 0) +
    (one.id === primaryId ? 0 : 1);
  return displays.toSorted((a, b) => likeness(b) - likeness(a))[0] ?? null;
}

function sideBySide(display: Seen): Layout {
  const { x, y, width, height } = display.workArea;
  const left = Math.round(Math.min(width * 0.4, height * 0.5625));
  return {
    kiosk: { display, area: { x, y, width: left, height }, whole: false },
    staff: { display, area: { x: x + left, y, width: width - left, height }, whole: false },
  };
}

export interface Key {
  type: string;
  key: string;
  control: boolean;
  alt: boolean;
  meta: boolean;
  shift: boolean;
}

const typingKeys = new Set([
  'Enter',
  'Backspace',
  'Delete',
  'Tab',
  'Shift',
  'CapsLock',
  'Home',
  'End',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
]);

/** What becomes of a physical key at the kiosk: only what writes text may pass; see `WindowSettings.keyboard`. */
export function kioskKey(key: Key, keyboard: WindowSettings['keyboard']): 'type' | 'drop' | 'to-counter' {
  if (keyboard === 'counter') return key.type === 'keyDown' ? 'to-counter' : 'drop';
  if (key.control || key.alt || key.meta) return 'drop';
  return /^.$/u.test(key.key) || typingKeys.has(key.key) ? 'type' : 'drop';
}

/** The console's one shortcut of the shell: the kiosk stands on the wrong display. */
export function asksToMoveKiosk(key: Key): boolean {
  return key.type === 'keyDown' && key.control && key.shift && key.key === 'F8';
}

/** True for an address of the window's own page; compared by what it parses to, never by how it begins. */
export function isOwn(url: string | undefined, audience: Audience | null): boolean {
  if (!url || !audience || !URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${scheme}:` && host === audience;
}

/** A page loads from its own door, and what it made itself in memory. */
export function mayLoad(url: string, audience: Audience): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, pathname } = new URL(url);
  if (protocol === 'data:') return true;
  return isOwn(protocol === 'blob:' ? pathname : url, audience);
}

/** Officers save the labels and tables that the console made in memory; a visitor saves nothing on the office's PC. */
export function maySave(url: string, audience: Audience): boolean {
  return audience === 'staff' && url.startsWith('blob:') && mayLoad(url, audience);
}

export interface PermissionAsked {
  permission: string;
  origin: string | undefined;
  media: readonly string[];
  isMainFrame: boolean;
}

/** The camera, for reading codes, and nothing else. */
export function permits(asked: PermissionAsked, audience: Audience): boolean {
  return (
    asked.permission === 'media' &&
    asked.isMainFrame &&
    asked.media.length > 0 &&
    asked.media.every(kind => kind === 'video') &&
    isOwn(asked.origin, audience)
  );
}

const budget = 3;
const budgetWindowMs = 60_000;

/** A page that fails is loaded again three times in a minute; after that the whole program starts anew. */
export class CrashBudget {
  #failedAtMs: number[] = [];

  spend(nowMs: number): 'reload' | 'relaunch' {
    this.#failedAtMs = this.#failedAtMs.filter(at => nowMs - at < budgetWindowMs);
    this.#failedAtMs.push(nowMs);
    return this.#failedAtMs.length > budget ? 'relaunch' : 'reload';
  }
}

import { describe, expect, it } from 'vitest';
import { counterDisplay, display, touchDisplay } from '../test/helpers/fake-electron.ts';
import {
  CrashBudget,
  isOwn,
  kioskKey,
  mayLoad,
  maySave,
  moveKiosk,
  noSettings,
  permits,
  placeWindows,
  settled,
  type Key,
  type Seen,
} from './window-rules.ts';

const laptop = display(3, 'BOE', [0, 0, 1366, 768]);
const upright = display(4, 'LG 22', [1920, 0, 1080, 1920], 'unknown');
const place = (displays: Seen[], settings = noSettings, demo = false) => {
  const { kiosk, staff } = placeWindows(displays, displays[0]?.id ?? 0, settings, demo);
  return { kiosk: kiosk?.display.label ?? null, staff: staff?.display.label ?? null };
};
const remembered = settled(placeWindows([counterDisplay, touchDisplay], 1, noSettings, false), noSettings)!;

describe('the displays', () => {
  it('gives the touchscreen to the visitor and the other one to the counter', () => {
    expect(place([counterDisplay, touchDisplay])).toEqual({ kiosk: 'Elo 2202L', staff: 'Dell P2419H' });
    expect(place([touchDisplay, counterDisplay])).toEqual({ kiosk: 'Elo 2202L', staff: 'Dell P2419H' });
  });

  it('takes an upright display for the kiosk when none says that it can be touched', () => {
    expect(place([counterDisplay, upright])).toEqual({ kiosk: 'LG 22', staff: 'Dell P2419H' });
  });

  it('leaves the main display to the counter when nothing else tells them apart', () => {
    expect(place([laptop, counterDisplay])).toEqual({ kiosk: 'Dell P2419H', staff: 'BOE' });
  });

  it('shows only the console where there is one display', () => {
    expect(place([laptop])).toEqual({ kiosk: null, staff: 'BOE' });
  });

  it('shows both beside each other where a sample office has one display', () => {
    const { kiosk, staff } = placeWindows([laptop], 3, noSettings, true);
    expect(kiosk!.whole).toBe(false);
    expect(kiosk!.area.x + kiosk!.area.width).toBe(staff!.area.x);
    expect(kiosk!.area.width + staff!.area.width).toBe(1366);
  });

  it('never moves the kiosk to the display of the console, nor the console to the kiosk’s', () => {
    expect(place([counterDisplay], remembered)).toEqual({ kiosk: null, staff: 'Dell P2419H' });
    expect(place([touchDisplay], remembered)).toEqual({ kiosk: 'Elo 2202L', staff: null });
    expect(place([], remembered)).toEqual({ kiosk: null, staff: null });
  });

  it('takes a new display for the console, and for the kiosk only if it can be touched', () => {
    expect(place([laptop, touchDisplay], remembered)).toEqual({ kiosk: 'Elo 2202L', staff: 'BOE' });
    expect(place([counterDisplay, laptop], remembered)).toEqual({ kiosk: null, staff: 'Dell P2419H' });
    const newTouch = display(9, 'Iiyama', [1920, 0, 1080, 1920], 'available');
    expect(place([counterDisplay, newTouch], remembered)).toEqual({ kiosk: 'Iiyama', staff: 'Dell P2419H' });
  });

  it('knows a display again by label and size whatever its number is', () => {
    const renumbered = [
      { ...touchDisplay, id: 70, touchSupport: 'unknown' as const },
      { ...counterDisplay, id: 71 },
    ];
    expect(place(renumbered, remembered)).toEqual({ kiosk: 'Elo 2202L', staff: 'Dell P2419H' });
  });

  it('tells twins apart by where they stand', () => {
    const twins = [display(1, 'HP', [0, 0, 1920, 1080]), display(2, 'HP', [1920, 0, 1920, 1080])];
    const first = settled(placeWindows(twins, 1, noSettings, false), noSettings)!;
    const again = placeWindows(
      [
        { ...twins[1]!, id: 5 },
        { ...twins[0]!, id: 6 },
      ],
      5,
      first,
      false,
    );
    expect([again.kiosk!.area.x, again.staff!.area.x]).toEqual([1920, 0]);
  });

  it('swaps both on the officer’s key, and leaves a single display alone', () => {
    const displays = [counterDisplay, touchDisplay];
    const swapped = moveKiosk(displays, placeWindows(displays, 1, remembered, false), remembered);
    expect(place(displays, swapped)).toEqual({ kiosk: 'Dell P2419H', staff: 'Elo 2202L' });
    const alone = placeWindows([counterDisplay], 1, remembered, false);
    expect(moveKiosk([counterDisplay], alone, remembered)).toEqual(remembered);
  });

  it('remembers both displays once both are there, and writes nothing that is known', () => {
    expect(remembered.kiosk).toEqual({ label: 'Elo 2202L', x: 1920, y: 0, width: 1080, height: 1920 });
    expect(
      settled(placeWindows([counterDisplay, touchDisplay], 1, remembered, false), remembered),
    ).toBeNull();
    expect(settled(placeWindows([counterDisplay], 1, noSettings, false), noSettings)).toBeNull();
  });
});

describe('the keys of a kiosk', () => {
  const key = (name: string, held: Partial<Key> = {}): Key => ({
    type: 'keyDown',
    key: name,
    control: false,
    alt: false,
    meta: false,
    shift: false,
    ...held,
  });

  it('lets through what writes text when the kiosk has a keyboard', () => {
    for (const name of ['a', 'É', '@', ' ', 'Enter', 'Backspace', 'Tab', 'ArrowLeft'])
      expect(kioskKey(key(name), 'kiosk'), name).toBe('type');
  });

  it('drops everything else', () => {
    for (const name of [
      'F1',
      'F5',
      'F11',
      'F12',
      'Escape',
      'PrintScreen',
      'BrowserBack',
      'ContextMenu',
      'Meta',
    ])
      expect(kioskKey(key(name), 'kiosk'), name).toBe('drop');
    for (const held of [{ control: true }, { alt: true }, { meta: true }])
      expect(kioskKey(key('r', held), 'kiosk')).toBe('drop');
  });

  it('sends the focus back to the counter when the keyboard is the officer’s', () => {
    expect(kioskKey(key('a'), 'counter')).toBe('to-counter');
    expect(kioskKey(key('a', { type: 'keyUp' }), 'counter')).toBe('drop');
  });
});

describe('addresses', () => {
  it('knows its own page by what the address parses to', () => {
    expect(isOwn('loket://kiosk/visits', 'kiosk')).toBe(true);
    for (const url of [
      'loket://staff/',
      'loket://kiosk.example.org/',
      'loket://kiosk@example.org/',
      'https://kiosk/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'null/',
      undefined,
    ])
      expect(isOwn(url, 'kiosk'), url).toBe(false);
    expect(isOwn('loket://kiosk/', null)).toBe(false);
  });

  it('lets a page load from its own door and its own memory only', () => {
    expect(mayLoad('loket://kiosk/assets/a.js', 'kiosk')).toBe(true);
    expect(mayLoad('blob:loket://kiosk/9c1e', 'kiosk')).toBe(true);
    expect(mayLoad('data:image/png;base64,AA', 'kiosk')).toBe(true);
    for (const url of [
      'loket://staff/api/board',
      'blob:loket://staff/9c1e',
      'https://fonts.example.org/',
      'ws://x/',
    ])
      expect(mayLoad(url, 'kiosk'), url).toBe(false);
  });
});

describe('downloads', () => {
  it('lets the console save what it made itself, and the kiosk nothing', () => {
    expect(maySave('blob:loket://staff/9c1e', 'staff')).toBe(true);
    expect(maySave('blob:loket://kiosk/9c1e', 'kiosk')).toBe(false);
    for (const url of [
      'blob:loket://kiosk/9c1e',
      'blob:https://example.org/9c1e',
      'loket://staff/api/board',
      'data:application/pdf;base64,AA',
      'https://example.org/a.pdf',
    ])
      expect(maySave(url, 'staff'), url).toBe(false);
  });
});

describe('permissions', () => {
  const camera = { permission: 'media', origin: 'loket://kiosk/', media: ['video'], isMainFrame: true };

  it('grants the camera to the own page and nothing else to anybody', () => {
    expect(permits(camera, 'kiosk')).toBe(true);
    expect(permits({ ...camera, origin: 'loket://kiosk' }, 'kiosk')).toBe(true);
    for (const change of [
      { permission: 'geolocation' },
      { permission: 'display-capture' },
      { media: ['audio'] },
      { media: ['video', 'audio'] },
      { media: [] },
      { origin: 'https://example.org/' },
      { origin: 'loket://staff/' },
      { origin: undefined },
      { isMainFrame: false },
    ])
      expect(permits({ ...camera, ...change }, 'kiosk'), JSON.stringify(change)).toBe(false);
  });
});

describe('the crash budget', () => {
  it('allows three in a minute and starts anew with the fourth', () => {
    const budget = new CrashBudget();
    expect([0, 10_000, 20_000].map(at => budget.spend(at))).toEqual(['reload', 'reload', 'reload']);
    expect(budget.spend(59_000)).toBe('relaunch');
  });

  it('forgets what is longer than a minute ago', () => {
    const budget = new CrashBudget();
    for (const at of [0, 30_000, 59_000, 61_000, 91_000]) expect(budget.spend(at), String(at)).toBe('reload');
  });
});

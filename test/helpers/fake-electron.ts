/**
 * A strict stand-in for `electron`: records what the shell asks for and throws at anything that it does not know, so
 * that a new use of Electron cannot slip in untested. Its `protocol.handle` hands requests over as Electron's own does.
 */
import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { vi } from 'vitest';

export interface FakeDisplay {
  id: number;
  label: string;
  bounds: { x: number; y: number; width: number; height: number };
  workArea: { x: number; y: number; width: number; height: number };
  touchSupport: 'available' | 'unavailable' | 'unknown';
}

export function display(
  id: number,
  label: string,
  [x, y, width, height]: [number, number, number, number],
  touchSupport: FakeDisplay['touchSupport'] = 'unavailable',
): FakeDisplay {
  return {
    id,
    label,
    bounds: { x, y, width, height },
    workArea: { x, y, width, height: height - 40 },
    touchSupport,
  };
}

export const counterDisplay = display(1, 'Dell P2419H', [0, 0, 1920, 1080]);
export const touchDisplay = display(2, 'Elo 2202L', [1920, 0, 1080, 1920], 'available');

type Handler = (request: Request) => Promise<Response>;

/** @throws at every name that was not given: the part of Electron behind it is not known to the tests. */
function strict<T extends object>(name: string, known: T): T {
  return new Proxy(known, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || key === 'then')
        return Reflect.get(target, key, receiver);
      throw new Error(`${name}.${key} is not known to the fake Electron`);
    },
  });
}

/** Emits only events whose names it was given to know. */
class Emitter extends EventEmitter {
  // Not a #field: those are out of reach through the proxy of `strict`.
  private known: Set<string>;
  constructor(known: string[]) {
    super();
    this.known = new Set(known);
  }
  override on(name: string, listener: (...args: never[]) => unknown): this {
    if (!this.known.has(name)) throw new Error(`the event ${name} is not known to the fake Electron`);
    return super.on(name, listener as (...args: unknown[]) => void);
  }
  /** @returns true when a listener prevented what would have happened. */
  prevented(name: string, details: object = {}, ...rest: unknown[]): boolean {
    const event = { prevented: false, preventDefault: () => (event.prevented = true), ...details };
    this.emit(name, event, ...rest);
    return event.prevented;
  }
}

export class FakeSession extends Emitter {
  partition: string;
  handlers: Record<string, (...args: never[]) => unknown> = {};
  door: Handler | null = null;
  beforeRequest:
    ((details: { url: string }, callback: (answer: { cancel: boolean }) => void) => void) | null = null;
  spellChecker = true;
  constructor(partition: string) {
    super(['will-download']);
    this.partition = partition;
  }
  setPermissionRequestHandler = this.keep('permissionRequest');
  setPermissionCheckHandler = this.keep('permissionCheck');
  setDevicePermissionHandler = this.keep('devicePermission');
  setDisplayMediaRequestHandler = this.keep('displayMedia');
  setSpellCheckerEnabled = (on: boolean) => (this.spellChecker = on);
  webRequest = strict('webRequest', {
    onBeforeRequest: (listener: NonNullable<FakeSession['beforeRequest']>) => (this.beforeRequest = listener),
  });
  protocol = strict('session.protocol', {
    handle: (scheme: string, handler: Handler) => {
      if (scheme !== 'loket') throw new Error(`the scheme ${scheme} was not registered`);
      this.door = handler;
    },
  });
  private keep(name: string) {
    return (handler: (...args: never[]) => unknown) => (this.handlers[name] = handler);
  }

  /** As Electron does it: no AbortSignal, the body a stream, the answer's headers an object, its body a node stream. */
  async ask(url: string, init: RequestInit & { initiatorOrigin?: string | null } = {}): Promise<Response> {
    const { signal, initiatorOrigin, body, ...rest } = init;
    const stream = body instanceof ReadableStream ? body : body ? new Blob([body as string]).stream() : null;
    const request = new Request(url, { ...rest, body: stream, duplex: 'half' } as RequestInit);
    if (initiatorOrigin !== undefined) Object.assign(request, { initiatorOrigin });
    const answer = await this.door!(request);
    const data = answer.body ? Readable.fromWeb(answer.body as WebStream) : null;
    signal?.addEventListener('abort', () => data?.destroy());
    return new Response(data ? (Readable.toWeb(data) as BodyInit) : null, {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
    });
  }

  /** @returns what the page is told when it asks for a permission. */
  asks(permission: string, details: object): boolean {
    let granted = false;
    const handler = this.handlers.permissionRequest as (...args: unknown[]) => void;
    handler(null, permission, (yes: boolean) => (granted = yes), { isMainFrame: true, ...details });
    return granted;
  }

  loads(url: string): boolean {
    let cancelled = false;
    this.beforeRequest!({ url }, ({ cancel }) => (cancelled = cancel));
    return !cancelled;
  }
}

export class FakeContents extends Emitter {
  session: FakeSession;
  loaded: string[] = [];
  zoom = { factor: 0, limits: [0, 0] };
  crashedOnPurpose = 0;
  openHandler: (() => { action: string }) | null = null;
  constructor(session: FakeSession) {
    super([
      'will-navigate',
      'will-redirect',
      'will-frame-navigate',
      'will-attach-webview',
      'zoom-changed',
      'render-process-gone',
      'unresponsive',
      'responsive',
      'did-fail-load',
      'did-finish-load',
      'before-input-event',
      'input-event',
    ]);
    this.session = session;
  }
  loadURL = async (url: string) => void this.loaded.push(url);
  isDestroyed = () => false;
  forcefullyCrashRenderer = () => void this.crashedOnPurpose++;
  setWindowOpenHandler = (handler: () => { action: string }) => (this.openHandler = handler);
  setZoomFactor = (factor: number) => (this.zoom.factor = factor);
  setVisualZoomLevelLimits = async (...limits: [number, number]) => void (this.zoom.limits = limits);
}

interface WindowOptions {
  show: boolean;
  webPreferences: Record<string, unknown> & { session: FakeSession };
}

export class FakeWindow extends Emitter {
  options: WindowOptions & Record<string, unknown>;
  webContents: FakeContents;
  visible: boolean;
  kiosk = false;
  onTop = false;
  bounds = { x: 0, y: 0, width: 800, height: 600 };
  focused = 0;
  /** Every place at which it could be seen, in order. */
  seenAt: { x: number; y: number }[] = [];
  constructor(options: FakeWindow['options'], contents: FakeContents) {
    super(['close', 'query-session-end']);
    this.options = options;
    this.visible = options.show;
    this.webContents = contents;
  }
  loadURL = (url: string) => this.webContents.loadURL(url);
  getBounds = () => this.bounds;
  setBounds = (bounds: FakeWindow['bounds']) => {
    this.bounds = { ...bounds };
    this.seen();
  };
  isKiosk = () => this.kiosk;
  setKiosk = (on: boolean) => (this.kiosk = on);
  setAlwaysOnTop = (on: boolean) => (this.onTop = on);
  isVisible = () => this.visible;
  isMinimized = () => false;
  isFocused = () => false;
  hide = () => (this.visible = false);
  showInactive = () => {
    this.visible = true;
    this.seen();
  };
  focus = () => this.focused++;
  private seen(): void {
    if (this.visible) this.seenAt.push({ x: this.bounds.x, y: this.bounds.y });
  }
}

export interface FakeElectronOptions {
  displays?: FakeDisplay[];
  /** False: another instance holds the lock. */
  alone?: boolean;
  /** The answer to the question whether to close: 0 no, 1 yes. */
  press?: 0 | 1;
}

export type FakeElectron = ReturnType<typeof fakeElectron>;

export function fakeElectron({
  displays = [counterDisplay, touchDisplay],
  alone = true,
  press = 1,
}: FakeElectronOptions = {}) {
  const calls: string[] = [];
  const call =
    <T>(name: string, result?: T) =>
    (...args: unknown[]) => {
      calls.push([name, ...args.filter(arg => typeof arg !== 'object')].join(' '));
      return result as T;
    };
  const sessions = new Map<string, FakeSession>();
  const windows: FakeWindow[] = [];
  const privileged: { scheme: string; privileges: object }[] = [];
  const screen = new Emitter(['display-added', 'display-removed', 'display-metrics-changed']);
  const app = new Emitter([
    'second-instance',
    'web-contents-created',
    'child-process-gone',
    'before-quit',
    'will-quit',
    'window-all-closed',
  ]);
  const makeContents = (session: FakeSession) => {
    const contents = strict('webContents', new FakeContents(session));
    app.emit('web-contents-created', {}, contents);
    return contents;
  };
  const electron = {
    app: strict(
      'app',
      Object.assign(app, {
        setPath: call('setPath'),
        enableSandbox: call('enableSandbox'),
        commandLine: strict('commandLine', { appendSwitch: call('appendSwitch') }),
        requestSingleInstanceLock: call('requestSingleInstanceLock', alone),
        whenReady: async () => void calls.push('whenReady'),
        relaunch: call('relaunch'),
        exit: call('exit'),
        quit: () => {
          calls.push('quit');
          app.emit('before-quit');
          if (!app.prevented('will-quit')) calls.push('gone');
        },
      }),
    ),
    // A function, because it is called with `new`.
    BrowserWindow: vi.fn(function (options: FakeWindow['options']) {
      calls.push('window');
      const window = strict('window', new FakeWindow(options, makeContents(options.webPreferences.session)));
      windows.push(window);
      return window;
    }),
    dialog: strict('dialog', {
      showErrorBox: call('showErrorBox'),
      showMessageBox: async () => ({ response: press }),
    }),
    Menu: strict('Menu', { setApplicationMenu: (menu: unknown) => void calls.push(`menu ${String(menu)}`) }),
    powerSaveBlocker: strict('powerSaveBlocker', { start: call('powerSaveBlocker', 1) }),
    safeStorage: strict('safeStorage', {
      // The real one knows no key before the program is ready.
      isEncryptionAvailable: () => calls.includes('whenReady'),
      encryptString: (text: string) => Buffer.from(`sealed:${Buffer.from(text).toString('base64')}`),
      decryptString: (bytes: Buffer) =>
        Buffer.from(bytes.toString().replace(/^sealed:/, ''), 'base64').toString(),
    }),
    protocol: strict('protocol', {
      registerSchemesAsPrivileged: (schemes: typeof privileged) => {
        calls.push('registerScheme');
        privileged.push(...schemes);
      },
    }),
    screen: strict(
      'screen',
      Object.assign(screen, {
        getAllDisplays: () => displays,
        getPrimaryDisplay: () => displays[0],
      }),
    ),
    session: strict('session', {
      fromPartition: (partition: string) => {
        const made = sessions.get(partition) ?? strict('session', new FakeSession(partition));
        sessions.set(partition, made);
        return made;
      },
    }),
  };
  return {
    electron,
    /** Names of calls in order, with their plain arguments. */
    calls,
    sessions,
    privileged,
    makeContents,
    get kiosk() {
      return windows[0]!;
    },
    get staff() {
      return windows[1]!;
    },
    /** Plugs displays in and out, and says so. */
    setDisplays(next: FakeDisplay[], event: 'display-added' | 'display-removed' = 'display-removed') {
      displays = next;
      screen.emit(event, {}, next[0]);
    },
    changeMetrics: (metrics: string[]) => screen.emit('display-metrics-changed', {}, displays[0], metrics),
  };
}

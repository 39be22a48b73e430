/**
 * Reads codes with a camera. html5-qrcode looks after camera and picture; ZXing finds the code, by way of the browser's
 * BarcodeDetector, which Chromium has on neither Linux nor Windows. Nothing is recorded, no picture leaves the page.
 *
 * Large (two programs and a decoder): load it with `import()` when somebody wants the camera.
 */
import { prepareZXingModule } from 'barcode-detector/ponyfill';
import { Html5Qrcode, Html5QrcodeSupportedFormats } from 'html5-qrcode';
import wasmPath from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { closerLook } from './closer-look.ts';

/** A camera at work. */
export interface Scanner {
  cameraId: string;
  /** All cameras of this machine. */
  cameraIds: string[];
  /** It looks at the person before the screen, who expects a mirror. */
  facesUser: boolean;
  /** Null where the camera has no lamp. */
  light: ((on: boolean) => Promise<void>) | null;
  stop(): Promise<void>;
}

/** Refused by the person or the browser, not there (any more), or held by another program. */
export type CameraFault = 'refused' | 'missing' | 'busy';

export class NoCamera extends Error {
  readonly why: CameraFault;
  constructor(why: CameraFault) {
    super(`no camera: ${why}`);
    this.why = why;
  }
}

export interface ScannerSettings {
  /** Null for the one that the machine prefers. */
  cameraId: string | null;
  /** Told at once; any other code when two looks agree. */
  isExpected: (code: string) => boolean;
  /** Each code once for as long as it is held before the camera. */
  onCode: (code: string) => void;
  /** The camera was pulled out. */
  onLost: () => void;
}

// Without this the decoder would be fetched from a public server.
prepareZXingModule({
  overrides: {
    locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmPath : prefix + path),
  },
});

// html5-qrcode starts its picture without waiting for it: a panel that is closed in that instant interrupts the start,
// which is no fault that anybody needs to hear of.
addEventListener('unhandledrejection', event => {
  const { reason } = event as { reason: unknown };
  if (reason instanceof DOMException && reason.name === 'AbortError' && reason.message.includes('play()'))
    event.preventDefault();
});

/** A code that was out of sight for so long counts as held up anew. */
const forgottenMs = 2_500;
let places = 0;

/** @throws NoCamera */
export async function startScanner(place: HTMLElement, settings: ScannerSettings): Promise<Scanner> {
  place.id ||= `camera-${++places}`;
  const { cameraId, isExpected } = settings;
  // html5-qrcode asks this one. Also where the browser has its own: every screen reads alike.
  Object.assign(globalThis, { BarcodeDetector: closerLook(isExpected) });
  const reader = new Html5Qrcode(place.id, {
    formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE, Html5QrcodeSupportedFormats.CODE_128],
    useBarCodeDetectorIfSupported: true,
    verbose: false,
  });
  const seen = new Map<string, number>();
  let doubted: string | null = null;
  const onCode = (code: string) => {
    // One blurred frame of a good card must not be told as a bad code; that one is read again in the next.
    if (!isExpected(code) && doubted !== code) return void (doubted = code);
    const before = seen.get(code);
    seen.set(code, performance.now());
    if (before === undefined || performance.now() - before > forgottenMs) settings.onCode(code);
  };
  const videoConstraints: MediaTrackConstraints = {
    ...(cameraId ? { deviceId: { exact: cameraId } } : { facingMode: 'user' }),
    width: { ideal: 1280 },
    height: { ideal: 720 },
  };
  // The mirrored second look at each frame is the turn of the library's own decoder, so that ours has every first one.
  const looking = { fps: 12, disableFlip: false, videoConstraints };
  try {
    await reader.start(videoConstraints, looking, onCode, () => {});
  } catch (error) {
    throw new NoCamera(faultOf(String(error)));
  }
  const track = trackIn(place);
  track?.addEventListener('ended', settings.onLost);
  const now = reader.getRunningTrackSettings();
  const torch = reader.getRunningTrackCameraCapabilities().torchFeature();
  return {
    cameraId: now.deviceId ?? '',
    cameraIds: await camerasHere(),
    facesUser: now.facingMode !== 'environment',
    light: torch.isSupported() ? on => torch.apply(on) : null,
    stop: async () => {
      track?.removeEventListener('ended', settings.onLost);
      await reader.stop();
    },
  };
}

function trackIn(place: HTMLElement): MediaStreamTrack | undefined {
  const stream = place.querySelector('video')?.srcObject;
  return stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
}

async function camerasHere(): Promise<string[]> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices.filter(one => one.kind === 'videoinput' && one.deviceId).map(one => one.deviceId);
}

/** The library hands on the browser's error as part of a sentence. */
function faultOf(error: string): CameraFault {
  if (/NotAllowedError|SecurityError/.test(error)) return 'refused';
  return /NotReadableError|AbortError|TrackStartError/.test(error) ? 'busy' : 'missing';
}

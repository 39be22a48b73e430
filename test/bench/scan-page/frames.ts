/**
 * In the browser: the camera reader of the screens looks at one frame after the other, as its camera would send them.
 * Counted is html5-qrcode's own pass over a frame, with whatever decoders it asks.
 */
import { Html5Qrcode } from 'html5-qrcode';
import { isCode } from '../../../src-main/codes/rules.ts';
import { startScanner } from '../../../src-renderer/ui/camera.ts';

export interface Look {
  /** Of the whole frame: the first pass, and the mirrored second one where the first found nothing. */
  ms: number;
  text: string | null;
}

interface Passes {
  scanContext: (found: (text: string) => void, missed: (why: string) => void) => Promise<boolean>;
}

const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
const pen = canvas.getContext('2d')!;
navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(30));

const looks: Look[] = [];
let firstPassMs: number | null = null;
const passes = Html5Qrcode.prototype as unknown as Passes;
const scan = passes.scanContext;
passes.scanContext = async function timed(this: Passes, found, missed) {
  let text: string | null = null;
  const began = performance.now();
  const hit = await scan.call(this, seen => found((text = seen)), missed);
  const ms = performance.now() - began;
  if (!hit && firstPassMs === null) firstPassMs = ms;
  else {
    looks.push({ ms: ms + (firstPassMs ?? 0), text });
    firstPassMs = null;
  }
  return hit;
};

let shown: HTMLImageElement | null = null;
setInterval(() => {
  // A canvas that is not drawn on sends no frame, and the camera would never open.
  pen.fillRect(0, 0, canvas.width, canvas.height);
  if (shown) pen.drawImage(shown, 0, 0);
}, 33);

async function lookAt(url: string): Promise<Look> {
  const image = new Image();
  image.src = url;
  await image.decode();
  shown = image;
  const video = document.querySelector('video')!;
  // The picture is on its way through the stream: what is looked at from the third frame on is this one.
  for (let frames = 0; frames < 3; frames++)
    await new Promise(resolve => video.requestVideoFrameCallback(resolve));
  // One look may have begun before.
  const from = looks.length + 1;
  while (looks.length <= from) await new Promise(resolve => setTimeout(resolve, 10));
  return looks[from]!;
}

const ready = startScanner(document.querySelector<HTMLElement>('#place')!, {
  cameraId: null,
  isExpected: isCode,
  onCode: () => {},
  onLost: () => {},
});
Object.assign(window, { bench: { ready, lookAt } });

/**
 * Cameras that are as particular as the worst machine: one at a time, exact about who is asked for, a lamp only where
 * there is one, and nothing that a program leaves burning or open goes unseen.
 */
import type { Page } from '@playwright/test';

export interface StrictCamera {
  id: string;
  facing: 'user' | 'environment';
  lamp: boolean;
}

export interface CameraLook {
  /** Which camera is open; null for none. */
  open: string | null;
  /** Its lamp burns. */
  lit: boolean;
  /** What a program did that no camera allows. */
  faults: string[];
}

/** Replaces the cameras of this page. */
export async function plugCameras(page: Page, cameras: StrictCamera[]): Promise<() => Promise<CameraLook>> {
  await page.evaluate(there => {
    const look: CameraLook = { open: null, lit: false, faults: [] };
    const refuse = (name: string, why: string) => {
      look.faults.push(`${name}: ${why}`);
      return Promise.reject(new DOMException(why, name));
    };
    const open = async ({ id, facing, lamp }: StrictCamera) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
      const pen = canvas.getContext('2d')!;
      const painting = setInterval(() => {
        pen.fillStyle = look.lit ? '#ddd' : '#666';
        pen.fillRect(0, 0, 1280, 720);
      }, 50);
      const stream = canvas.captureStream(20);
      const track = stream.getVideoTracks()[0]!;
      const stop = track.stop.bind(track);
      look.open = id;
      Object.assign(track, {
        getSettings: () => ({ deviceId: id, facingMode: facing, width: 1280, height: 720 }),
        getCapabilities: () => ({ deviceId: id, facingMode: [facing], ...(lamp && { torch: true }) }),
        applyConstraints: ({ advanced = [] }: { advanced?: { torch?: boolean }[] }) => {
          if (look.open !== id) return refuse('InvalidStateError', `${id} is closed`);
          for (const { torch } of advanced) {
            if (torch === undefined) continue;
            if (!lamp) return refuse('OverconstrainedError', `${id} has no lamp`);
            look.lit = torch;
          }
          return Promise.resolve();
        },
        stop: () => {
          clearInterval(painting);
          stop();
          if (look.open === id) Object.assign(look, { open: null, lit: false });
        },
      });
      return stream;
    };
    Object.assign(navigator.mediaDevices, {
      enumerateDevices: async () =>
        there.map(({ id }) => ({ kind: 'videoinput', deviceId: id, groupId: '', label: id })),
      getUserMedia: ({ audio, video }: { audio?: boolean; video: MediaTrackConstraints }) => {
        if (audio) return refuse('NotAllowedError', 'nobody asked for sound');
        const { exact } = (video.deviceId ?? {}) as ConstrainDOMStringParameters;
        const camera = exact
          ? there.find(one => one.id === exact)
          : (there.find(one => one.facing === video.facingMode) ?? there[0]);
        if (!camera) return refuse(exact ? 'OverconstrainedError' : 'NotFoundError', String(exact));
        if (look.open) return refuse('NotReadableError', `${look.open} is still open`);
        return open(camera);
      },
    });
    Object.assign(window, { cameraLook: look });
  }, cameras);
  return () => page.evaluate(() => (window as unknown as { cameraLook: CameraLook }).cameraLook);
}

/** The console's sounds: two notes up for accepted, one low for wrong; for the promise a chime, a firm call, two notes down. */
import { makeStore } from '../desk/store.ts';

/** Volume and mute of this device, until the window closes. */
export const sound = makeStore({ muted: false, volume: 0.6 });

export type Sound = 'accepted' | 'wrong' | 'chime' | 'firm' | 'breach';

interface Note {
  hz: number;
  atMs: number;
  ms: number;
}

const notes: Record<Sound, Note[]> = {
  accepted: [
    { hz: 660, atMs: 0, ms: 90 },
    { hz: 880, atMs: 90, ms: 140 },
  ],
  wrong: [{ hz: 165, atMs: 0, ms: 480 }],
  chime: [
    { hz: 784, atMs: 0, ms: 320 },
    { hz: 988, atMs: 180, ms: 480 },
  ],
  firm: [
    { hz: 523, atMs: 0, ms: 220 },
    { hz: 523, atMs: 280, ms: 220 },
    { hz: 698, atMs: 560, ms: 420 },
  ],
  breach: [
    { hz: 440, atMs: 0, ms: 300 },
    { hz: 294, atMs: 320, ms: 640 },
  ],
};

let context: AudioContext | null = null;

/** The sound card; null where there is none. */
export function audio(): AudioContext | null {
  if (typeof AudioContext === 'undefined') return null;
  try {
    context ??= new AudioContext();
    // A browser lets a page sound only after a touch; an officer signs in with one.
    void context.resume().catch(() => {});
    return context;
  } catch {
    return null;
  }
}

export function play(name: Sound): void {
  const { muted, volume } = sound.get();
  const card = muted || volume === 0 ? null : audio();
  if (card) for (const note of notes[name]) ring(card, note, volume);
}

function ring(audio: AudioContext, { hz, atMs, ms }: Note, volume: number): void {
  const from = audio.currentTime + atMs / 1_000;
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.type = hz < 200 ? 'square' : 'sine';
  tone.frequency.value = hz;
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(volume * (hz < 200 ? 0.25 : 0.5), from + 0.01);
  gain.gain.exponentialRampToValueAtTime(0.001, from + ms / 1_000);
  tone.connect(gain).connect(audio.destination);
  tone.start(from);
  tone.stop(from + ms / 1_000 + 0.05);
}

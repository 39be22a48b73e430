/** Short notes made on the spot, no files: two up for "accepted", one low for "not yet". */
let context: AudioContext | null = null;

function note(hertz: number, fromSeconds: number, seconds: number, volume: number): void {
  if (!context) return;
  const start = context.currentTime + fromSeconds;
  const tone = context.createOscillator();
  const gain = context.createGain();
  tone.frequency.value = hertz;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume, start + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.001, start + seconds);
  tone.connect(gain).connect(context.destination);
  tone.start(start);
  tone.stop(start + seconds);
}

/** A browser lets a page sound only after a touch; without one, or without a sound card, nothing is heard. */
function play(notes: [hertz: number, fromSeconds: number, seconds: number][]): void {
  try {
    context ??= new AudioContext();
    void context.resume().catch(() => {});
    for (const [hertz, from, seconds] of notes) note(hertz, from, seconds, 0.12);
  } catch {
    context = null;
  }
}

export const sounds = {
  accepted: () =>
    play([
      [660, 0, 0.16],
      [880, 0.12, 0.24],
    ]),
  wrong: () => play([[196, 0, 0.28]]),
};

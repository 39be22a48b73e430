/** Calls a number aloud, from recordings that lie with the screens: nothing is asked of any server. */
import enPath from '../../../assets/voice/en.opus?url';
import idPath from '../../../assets/voice/id.opus?url';
import { fetchBlob } from '../../api.ts';
import { audio, sound } from '../sound.ts';
import { clips } from './clips.ts';
import { spokenCall, type CallLanguage } from './spoken.ts';

const paths = { id: idPath, en: enPath };
const pauseSeconds = 0.06;
const betweenLanguagesSeconds = 0.5;
const kept = new Map<CallLanguage, Promise<AudioBuffer>>();

/** When the last call ends, by the clock of the sound card: one is never spoken into another. */
let busyUntil = 0;

/** Does nothing while the sound of this device is off. @throws Failure when the recordings do not come. */
export async function callNumber(number: string, languages: CallLanguage[]): Promise<void> {
  const { muted, volume } = sound.get();
  const context = muted || volume === 0 ? null : audio();
  if (!context) return;
  const recordings = await Promise.all(languages.map(language => recordingOf(context, language)));
  const gain = context.createGain();
  gain.gain.value = Math.min(1, volume * 1.5);
  gain.connect(context.destination);
  let at = Math.max(context.currentTime, busyUntil);
  languages.forEach((language, index) => {
    const places: Record<string, readonly [number, number]> = clips[language];
    for (const clip of spokenCall(number, language)) {
      const [from, length] = places[clip]!;
      const source = context.createBufferSource();
      source.buffer = recordings[index]!;
      source.connect(gain);
      source.start(at, from, length);
      at += length + pauseSeconds;
    }
    at += betweenLanguagesSeconds;
  });
  busyUntil = at;
}

function recordingOf(context: AudioContext, language: CallLanguage): Promise<AudioBuffer> {
  const known = kept.get(language);
  if (known) return known;
  const recording = fetchBlob(paths[language])
    .then(blob => blob.arrayBuffer())
    .then(bytes => context.decodeAudioData(bytes));
  kept.set(language, recording);
  recording.catch(() => kept.delete(language));
  return recording;
}

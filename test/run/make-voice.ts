/**
 * Speaks the words with which a number is called, one file for each language (`assets/voice/*.opus`), and writes where
 * each word lies in it (`src-renderer/staff/voice/clips.ts`). Needs `espeak-ng` and `opusenc` (Debian: opus-tools) on
 * the machine of whoever changes a word; the voices are eSpeak NG's own, whose output is free to use.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** By clip: what eSpeak NG is given, which spells out what it would read wrongly. */
const words: Record<'id' | 'en', Record<string, string>> = {
  id: {
    begin: 'Nomor antrean',
    end: 'silakan ke loket',
    ...spelled('a be ce de e ef ge ha i je ka el em en o pe ki er es te u fe we eks ye zet'),
    ...same(
      'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus ratus',
    ),
  },
  en: {
    begin: 'Number',
    end: 'please come to the counter',
    ...Object.fromEntries(letters.map(letter => [letter, letter === 'A' ? '[[eI]]' : letter])),
    ...same('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'),
    ...same(
      'sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred',
    ),
  },
};
const voices = { id: ['-v', 'id', '-s', '135', '-p', '55'], en: ['-v', 'en-gb', '-s', '140', '-p', '50'] };
const rate = 22_050;
/** Between two words of the file, so that the end of one is never the beginning of the next. */
const gapSeconds = 0.12;

function spelled(names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name, at) => [letters[at]!, name]));
}

function same(list: string): Record<string, string> {
  return Object.fromEntries(list.split(' ').map(word => [word, word]));
}

/** Sixteen bits, one channel, without the silence before and after. */
function speak(language: 'id' | 'en', text: string): Int16Array {
  const wav = execFileSync('espeak-ng', [...voices[language], '--stdout', text], { maxBuffer: 1 << 24 });
  const data = wav.indexOf('data') + 8;
  const samples = new Int16Array(
    wav.buffer.slice(wav.byteOffset + data, wav.byteOffset + wav.length - (wav.length % 2)),
  );
  const loud = (value: number) => Math.abs(value) > 250;
  const end = samples.findLastIndex(loud);
  return samples.slice(Math.max(0, samples.findIndex(loud) - 200), end + 600);
}

function wavOf(samples: Int16Array): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}

const seconds = (samples: number) => Math.round((samples / rate) * 1_000) / 1_000;
const places: string[] = [];
for (const language of ['id', 'en'] as const) {
  const all: number[] = [];
  const lines: string[] = [];
  for (const [clip, text] of Object.entries(words[language])) {
    const spoken = speak(language, text);
    lines.push(`    ${clip}: [${seconds(all.length)}, ${seconds(spoken.length)}],`);
    for (const sample of spoken) all.push(sample);
    for (let at = 0; at < gapSeconds * rate; at++) all.push(0);
  }
  mkdirSync(join(root, 'assets', 'voice'), { recursive: true });
  const opus = execFileSync(
    'opusenc',
    ['--quiet', '--bitrate', '24', '--speech', '--serial', '1', '--padding', '0', '-', '-'],
    { input: wavOf(Int16Array.from(all)), maxBuffer: 1 << 24 },
  );
  writeFileSync(join(root, 'assets', 'voice', `${language}.opus`), opus);
  places.push(`  ${language}: {\n${lines.join('\n')}\n  },`);
}
writeFileSync(
  join(root, 'src-renderer', 'staff', 'voice', 'clips.ts'),
  `/** Where each word lies in its file, in seconds: from, how long. Written by test/run/make-voice.ts. */\nexport const clips = {\n${places.join('\n')}\n} as const satisfies Record<'id' | 'en', Record<string, readonly [from: number, length: number]>>;\n`,
);

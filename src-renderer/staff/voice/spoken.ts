/** A visit's number as the words that are spoken one after the other. */
import { clips } from './clips.ts';

export type CallLanguage = keyof typeof clips;

const indonesian = 'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ');
const english = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** @param number such as P-007. @returns names of clips: "Nomor antrean", P, tujuh, "silakan ke loket". */
export function spokenCall(number: string, language: CallLanguage): string[] {
  const letters = [...number.toUpperCase().replaceAll(/[^A-Z]/g, '')];
  const digits = number.replaceAll(/\D/g, '');
  const count = Number(digits);
  const inWords = language === 'id' ? inIndonesian : inEnglish;
  // A number of four digits is quicker understood one by one.
  const words = count > 999 ? Array.from(digits, digit => inWords(Number(digit))).flat() : inWords(count);
  return ['begin', ...letters, ...(digits ? words : []), 'end'];
}

function inIndonesian(count: number): string[] {
  if (count < 10) return [indonesian[count]!];
  if (count === 10) return ['sepuluh'];
  if (count === 11) return ['sebelas'];
  if (count < 20) return [indonesian[count - 10]!, 'belas'];
  if (count < 100) return [indonesian[Math.floor(count / 10)]!, 'puluh', ...rest(count % 10, inIndonesian)];
  const hundreds = count < 200 ? ['seratus'] : [indonesian[Math.floor(count / 100)]!, 'ratus'];
  return [...hundreds, ...rest(count % 100, inIndonesian)];
}

function inEnglish(count: number): string[] {
  if (count < 20) return [english[count]!];
  if (count < 100) return [englishTens[Math.floor(count / 10) - 2]!, ...rest(count % 10, inEnglish)];
  return [english[Math.floor(count / 100)]!, 'hundred', ...rest(count % 100, inEnglish)];
}

const rest = (count: number, inWords: (count: number) => string[]) => (count === 0 ? [] : inWords(count));

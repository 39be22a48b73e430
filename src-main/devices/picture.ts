/** A slip as it is printed, as a picture for a screen. */
import type { Db } from '../database/open.ts';
import { readProfile } from '../profile/store.ts';
import type { SlipContent } from './slip.ts';

/** @returns a PNG, a pixel for each dot of the office's printer; of 58 mm paper where it has none. */
export async function pictureOf(db: Db, content: SlipContent): Promise<Uint8Array<ArrayBuffer>> {
  const { printer } = (await readProfile(db)).profile;
  const { widthMm, codePage } =
    printer.kind === 'none' ? { widthMm: 58 as const, codePage: 'pc858' as const } : printer;
  const { slipPicture } = await import('./receipt.ts');
  return new Uint8Array(slipPicture(content, { widthMm, codePage, copyNo: 0 }));
}

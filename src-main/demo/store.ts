import type { Station } from '../station.ts';

/** Fills an empty station with a sample office. */
export async function seedDemo(_station: Station): Promise<void> {}

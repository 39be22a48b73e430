import { createHash } from 'node:crypto';

/**
 * So many percent of the offices, at least one: scattered by a digest of publication and office, so that it is not the
 * same offices each time, and a larger share contains a smaller one.
 */
export function shareOf(offices: string[], rollout: string, percent: number): string[] {
  const place = (office: string) => createHash('sha256').update(`${rollout}/${office}`).digest('hex');
  const scattered = offices
    .map(office => ({ office, at: place(office) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  return scattered.slice(0, Math.max(1, Math.round((offices.length * percent) / 100))).map(one => one.office);
}

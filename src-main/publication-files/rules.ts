/** What a downloaded file really is, by its first bytes: a firewall's page of HTML is neither cover nor PDF. */

export const fileKinds = ['cover', 'pdf'] as const;
export type FileKind = (typeof fileKinds)[number];

const signatures: [kind: FileKind, type: string, fits: (start: Buffer) => boolean][] = [
  ['cover', 'image/jpeg', start => start.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['cover', 'image/png', start => start.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))],
  ['cover', 'image/gif', start => start.toString('latin1', 0, 4) === 'GIF8'],
  ['cover', 'image/webp', start => start.toString('latin1', 8, 12) === 'WEBP'],
  ['pdf', 'application/pdf', start => start.toString('latin1', 0, 5) === '%PDF-'],
];

/** The media type of what begins like this; null when it is not of the kind that was asked for. */
export function typeOf(kind: FileKind, start: Buffer): string | null {
  return signatures.find(([of, , fits]) => of === kind && fits(start))?.[1] ?? null;
}

/** Only addresses of the web are followed, whatever an import brought in. */
export function webAddress(reference: string | null): URL | null {
  const url = reference === null ? null : URL.parse(reference.trim());
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}

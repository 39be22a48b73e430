/** What the station's camera reads (docs/sync-protocol.md §7). */
export function enrolQr(url: string, code: string): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ url: url.trim(), code }));
  const base64 = btoa(String.fromCharCode(...bytes));
  return `loket-enrol:${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** No other computer reaches such an address. */
export function isLocal(url: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(url.trim());
}

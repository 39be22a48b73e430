/** What officers call this screen when its visitor calls them: `?nama=Kios 2` at the end of its address. */
export function kioskName(search: string): string {
  return new URLSearchParams(search).get('nama')?.trim().slice(0, 40) || 'Kios';
}

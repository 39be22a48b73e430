/** Opening hours of a day, and what a phone should open from a complaint channel's QR picture. */
export interface DayHours {
  weekday: number;
  open: string;
  close: string;
}

/** ISO weekday (1 = Monday) in the office's own time zone. */
export function weekdayIn(zone: string, at: Date): number {
  const name = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: zone }).format(at);
  return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(name) + 1;
}

/** Neighbouring days with the same hours as one line: Monday to Thursday 08.00–15.30, Friday 08.00–16.00. */
export function groupHours(
  hours: readonly DayHours[],
): { from: number; to: number; open: string; close: string }[] {
  const groups: { from: number; to: number; open: string; close: string }[] = [];
  for (const { weekday, open, close } of [...hours].sort((one, other) => one.weekday - other.weekday)) {
    const last = groups.at(-1);
    if (last && last.to === weekday - 1 && last.open === open && last.close === close) last.to = weekday;
    else groups.push({ from: weekday, to: weekday, open, close });
  }
  return groups;
}

export function channelLink(kind: 'box' | 'web' | 'email' | 'phone', value: string): string | null {
  switch (kind) {
    case 'web':
      return /^https?:/.test(value) ? value : `https://${value}`;
    case 'email':
      return `mailto:${value}`;
    case 'phone':
      return `tel:${value.replaceAll(/[^\d+]/g, '')}`;
    case 'box':
      return null;
  }
}

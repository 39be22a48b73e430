import { attractWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { useTurn } from '../session/turn.ts';
import { groupHours } from './rules.ts';

/** A Monday, from which the names of the weekdays are taken. */
const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

export function OpeningHours() {
  const { language, say } = useWords();
  const { office } = useTurn();
  const names = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  const nameOf = (weekday: number) => names.format(monday + (weekday - 1) * dayMs);
  const clock = (time: string) => (language === 'id' ? time.replace(':', '.') : time);
  return (
    <>
      <h3 className="k-hours-title">{say(attractWords.hours)}</h3>
      <dl className="k-hours">
        {groupHours(office.hours).map(({ from, to, open, close }) => (
          <div key={from}>
            <dt>{from === to ? nameOf(from) : `${nameOf(from)}–${nameOf(to)}`}</dt>
            <dd>
              {clock(open)}–{clock(close)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

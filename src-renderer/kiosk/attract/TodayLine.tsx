import { Clock3, HandCoins } from 'lucide-react';
import { useEffect, useState } from 'react';
import { attractWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { useTurn } from '../session/turn.ts';
import { weekdayIn } from './rules.ts';

/** The date and hours of today by the station's clock, and that nothing is charged. */
export function TodayLine() {
  const words = useWords();
  const { office } = useTurn();
  const now = useStationClock(office.now);
  const weekday = weekdayIn(office.office.zone, now);
  const today = office.hours.find(hours => hours.weekday === weekday);
  const clock = (time: string) => (words.language === 'id' ? time.replace(':', '.') : time);
  return (
    <dl className="k-today">
      <div>
        <Clock3 aria-hidden />
        <dt>
          {words.day(now)}, {words.time(now)}
        </dt>
        <dd>
          {today
            ? words.say(attractWords.openToday, { from: clock(today.open), to: clock(today.close) })
            : words.say(attractWords.closedNow)}
        </dd>
      </div>
      <div>
        <HandCoins aria-hidden />
        <dt>{words.say(attractWords.cost)}</dt>
        <dd>{words.say(office.standard.cost)}</dd>
      </div>
    </dl>
  );
}

/** The kiosk's own clock may be wrong; the station's time is carried on from when it was told. */
function useStationClock(toldNow: string): Date {
  const [now, setNow] = useState(() => new Date(toldNow));
  useEffect(() => {
    const toldAt = performance.now();
    const told = Date.parse(toldNow);
    const timer = setInterval(() => setNow(new Date(told + performance.now() - toldAt)), 5_000);
    return () => clearInterval(timer);
  }, [toldNow]);
  return now;
}

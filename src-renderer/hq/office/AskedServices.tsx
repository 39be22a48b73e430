import { defaultServices } from '../../../src-main/profile/options.ts';
import { dayWords as words } from '../../words/hq-office.ts';
import { useWords } from '../../words.ts';
import type { ServiceLine } from '../queries.ts';

/** How many visits asked for each service; one that an office made itself is told by its key. */
export function AskedServices({ services }: { services: ServiceLine[] }) {
  const { say, number } = useWords();
  const most = Math.max(...services.map(one => one.visits));
  return (
    <section className="services" aria-labelledby="services-title">
      <h2 id="services-title">{say(words.services)}</h2>
      <ul aria-labelledby="services-title">
        {services.map(({ service, visits }) => {
          const known = defaultServices.find(one => one.code === service);
          return (
            <li key={service}>
              <span>{known ? say(known) : service}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
                <rect width={(100 * visits) / most} height="10" />
              </svg>
              <strong className="numbers">{number(visits)}</strong>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

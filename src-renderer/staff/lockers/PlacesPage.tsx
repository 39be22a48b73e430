import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { placeWords as words } from '../../words/staff-places.ts';
import { useWords } from '../../words.ts';
import { PageState } from '../../desk/PageState.tsx';
import { SectionNav } from '../frame/SectionNav.tsx';
import { openPanel, panel, type PlaceName } from '../panel.ts';
import { reads, type Place } from '../reads.ts';
import { placeIcons, stateOfPlace, type PlaceState } from './place-state.ts';
import './places.css';

const states = ['free', 'used', 'broken', 'cleaning'] as const;

/** Every locker or pocket as a door on the wall: number, state in icon and word, and since when. */
export function PlacesPage() {
  const { say } = useWords();
  const kind: PlaceName = useParams<{ place?: string }>().place === 'pocket' ? 'pocket' : 'locker';
  const query = useQuery(reads.places(kind));
  const [only, setOnly] = useState<PlaceState | ''>('');
  const places = query.data ?? [];
  const shown = places.filter(place => only === '' || stateOfPlace(place) === only);
  const count = (state: PlaceState) => places.filter(place => stateOfPlace(place) === state).length;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{say(words.title)}</h1>
          {query.data && (
            <p className="numbers">{say(words.found, { n: count('free'), of: places.length })}</p>
          )}
        </div>
        <SectionNav
          label={say(words.which)}
          page="/lockers"
          sections={[
            { key: 'locker', word: words.lockers },
            { key: 'pocket', word: words.pockets },
          ]}
          here={kind}
        />
      </header>
      {!query.data ? (
        <PageState query={query} />
      ) : places.length === 0 ? (
        <EmptyState icon={Lock} title={say(words.none)}>
          {say(words.noneText)}
        </EmptyState>
      ) : (
        <div className="stack" style={{ gap: 20 }}>
          <ChipChoice
            label={say(words.filter)}
            labelHidden
            size="small"
            options={[
              { value: '', label: `${say(words.all)} ${places.length}` },
              ...states.map(state => ({
                value: state,
                label: `${say(words[state])} ${count(state)}`,
                icon: placeIcons[state],
              })),
            ]}
            value={only}
            onPick={setOnly}
          />
          {shown.length === 0 && <p className="soft">{say(words.noneOfState)}</p>}
          <ul className="doors">
            {shown.map(place => (
              <Door key={place.id} kind={kind} place={place} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Door({ kind, place }: { kind: PlaceName; place: Place }) {
  const { say, clock } = useWords();
  const open = panel.use();
  const state = stateOfPlace(place);
  const Icon = placeIcons[state];
  const here = open?.kind === 'place' && open.id === place.id;
  return (
    <li>
      <button
        type="button"
        className={`door door-${state} ${here ? 'door-here' : ''}`}
        onClick={() => openPanel({ kind: 'place', place: kind, id: place.id })}
      >
        <span className="said-only">{say(words[kind])} </span>
        <span className="door-number numbers">{place.number}</span>
        <span className="door-state">
          <Icon size={16} aria-hidden />
          {say(words[state])}
        </span>
        <span className="door-since numbers">
          {place.visitId ? (
            <>
              <strong>{place.visitNumber}</strong>{' '}
              {place.since && say(words.since, { time: clock(place.since) })}
            </>
          ) : (
            place.note
          )}
        </span>
      </button>
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { TextField } from '../../ui/Field.tsx';
import { frame } from '../../words/staff-frame.ts';
import { placeWords as words } from '../../words/staff-places.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { closePanel, openPanel, type PlaceName } from '../panel.ts';
import { reads, type Place } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { placeIcons, stateOfPlace } from './place-state.ts';
import '../visits/visit.css';

/** One locker or pocket: who has it, its condition, who had it before. */
export function PlacePanel({ place: kind, id }: { place: PlaceName; id: string }) {
  const { say } = useWords();
  const query = useQuery(reads.places(kind));
  const place = query.data?.find(one => one.id === id);
  return (
    <Drawer
      title={`${say(words[kind])} ${place?.number ?? ''}`}
      lead={place && <StateLine place={place} />}
      closeLabel={say(frame.close)}
      onClose={closePanel}
    >
      {place ? (
        <div className="stack-wide">
          {place.visitId && place.visitNumber && <UsedBy place={place} />}
          <Condition key={place.condition} kind={kind} place={place} />
          <History kind={kind} id={id} />
          <section className="part">
            <h3>{say(words.code)}</h3>
            <p className="numbers" style={{ fontSize: 20, fontWeight: 700, letterSpacing: '0.08em' }}>
              {place.code}
            </p>
            <p className="soft">{say(words.codeHint)}</p>
          </section>
        </div>
      ) : (
        <PageState query={query} />
      )}
    </Drawer>
  );
}

function StateLine({ place }: { place: Place }) {
  const { say } = useWords();
  const state = stateOfPlace(place);
  const Icon = placeIcons[state];
  const tone = { free: 'green', used: 'blue', broken: 'orange', cleaning: '' }[state];
  return (
    <span className={`tag tag-${tone}`}>
      <Icon size={14} aria-hidden />
      {say(words[state])}
    </span>
  );
}

function UsedBy({ place }: { place: Place }) {
  const { say, clock } = useWords();
  return (
    <div className="note">
      <p className="numbers">
        {say(words.usedBy, { number: place.visitNumber ?? '', time: place.since ? clock(place.since) : '' })}
      </p>
      <ActionButton
        size="small"
        onClick={() => place.visitId && openPanel({ kind: 'visit', visitId: place.visitId })}
      >
        {say(words.goVisit)}
      </ActionButton>
    </div>
  );
}

function Condition({ kind, place }: { kind: PlaceName; place: Place }) {
  const { say } = useWords();
  const may = useMay();
  const [condition, setCondition] = useState<'usable' | 'broken' | 'cleaning'>(
    place.condition === 'retired' ? 'usable' : place.condition,
  );
  const [note, setNote] = useState(place.note ?? '');
  const save = useAct(
    () =>
      answer(
        api.places[':place'][':id'].$patch({
          param: { place: kind, id: place.id },
          json: { condition, note: note || undefined },
        }),
      ),
    { onDone: () => toast('good', say(frame.saved)), onFail: () => true },
  );
  if (!may('lockers.change')) return null;
  return (
    <section className="part">
      <ChipChoice
        label={say(words.condition)}
        options={(['usable', 'broken', 'cleaning'] as const).map(value => ({
          value,
          label: say(words[value]),
          icon: placeIcons[value === 'usable' ? 'free' : value],
        }))}
        value={condition}
        onPick={setCondition}
      />
      <TextField
        label={say(words.note)}
        aside={say(frame.optional)}
        hint={say(words.noteHint)}
        value={note}
        maxLength={120}
        onText={setNote}
      />
      <FailureLine failure={save.failure} />
      <div>
        <ActionButton
          tone="primary"
          busy={save.busy}
          why={place.visitId !== null && say(words.inUseWhy)}
          onClick={() => save.run()}
        >
          {say(words.save)}
        </ActionButton>
      </div>
    </section>
  );
}

function History({ kind, id }: { kind: PlaceName; id: string }) {
  const { say, day, clock } = useWords();
  const query = useQuery(reads.placeHistory(kind, id));
  return (
    <section className="part">
      <h3>{say(words.history)}</h3>
      {!query.data ? (
        <PageState query={query} />
      ) : query.data.length === 0 ? (
        <p className="soft">{say(words.noHistory)}</p>
      ) : (
        <ul className="lines">
          {query.data.map(use => (
            <li key={use.id} className="line">
              <button
                type="button"
                className="line-link numbers"
                onClick={() => openPanel({ kind: 'visit', visitId: use.visitId })}
              >
                {use.visitNumber}
              </button>
              <small className="soft numbers">
                {say(words.historyLine, {
                  day: day(use.takenAt),
                  from: clock(use.takenAt),
                  to: use.releasedAt ? clock(use.releasedAt) : say(words.now),
                })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

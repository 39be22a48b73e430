import { useState } from 'react';
import { isOpen } from '../../../src-main/visits/rules.ts';
import type { ServiceChange } from './service-change.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import type { VisitDetail } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { useAct } from '../../desk/use-act.ts';
import { useChoiceWords } from '../use-choice-words.ts';

type Service = VisitDetail['services'][number];

/** The services of a visit, each with its own times and outcome. */
export function VisitServices({ visit }: { visit: VisitDetail }) {
  const { say } = useWords();
  const may = useMay();
  const change = useAct((json: ServiceChange) =>
    answer(api.visits[':id'].services.$post({ param: { id: visit.id }, json })),
  );
  const running = isOpen(visit.state) && visit.state !== 'waiting' && may('visits.serve');
  return (
    <section className="part">
      <h3>{say(visitWords.services)}</h3>
      <ul className="lines">
        {visit.services.map(one => (
          <ServiceLine
            key={one.service}
            one={one}
            running={running}
            busy={change.busy}
            onChange={change.run}
          />
        ))}
      </ul>
      {running && <AddService visit={visit} onAdd={service => change.run({ service, action: 'add' })} />}
    </section>
  );
}

interface LineProps {
  one: Service;
  running: boolean;
  busy: boolean;
  onChange: (change: ServiceChange) => void;
}

function ServiceLine({ one, running, busy, onChange }: LineProps) {
  const { say, clock } = useWords();
  const { service } = useChoiceWords();
  const outcomes = {
    given: visitWords.given,
    'not-available': visitWords.notAvailable,
    cancelled: visitWords.cancelled,
  };
  const state = one.endedAt
    ? `${say(outcomes[(one.outcome ?? 'given') as keyof typeof outcomes])} · ${clock(one.endedAt)}`
    : one.startedAt
      ? say(visitWords.serviceRunning, { time: clock(one.startedAt) })
      : say(visitWords.servicePlanned);
  return (
    <li className="line">
      <span>
        <strong>{service(one.service)}</strong>
        <small className="soft numbers">{state}</small>
      </span>
      {running && !one.endedAt && (
        <span className="row">
          {one.startedAt ? (
            <>
              <ActionButton
                size="small"
                busy={busy}
                onClick={() => onChange({ service: one.service, action: 'end', outcome: 'given' })}
              >
                {say(visitWords.end)}
              </ActionButton>
              <ActionButton
                size="small"
                tone="quiet"
                busy={busy}
                onClick={() => onChange({ service: one.service, action: 'end', outcome: 'not-available' })}
              >
                {say(visitWords.notAvailable)}
              </ActionButton>
            </>
          ) : (
            <ActionButton
              size="small"
              busy={busy}
              onClick={() => onChange({ service: one.service, action: 'start' })}
            >
              {say(visitWords.start)}
            </ActionButton>
          )}
        </span>
      )}
    </li>
  );
}

function AddService({ visit, onAdd }: { visit: VisitDetail; onAdd: (service: string) => void }) {
  const { say } = useWords();
  const { office } = useChoiceWords();
  const [open, setOpen] = useState(false);
  const others = office?.services.filter(one => !visit.services.some(had => had.service === one.code)) ?? [];
  if (others.length === 0) return null;
  if (!open)
    return (
      <ActionButton size="small" tone="quiet" onClick={() => setOpen(true)}>
        {say(visitWords.addService)}
      </ActionButton>
    );
  return (
    <div className="row">
      {others.map(one => (
        <ActionButton
          key={one.code}
          size="small"
          onClick={() => {
            onAdd(one.code);
            setOpen(false);
          }}
        >
          {say(one)}
        </ActionButton>
      ))}
    </div>
  );
}

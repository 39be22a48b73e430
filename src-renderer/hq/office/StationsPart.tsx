import { Ban, KeyRound, MonitorCheck, MonitorOff, Plus, Ticket } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { stationWords as words } from '../../words/hq-office.ts';
import { useWords } from '../../words.ts';
import { useMoments } from '../moments.ts';
import { Devices } from '../offices/OfficesTable.tsx';
import type { OfficeAnswer, StationLine } from '../queries.ts';
import { useMay } from '../session/session.ts';
import { useActor } from '../use-actor.ts';
import { EnrolDialog } from './EnrolDialog.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';

type Asked = { what: 'enrol'; station: StationLine | null } | { what: 'revoke'; station: StationLine } | null;

/** The stations of an office: how each is, and codes for new ones. */
export function StationsPart({ answer: { line, stations, codes } }: { answer: OfficeAnswer }) {
  const { say } = useWords();
  const may = useMay();
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  const working = stations.filter(one => one.revokedAt === null);
  const revoked = stations.filter(one => one.revokedAt !== null);
  const denied = !may('stations.enrol') && say(hqFrame.notForRole);
  const enrol = (
    <ActionButton
      tone="primary"
      icon={Plus}
      why={denied}
      onClick={() => setAsked({ what: 'enrol', station: null })}
    >
      {say(words.enrol)}
    </ActionButton>
  );
  return (
    <div className="stack-wide">
      {working.length === 0 ? (
        <EmptyState icon={MonitorOff} title={say(words.emptyTitle)}>
          <p>{say(words.empty)}</p>
          <p>{enrol}</p>
        </EmptyState>
      ) : (
        <div className="stack">
          <div className="row-end">{enrol}</div>
          {working.map(station => (
            <StationCard
              key={station.device}
              station={station}
              onEnrol={() => setAsked({ what: 'enrol', station })}
              onRevoke={() => setAsked({ what: 'revoke', station })}
            />
          ))}
        </div>
      )}
      <OpenCodes codes={codes} stations={stations} />
      <Revoked stations={revoked} />
      {asked?.what === 'enrol' && <EnrolDialog line={line} station={asked.station} onClose={close} />}
      {asked?.what === 'revoke' && (
        <RevokeDialog office={line.office} station={asked.station} onClose={close} />
      )}
    </div>
  );
}

interface CardProps {
  station: StationLine;
  onEnrol: () => void;
  onRevoke: () => void;
}

function StationCard({ station, onEnrol, onRevoke }: CardProps) {
  const { say, number } = useWords();
  const { ago, moment } = useMoments();
  const may = useMay();
  const rows = station.backlog?.rows ?? 0;
  const oldest = station.backlog?.oldest_at;
  const facts: [string, string][] = [
    [
      say(words.seen),
      station.seenAt ? `${ago(station.seenAt)} (${moment(station.seenAt)})` : say(words.never),
    ],
    [
      say(words.backlog),
      rows === 0
        ? say(words.backlogNone)
        : oldest
          ? say(words.backlogRows, { n: number(rows), ago: ago(new Date(oldest)) })
          : say(words.backlogCount, { n: number(rows) }),
    ],
    [say(words.app), station.app || '–'],
    [say(words.system), station.os || '–'],
    [say(words.enrolled), moment(station.enrolledAt)],
    [say(words.key), station.keyAt ? moment(station.keyAt) : '–'],
    [say(words.id), station.device],
  ];
  const denied = !may('stations.revoke') && say(hqFrame.notForRole);
  return (
    <article className="station" aria-label={station.name || say(words.unnamed)}>
      <header>
        <MonitorCheck size={24} aria-hidden />
        <h2>{station.name || say(words.unnamed)}</h2>
        <Devices told={station} />
        <div className="row">
          <ActionButton size="small" icon={KeyRound} why={denied} onClick={onEnrol}>
            {say(words.again)}
          </ActionButton>
          <ActionButton size="small" tone="danger" icon={Ban} why={denied} onClick={onRevoke}>
            {say(words.revoke)}
          </ActionButton>
        </div>
      </header>
      <dl className="facts-grid">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function OpenCodes({ codes, stations }: Pick<OfficeAnswer, 'codes' | 'stations'>) {
  const { say } = useWords();
  const tellActor = useActor();
  const { moment } = useMoments();
  if (codes.length === 0) return null;
  const nameOf = (device: string) => stations.find(one => one.device === device)?.name ?? device;
  return (
    <section className="stack" aria-label={say(words.codesTitle)}>
      <h2>{say(words.codesTitle)}</h2>
      <ul className="plain-lines">
        {codes.map(code => (
          <li key={code.madeAt}>
            <Ticket size={20} aria-hidden />
            <span>
              {say(words.codeLine, {
                at: moment(code.madeAt),
                by: tellActor(code.madeBy),
                until: moment(code.expiresAt),
              })}
              , {code.device ? say(words.codeFor, { name: nameOf(code.device) }) : say(words.codeNew)}.
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Revoked({ stations }: { stations: StationLine[] }) {
  const { say } = useWords();
  const { moment } = useMoments();
  if (stations.length === 0) return null;
  return (
    <section className="stack" aria-label={say(words.revokedTitle)}>
      <h2>{say(words.revokedTitle)}</h2>
      <ul className="plain-lines">
        {stations.map(station => (
          <li key={station.device}>
            <Ban size={20} aria-hidden />
            <span>
              <strong>{station.name || say(words.unnamed)}</strong>
              <small className="soft">
                {say(words.revokedAt, { at: moment(station.revokedAt!) })} · {station.device}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

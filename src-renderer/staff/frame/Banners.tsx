import { useQuery } from '@tanstack/react-query';
import { HandHelping, HardDrive, Printer, Unplug } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Link } from 'wouter';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { frame } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { RequestBar } from '../headquarters/RequestBar.tsx';
import { link } from '../live-queries.ts';
import { LateForms } from '../photocopies/LateForms.tsx';
import { reads, type Board, type Print } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { play } from '../sound.ts';
import { Announcements } from '../sync/Announcements.tsx';
import { useAct } from '../../desk/use-act.ts';
import { PrinterBar } from './PrinterBar.tsx';

/** What must be seen on every page: a silent station, a damaged file, a visitor who calls, a slip that may not have come out. */
export function Banners() {
  const { say } = useWords();
  const up = link.use();
  const board = useQuery(reads.board()).data;
  const calls = useMemo(() => board?.helpCalls ?? [], [board]);
  const known = useRef(new Set<string>());
  useEffect(() => {
    const fresh = calls.filter(call => !known.current.has(call.id));
    if (fresh.length > 0) play('chime');
    known.current = new Set(calls.map(call => call.id));
  }, [calls]);
  return (
    <div className="bars">
      {!up && (
        <div className="bar" role="status">
          <Unplug size={20} aria-hidden />
          <p>
            <strong>{say(frame.silentTitle)}.</strong> {say(frame.silent)}
          </p>
        </div>
      )}
      {board?.integrity === 'damaged' && (
        <div className="bar" role="alert">
          <HardDrive size={20} aria-hidden />
          <p>
            <strong>{say(frame.damagedTitle)}.</strong> {say(frame.damaged)}
          </p>
        </div>
      )}
      {calls.map(call => (
        <HelpCall key={call.id} call={call} />
      ))}
      <Announcements />
      <RequestBar />
      <LateForms />
      <PrinterBar />
      <Prints />
    </div>
  );
}

function HelpCall({ call }: { call: Board['helpCalls'][number] }) {
  const { say, time } = useWords();
  const may = useMay();
  const come = useAct(() => answer(api.help[':id'].answer.$post({ param: { id: call.id } })));
  return (
    <div className="bar" role="alert">
      <HandHelping size={20} aria-hidden />
      <p>
        <strong>{say(frame.help, { kiosk: call.kiosk })}</strong>{' '}
        {say(frame.helpSince, { time: time(call.calledAt) })}
      </p>
      <ActionButton
        tone="primary"
        size="small"
        why={!may('help.answer') && say(frame.notForRole)}
        busy={come.busy}
        onClick={() => come.run()}
      >
        {say(frame.helpAnswer)}
      </ActionButton>
    </div>
  );
}

function Prints() {
  const { say } = useWords();
  const may = useMay();
  const prints = useQuery({ ...reads.prints(), enabled: may('prints.read') }).data ?? [];
  // A printer that never confirms would keep this bar up all day; its slips are in the list.
  const unsure = prints.filter(print => print.state === 'maybe' && print.reason !== 'unconfirmed').length;
  const failed = newest(prints).filter(print => print.state === 'not-printed').length;
  if (unsure + failed === 0) return null;
  const text = unsure > 0 ? say(frame.printsUnsure, { n: unsure }) : say(frame.printsFailed, { n: failed });
  return (
    <div className="bar bar-blue" role="status">
      <Printer size={20} aria-hidden />
      <p>{text}</p>
      <Link href="/settings/slips" className="act act-plain act-small">
        {say(frame.printsSee)}
      </Link>
    </div>
  );
}

/** The newest print of each slip: one that was printed again is no worry any more. */
function newest(prints: Print[]): Print[] {
  const bySlip = new Map<string, Print>();
  for (const print of prints) {
    const known = bySlip.get(print.slipId);
    if (!known || known.copyNo < print.copyNo) bySlip.set(print.slipId, print);
  }
  return [...bySlip.values()];
}

import { Printer, Ticket } from 'lucide-react';
import { useState } from 'react';
import { answer, hq } from '../../api.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { useAct } from '../../desk/use-act.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { QrPicture } from '../../ui/QrPicture.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { stationWords as words } from '../../words/hq-office.ts';
import { useWords } from '../../words.ts';
import { CopyButton } from '../CopyButton.tsx';
import { useMoments } from '../moments.ts';
import { renew, type OfficeLine, type StationLine } from '../queries.ts';
import { enrolQr, isLocal } from './enrol-qr.ts';

interface Props {
  line: OfficeLine;
  /** The one whose history is taken up again; null for a new station. */
  station: StationLine | null;
  onClose: () => void;
}

const hoursGood = 48;

/** Asks once more, makes the one-time code, and shows it the only time that it can be seen. */
export function EnrolDialog({ line, station, onClose }: Props) {
  const { say } = useWords();
  const [url, setUrl] = useState(location.origin);
  const [made, setMade] = useState<{ code: string; until: Date } | null>(null);
  const make = useAct(
    () =>
      answer(
        hq.offices[':office'].codes.$post({
          param: { office: line.office },
          json: station ? { device: station.device } : {},
        }),
      ),
    {
      onDone: ({ code }) => {
        setMade({ code, until: new Date(Date.now() + hoursGood * 3_600_000) });
        renew('office');
      },
      onFail: () => true,
    },
  );
  if (made) return <Sheet line={line} url={url} {...made} onClose={onClose} />;
  return (
    <DeskDialog
      title={say(words.enrolTitle)}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{say(hqFrame.cancel)}</ActionButton>
          <ActionButton tone="primary" icon={Ticket} busy={make.busy} onClick={() => make.run()}>
            {say(words.makeCode)}
          </ActionButton>
        </>
      }
    >
      <p>
        {say(words.enrolFor, { name: line.name, office: line.office })}.{' '}
        {station
          ? say(words.enrolAgainLead, { name: station.name || say(words.unnamed) })
          : say(words.enrolLead)}
      </p>
      <TextField
        label={say(words.address)}
        hint={say(isLocal(url) ? words.addressLocal : words.addressHint)}
        inputMode="url"
        value={url}
        maxLength={200}
        onText={setUrl}
      />
      <FailureLine failure={make.failure} />
    </DeskDialog>
  );
}

interface SheetProps {
  line: OfficeLine;
  url: string;
  code: string;
  until: Date;
  onClose: () => void;
}

/** What is handed to the office, on screen and on paper. */
function Sheet({ line, url, code, until, onClose }: SheetProps) {
  const { say } = useWords();
  const { moment } = useMoments();
  return (
    <DeskDialog
      title={say(words.enrolTitle)}
      onClose={onClose}
      actions={
        <>
          <CopyButton text={code} />
          <ActionButton icon={Printer} onClick={() => print()}>
            {say(hqFrame.print)}
          </ActionButton>
          <ActionButton tone="primary" onClick={onClose}>
            {say(words.done)}
          </ActionButton>
        </>
      }
    >
      <div className="enrol-sheet">
        <p className="enrol-office">{say(words.enrolFor, { name: line.name, office: line.office })}</p>
        <QrPicture className="enrol-qr" text={enrolQr(url, code)} label={say(words.qr)} />
        <p className="enrol-code">{code}</p>
        <p className="soft">{url}</p>
        <ol>
          {words.steps.map(step => (
            <li key={step.en}>{say(step)}</li>
          ))}
        </ol>
        <p className="note note-orange">{say(words.goodOnce, { until: moment(until) })}</p>
      </div>
    </DeskDialog>
  );
}

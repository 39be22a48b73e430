import { useQuery } from '@tanstack/react-query';
import { Usb } from 'lucide-react';
import { useState } from 'react';
import { megabytes } from '../../../src-main/softcopies/rules.ts';
import { deliveryWays, type DeliveryWay, type NewDelivery } from '../../../src-main/softcopies/schema.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { TextField } from '../../ui/Field.tsx';
import { QrPicture } from '../../ui/QrPicture.tsx';
import { softcopyWords as words } from '../../words/staff-softcopies.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { softcopyReads, type Softcopy } from './softcopy-reads.ts';
import './softcopies.css';

/** E-mail, USB stick or a QR code for a phone; what this office cannot do is said plainly. */
export function DeliverPart({ softcopy }: { softcopy: Softcopy }) {
  const { say } = useWords();
  const ways = useQuery(softcopyReads.ways()).data;
  const [way, setWay] = useState<DeliveryWay>('email');
  const [url, setUrl] = useState<string | null>(null);
  const deliver = useAct(
    (json: NewDelivery) =>
      answer(api.softcopies[':id'].deliveries.$post({ param: { id: softcopy.id }, json })),
    {
      onDone: (done, order) => {
        if (order.way === 'email') toast('good', say(words.queued));
        if (done.fileName) toast('good', say(words.copied, { name: done.fileName }));
        setUrl(done.url ?? null);
      },
      onFail: () => true,
    },
  );
  if (!ways) return null;
  return (
    <section className="part">
      <ChipChoice
        label={say(words.deliver)}
        options={deliveryWays.map(value => ({ value, label: say(words.ways[value]) }))}
        value={way}
        onPick={setWay}
      />
      {way === 'email' &&
        (ways.email ? (
          <EmailForm busy={deliver.busy} onSend={address => deliver.run({ way: 'email', address })} />
        ) : (
          <p className="note note-orange">{say(words.noMail)}</p>
        ))}
      {way === 'usb' && (
        <Sticks busy={deliver.busy} onPick={volumeId => deliver.run({ way: 'usb', volumeId })} />
      )}
      {way === 'download' &&
        (!ways.download ? (
          <p className="note note-orange">{say(words.noNetwork)}</p>
        ) : url ? (
          <figure className="download-qr">
            <QrPicture text={url} label={say(words.ways.download)} />
            <figcaption>{say(words.qr, { n: ways.downloadMinutes })}</figcaption>
          </figure>
        ) : (
          <div>
            <ActionButton tone="primary" busy={deliver.busy} onClick={() => deliver.run({ way: 'download' })}>
              {say(words.showQr)}
            </ActionButton>
          </div>
        ))}
      <FailureLine failure={deliver.failure} />
    </section>
  );
}

function EmailForm({ busy, onSend }: { busy: boolean; onSend: (address: string) => void }) {
  const { say } = useWords();
  const [address, setAddress] = useState('');
  const good = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim());
  return (
    <>
      <TextField
        label={say(words.address)}
        hint={say(words.addressHint)}
        type="email"
        value={address}
        maxLength={120}
        onText={setAddress}
      />
      <div>
        <ActionButton
          tone="primary"
          busy={busy}
          why={!good && say(words.address)}
          onClick={() => {
            onSend(address.trim());
            setAddress('');
          }}
        >
          {say(words.send)}
        </ActionButton>
      </div>
    </>
  );
}

function Sticks({ busy, onPick }: { busy: boolean; onPick: (volumeId: string) => void }) {
  const { say, number } = useWords();
  const volumes = useQuery(softcopyReads.volumes()).data ?? [];
  if (volumes.length === 0) return <p>{say(words.noSticks)}</p>;
  return (
    <ul className="lines" aria-label={say(words.sticks)}>
      {volumes.map(volume => (
        <li key={volume.id} className="line">
          <span>
            <strong>{volume.name}</strong>
            <small className="soft numbers">
              {say(words.free, { mb: number(megabytes(volume.freeBytes)) })}
            </small>
          </span>
          <ActionButton size="small" icon={Usb} busy={busy} onClick={() => onPick(volume.id)}>
            {say(words.send)}
          </ActionButton>
        </li>
      ))}
    </ul>
  );
}

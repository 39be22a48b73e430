import { QrPicture } from '../../ui/QrPicture.tsx';
import { attractWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { useTurn } from '../session/turn.ts';
import { channelLink } from './rules.ts';

/** Where a complaint goes, as pictures for the visitor's own phone: nothing is typed on this screen. */
export function ComplaintChannels() {
  const { say } = useWords();
  const { office } = useTurn();
  const channels = office.standard.complaints.flatMap(({ kind, label, value }) => {
    const link = channelLink(kind, value);
    return link ? [{ label: say(label), value, link }] : [];
  });
  const boxes = office.standard.complaints.filter(({ kind }) => kind === 'box');
  return (
    <div className="k-complaints">
      <h2>
        {say(attractWords.complaints)} <small>{say(attractWords.complaintsHint)}</small>
      </h2>
      <ul>
        {channels.map(({ label, value, link }) => (
          <li key={link}>
            <QrPicture text={link} label={`${label}: ${value}`} />
            <span>{label}</span>
          </li>
        ))}
      </ul>
      {boxes.map(({ label, value }) => (
        <p key={value}>
          {say(label)}: {value}
        </p>
      ))}
    </div>
  );
}

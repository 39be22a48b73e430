import { QrPicture } from '../../ui/QrPicture.tsx';
import { useWords } from '../../words.ts';
import { useTurn } from '../session/turn.ts';
import { channelLink } from './rules.ts';

/** Where a complaint goes, as pictures for the visitor's own phone: nothing is typed on this screen. */
export function ComplaintChannels() {
  const { say } = useWords();
  const { office } = useTurn();
  const { complaints } = office.standard;
  return (
    <div className="k-channels">
      <ul>
        {complaints.map(({ kind, label, value }) => {
          const link = channelLink(kind, value);
          return link ? (
            <li key={link}>
              <QrPicture lasting text={link} label={`${say(label)}: ${value}`} />
              <span>{say(label)}</span>
              <span className="k-channel-value">{breakable(value)}</span>
            </li>
          ) : null;
        })}
      </ul>
      {complaints
        .filter(({ kind }) => kind === 'box')
        .map(({ label, value }) => (
          <p key={value}>
            {say(label)}: {value}
          </p>
        ))}
    </div>
  );
}

/** An address without its scheme, that wraps behind a slash when it is too long for one line. */
const breakable = (address: string) => address.replace(/^https?:\/\//, '').replaceAll('/', '/\u200B');

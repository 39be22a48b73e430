import type { OfficeProfile } from '../../../src-main/profile/schema.ts';
import { TextField } from '../../ui/Field.tsx';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';

type Channel = OfficeProfile['standard']['complaints'][number];

interface Props {
  channels: Channel[];
  onChannels: (channels: Channel[]) => void;
  errorOf: (path: string) => string | null;
}

export function ComplaintFields({ channels, onChannels, errorOf }: Props) {
  const { say } = useWords();
  return (
    <section className="stack">
      <h3>{say(words.complaints)}</h3>
      {channels.map((channel, index) => (
        <TextField
          key={`${channel.kind}-${index}`}
          label={say(channel.label)}
          value={channel.value}
          error={errorOf(`standard.complaints.${index}`)}
          onText={value => onChannels(channels.map((one, at) => (at === index ? { ...one, value } : one)))}
        />
      ))}
    </section>
  );
}

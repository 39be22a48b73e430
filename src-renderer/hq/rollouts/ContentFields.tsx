import { ListChecks, Megaphone, Repeat2, Timer } from 'lucide-react';
import { listNames, type ListName } from '../../../src-central/wire/feed-schema.ts';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { AreaField, SelectField, TextField } from '../../ui/Field.tsx';
import { hqFrame } from '../../words/hq-frame.ts';
import { rolloutWords as words } from '../../words/hq-rollouts.ts';
import { settingsWords } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { choicesOf, linesOf, type Draft } from './draft.ts';

const kinds = [
  { value: 'announcement', icon: Megaphone },
  { value: 'synonym', icon: Repeat2 },
  { value: 'list', icon: ListChecks },
  { value: 'profile', icon: Timer },
] as const;

interface Props {
  draft: Draft;
  onDraft: (draft: Draft) => void;
}
type PartProps = { draft: Draft; set: (part: Partial<Draft>) => void };

/** What is published: its kind, and what belongs to it. */
export function ContentFields({ draft, onDraft }: Props) {
  const { say } = useWords();
  const set = (part: Partial<Draft>) => onDraft({ ...draft, ...part });
  const Fields = fieldsOf[draft.kind];
  return (
    <div className="stack">
      <ChipChoice
        label={say(words.kind)}
        value={draft.kind}
        options={kinds.map(({ value, icon }) => ({ value, icon, label: say(words.kinds[value]!) }))}
        onPick={kind => set({ kind })}
      />
      <p className="soft">{say(words.kindHints[draft.kind])}</p>
      <Fields draft={draft} set={set} />
    </div>
  );
}

const fieldsOf: Record<Draft['kind'], (props: PartProps) => React.ReactNode> = {
  announcement: AnnouncementFields,
  synonym: SynonymFields,
  list: ListFields,
  profile: PromiseFields,
};

function AnnouncementFields({ draft, set }: PartProps) {
  const { say } = useWords();
  return (
    <>
      <div className="pair">
        <TextField
          label={say(words.titleId)}
          value={draft.titleId}
          maxLength={120}
          onText={titleId => set({ titleId })}
        />
        <TextField
          label={say(words.titleEn)}
          value={draft.titleEn}
          maxLength={120}
          onText={titleEn => set({ titleEn })}
        />
      </div>
      <div className="pair">
        <AreaField
          label={say(words.bodyId)}
          value={draft.bodyId}
          rows={5}
          maxLength={2_000}
          onText={bodyId => set({ bodyId })}
        />
        <AreaField
          label={say(words.bodyEn)}
          value={draft.bodyEn}
          rows={5}
          maxLength={2_000}
          onText={bodyEn => set({ bodyEn })}
        />
      </div>
      <TextField
        className="field-date"
        label={say(words.until)}
        aside={say(hqFrame.optional)}
        type="date"
        value={draft.until}
        onText={until => set({ until })}
      />
    </>
  );
}

function SynonymFields({ draft, set }: PartProps) {
  const { say } = useWords();
  return (
    <AreaField
      label={say(words.phrases)}
      hint={say(words.phrasesHint)}
      value={draft.phrases}
      rows={5}
      onText={phrases => set({ phrases })}
    />
  );
}

function ListFields({ draft, set }: PartProps) {
  const { say, number } = useWords();
  const { wrong } = choicesOf(draft);
  return (
    <>
      <SelectField
        label={say(settingsWords.listChoose)}
        value={draft.list}
        onPick={picked => set({ list: picked as ListName, choices: linesOf(picked as ListName) })}
      >
        {listNames.map(name => (
          <option key={name} value={name}>
            {say(settingsWords.listNames[name])}
          </option>
        ))}
      </SelectField>
      <AreaField
        label={say(words.choices)}
        hint={say(words.choicesHint)}
        error={wrong === null ? undefined : say(words.choicesWrong, { n: number(wrong) })}
        value={draft.choices}
        rows={10}
        spellCheck={false}
        onText={choices => set({ choices })}
      />
    </>
  );
}

function PromiseFields({ draft, set }: PartProps) {
  const { say } = useWords();
  return (
    <TextField
      className="field-date"
      label={say(words.promiseMinutes)}
      hint={say(words.promiseHint)}
      inputMode="numeric"
      maxLength={3}
      value={draft.promiseMinutes}
      onText={promiseMinutes => set({ promiseMinutes })}
    />
  );
}

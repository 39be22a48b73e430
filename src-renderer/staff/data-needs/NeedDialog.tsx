import { useState } from 'react';
import {
  DataNeed,
  needSources,
  obtainedAnswers,
  type NeedSource,
  type Obtained,
} from '../../../src-main/data-needs/schema.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { frame } from '../../words/staff-frame.ts';
import { needWords as words } from '../../words/staff-softcopies.ts';
import { useWords } from '../../words.ts';
import { CheckField } from '../../desk/CheckField.tsx';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PublicationFinder } from '../publications/PublicationFinder.tsx';
import { useAct } from '../../desk/use-act.ts';
import type { Need } from './need-reads.ts';

export interface Typed {
  wanted: string;
  areaCode: string;
  areaName: string;
  yearFrom: string;
  yearTo: string;
  obtained: Obtained;
  source: NeedSource | '';
  publicationId: string | null;
  title: string;
  titleYear: string;
  planning: boolean;
  quality: string;
}

const nothing: Typed = {
  wanted: '',
  areaCode: '',
  areaName: '',
  yearFrom: '',
  yearTo: '',
  obtained: 'yes',
  source: '',
  publicationId: null,
  title: '',
  titleYear: '',
  planning: false,
  quality: '',
};

const typedOf = (need: Need): Typed => ({
  wanted: need.wanted,
  areaCode: need.areaCode ?? '',
  areaName: need.areaName ?? '',
  yearFrom: String(need.yearFrom ?? ''),
  yearTo: String(need.yearTo ?? ''),
  obtained: need.obtained,
  source: need.source ?? '',
  publicationId: need.publicationId,
  title: need.title ?? '',
  titleYear: String(need.titleYear ?? ''),
  planning: need.planning ?? false,
  quality: String(need.quality ?? ''),
});

const numberOf = (text: string) => (text === '' ? null : Number(text));
const needOf = (typed: Typed) => ({
  ...typed,
  areaCode: typed.areaCode || null,
  yearFrom: numberOf(typed.yearFrom),
  yearTo: numberOf(typed.yearTo),
  source: typed.source || null,
  titleYear: numberOf(typed.titleYear),
  quality: numberOf(typed.quality),
});

interface Props {
  visitId: string;
  /** Null for a new row, which begins with `start`. */
  need: Need | null;
  start: Partial<Typed>;
  onClose: () => void;
}

export function NeedDialog({ visitId, need, start, onClose }: Props) {
  const { say } = useWords();
  const [typed, setTyped] = useState<Typed>(() => (need ? typedOf(need) : { ...nothing, ...start }));
  const set = (change: Partial<Typed>) => setTyped(now => ({ ...now, ...change }));
  const json = needOf(typed);
  const good = DataNeed.safeParse(json).success;
  const save = useAct(
    async () => {
      if (need) await answer(api.needs[':id'].$put({ param: { id: need.id }, json }));
      else await answer(api.visits[':id'].needs.$post({ param: { id: visitId }, json }));
    },
    { onDone: onClose, onFail: () => true },
  );
  const remove = useAct(() => answer(api.needs[':id'].$delete({ param: { id: need!.id } })), {
    onDone: onClose,
  });
  const got = typed.obtained === 'yes' || typed.obtained === 'partly';
  const year = (field: 'yearFrom' | 'yearTo' | 'titleYear') => (
    <TextField
      label={say(words[field])}
      inputMode="numeric"
      maxLength={4}
      value={typed[field]}
      onText={text => set({ [field]: text.replaceAll(/\D/g, '') })}
    />
  );
  return (
    <DeskDialog
      title={say(words.formTitle)}
      onClose={onClose}
      actions={
        <>
          {need && (
            <ActionButton tone="quiet" busy={remove.busy} onClick={() => remove.run()}>
              {say(words.remove)}
            </ActionButton>
          )}
          <ActionButton onClick={onClose}>{say(frame.cancel)}</ActionButton>
          <ActionButton
            tone="primary"
            busy={save.busy}
            why={!good && say(words.incomplete)}
            onClick={() => save.run()}
          >
            {say(frame.save)}
          </ActionButton>
        </>
      }
    >
      <div className="stack">
        <TextField
          label={say(words.wanted)}
          hint={say(words.wantedHint)}
          value={typed.wanted}
          maxLength={300}
          onText={wanted => set({ wanted })}
        />
        <div className="pair">
          <TextField
            label={say(words.area)}
            aside={say(frame.optional)}
            value={typed.areaName}
            maxLength={120}
            onText={areaName => set({ areaName, areaCode: '' })}
          />
          <div className="pair">
            {year('yearFrom')}
            {year('yearTo')}
          </div>
        </div>
        <ChipChoice
          label={say(words.obtained)}
          size="small"
          options={obtainedAnswers.map(value => ({ value, label: say(words.answers[value]) }))}
          value={typed.obtained}
          onPick={obtained => set({ obtained })}
        />
        {got && (
          <>
            <SelectField
              label={say(words.source)}
              value={typed.source}
              onPick={source => set({ source: source as NeedSource | '' })}
            >
              <option value="">–</option>
              {needSources.map(value => (
                <option key={value} value={value}>
                  {say(words.sources[value])}
                </option>
              ))}
            </SelectField>
            {typed.source === 'publication' && (
              <>
                <div className="pair">
                  <TextField
                    label={say(words.publication)}
                    value={typed.title}
                    maxLength={500}
                    onText={title => set({ title, publicationId: null })}
                  />
                  {year('titleYear')}
                </div>
                <PublicationFinder
                  onPick={found =>
                    set({
                      publicationId: found.id,
                      title: found.title,
                      titleYear: String(found.year ?? ''),
                      areaCode: found.areaCode ?? '',
                      areaName: found.areaName ?? '',
                      wanted: typed.wanted || found.title,
                    })
                  }
                />
              </>
            )}
            <ChipChoice
              label={say(words.quality)}
              size="small"
              options={Array.from({ length: 10 }, (_, at) => ({
                value: String(at + 1),
                label: String(at + 1),
              }))}
              value={typed.quality || null}
              onPick={quality => set({ quality })}
            />
            <CheckField
              label={words.planning}
              checked={typed.planning}
              onCheck={planning => set({ planning })}
            />
          </>
        )}
        <FailureLine failure={save.failure} />
      </div>
    </DeskDialog>
  );
}

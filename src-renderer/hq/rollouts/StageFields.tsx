import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { rolloutWords as words } from '../../words/hq-rollouts.ts';
import { useWords } from '../../words.ts';
import { OfficePicker } from './OfficePicker.tsx';
import type { ChosenStage } from './stage.ts';

interface Props {
  label: string;
  stage: ChosenStage;
  onStage: (stage: ChosenStage) => void;
}

const tos = ['percent', 'offices', 'all'] as const;
const shares = ['5', '10', '25', '50'] as const;

/** A share of all offices, chosen ones, or all. */
export function StageFields({ label, stage, onStage }: Props) {
  const { say } = useWords();
  return (
    <div className="stack">
      <ChipChoice
        label={label}
        value={stage.to}
        options={tos.map(value => ({ value, label: say(words.tos[value]) }))}
        onPick={to => onStage({ ...stage, to })}
      />
      {stage.to === 'percent' && (
        <div className="stack-tight">
          <ChipChoice
            label={say(words.percent)}
            size="small"
            value={shares.find(one => Number(one) === stage.percent) ?? null}
            options={shares.map(value => ({ value, label: `${value} %` }))}
            onPick={value => onStage({ ...stage, percent: Number(value) })}
          />
          <p className="soft">{say(words.percentHint)}</p>
        </div>
      )}
      {stage.to === 'offices' && (
        <OfficePicker picked={stage.offices} onPick={offices => onStage({ ...stage, offices })} />
      )}
    </div>
  );
}

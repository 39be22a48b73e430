import { useWords, type Sentence } from '../words.ts';

interface Props {
  label: Sentence;
  hint?: Sentence;
  checked: boolean;
  onCheck: (checked: boolean) => void;
}

export function CheckField({ label, hint, checked, onCheck }: Props) {
  const { say } = useWords();
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={event => onCheck(event.target.checked)} />
      <span>
        {say(label)}
        {hint && <small className="soft">{say(hint)}</small>}
      </span>
    </label>
  );
}

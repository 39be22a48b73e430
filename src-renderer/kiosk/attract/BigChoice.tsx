import { ArrowRight, type LucideIcon } from 'lucide-react';
import { useWords, type Sentence } from '../../words.ts';

interface Props {
  main?: boolean;
  icon: LucideIcon;
  title: Sentence;
  hint: Sentence;
  onPress: () => void;
}

export function BigChoice({ main, icon: Icon, title, hint, onPress }: Props) {
  const { say } = useWords();
  return (
    <button type="button" className="k-big" data-main={main || undefined} onClick={onPress}>
      <Icon aria-hidden strokeWidth={1.75} />
      <span>
        <strong>{say(title)}</strong>
        <small>{say(hint)}</small>
      </span>
      {main && <ArrowRight aria-hidden />}
    </button>
  );
}

import { Search } from 'lucide-react';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { TouchChoices } from '../../ui/TouchChoices.tsx';
import { photocopyWords as words, searchWords } from '../../words/kiosk-library.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';
import type { Chosen } from './form.ts';

export interface Offered {
  id: string;
  title: string;
  year: number | null;
  pages: number | null;
  copyable: boolean;
}

interface Props {
  /** What this visit has read. */
  offered: Offered[];
  chosen: Chosen[];
  mend: string | null;
  onAdd: (title: Chosen) => void;
  onRemove: (id: string) => void;
  onOther: () => void;
}

export function TitlesStep({ offered, chosen, mend, onAdd, onRemove, onOther }: Props) {
  const { say } = useWords();
  const others = chosen.filter(one => !offered.some(read => read.id === one.id));
  const options = [
    ...others.map(one => ({ value: one.id, label: one.title })),
    ...offered.map(one => ({
      value: one.id,
      label: one.title,
      hint: one.copyable ? undefined : say(words.notForCopying),
    })),
  ];
  const press = (id: string) => {
    if (chosen.some(one => one.id === id)) return onRemove(id);
    const read = offered.find(one => one.id === id);
    if (read?.copyable) onAdd({ id, title: read.title, last: read.pages });
  };
  return (
    <QuestionPage
      id="titles"
      title={say(words.titlesTitle)}
      hint={say(options.length > 0 ? words.titlesText : words.titlesNone)}
      mend={mend}
      aside={
        <TouchButton tone={options.length > 0 ? 'line' : 'main'} icon={Search} onClick={onOther}>
          {say(options.length > 0 ? words.other : searchWords.title)}
        </TouchButton>
      }
    >
      <TouchChoices
        labelledBy="titles-title"
        many
        options={options}
        chosen={chosen.map(one => one.id)}
        onPress={press}
      />
    </QuestionPage>
  );
}

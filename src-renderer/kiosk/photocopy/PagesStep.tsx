import { readPages } from '../../words/pages.ts';
import { photocopyWords as words } from '../../words/kiosk-library.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';
import { TypedField } from '../typing/TypedField.tsx';
import type { Form } from './form.ts';

interface Props {
  title: Form['titles'][number];
  mend: string | null;
  onType: (pages: string) => void;
  onEnter: () => void;
}

/** Which pages of one title, said back as they are understood. */
export function PagesStep({ title, mend, onType, onEnter }: Props) {
  const { say } = useWords();
  const { last } = title;
  const read = readPages(title.pages, last);
  return (
    <QuestionPage
      id="pages"
      title={say(words.pagesTitle)}
      hint={last === null ? say(words.pagesHint) : say(words.pagesOf, { last })}
      mend={mend}
      aside={
        <p className="k-understood" role="status">
          {read.ok && say(read.words, read.values)}
        </p>
      }
    >
      <p className="k-of-title">{title.title}</p>
      <TypedField
        layout="pages"
        value={title.pages}
        onType={onType}
        onEnter={onEnter}
        labelledBy="pages-title"
        describedBy="pages-hint"
        invalid={mend !== null}
      />
    </QuestionPage>
  );
}

import { Copyright } from 'lucide-react';
import { sheetsOf } from '../../../src-main/photocopies/rules.ts';
import { readPages } from '../../words/pages.ts';
import { photocopyWords as words } from '../../words/kiosk-library.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';
import { useTurn } from '../session/turn.ts';
import type { Form } from './form.ts';

/** The whole form once more, with what the law says about copies. */
export function CheckStep({ form }: { form: Form }) {
  const { say } = useWords();
  const { office } = useTurn();
  const titles = form.titles.map(one => ({ ...one, read: readPages(one.pages, one.last) }));
  const sheets = sheetsOf(
    titles.map(one => Number(one.read.values.n)),
    form.copies,
    form.duplex,
  );
  return (
    <QuestionPage id="check" title={say(words.checkTitle)} hint={say(words.checkText)}>
      <ul className="k-form">
        {titles.map(one => (
          <li key={one.id}>
            <strong>{one.title}</strong>
            <span>{say(words.pagesLine, { pages: one.read.values.pages! })}</span>
          </li>
        ))}
      </ul>
      <p className="k-form-how">
        {say(words.sheets, {
          sets: form.copies,
          paper: form.paper.toUpperCase(),
          sides: say(form.duplex ? words.duplex : words.simplex).toLowerCase(),
          n: sheets,
        })}
      </p>
      <p className="k-copyright">
        <Copyright aria-hidden />
        <span>
          <strong>{say(words.copyright)}.</strong> {say(office.photocopy.copyright)}
        </span>
      </p>
    </QuestionPage>
  );
}

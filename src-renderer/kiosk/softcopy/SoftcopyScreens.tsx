import { FileDown, ScanText, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { readScan } from '../../../src-main/codes/rules.ts';
import type { FoundPublication } from '../../../src-main/search/schema.ts';
import type { NewDelivery } from '../../../src-main/softcopies/schema.ts';
import { answer, api, Failure } from '../../api.ts';
import { sounds } from '../../ui/sounds.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { photocopyWords } from '../../words/kiosk-library.ts';
import { returningWords } from '../../words/kiosk.ts';
import { readPages } from '../../words/pages.ts';
import { softcopyWords as words } from '../../words/kiosk-softcopy.ts';
import { useWords, type Sentence } from '../../words.ts';
import { Frame } from '../frame/Frame.tsx';
import { LeaveDialog } from '../frame/LeaveDialog.tsx';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';
import { CardStep } from '../returning/CardStep.tsx';
import { LookingStep } from '../returning/LookingStep.tsx';
import SearchScreens from '../search/SearchScreens.tsx';
import { useTurn } from '../session/turn.ts';
import { TypedField } from '../typing/TypedField.tsx';
import { ScansStep } from './ScansStep.tsx';
import { TakenStep, type Taken } from './TakenStep.tsx';
import { TakeStep } from './TakeStep.tsx';
import './softcopy.css';

type Step =
  | { at: 'slip' | 'title' | 'search' | 'published' | 'pages' | 'scans' | 'take' | 'email' }
  | { at: 'busy'; words: Sentence }
  | { at: 'taken'; taken: Taken }
  | { at: 'failed'; failure: Failure; back: Step };

interface Props {
  /** What was found before the slip was asked for. */
  chosen: FoundPublication | undefined;
}

/**
 * A visitor alone at the scanner: whose slip, what is scanned, the scans as they come, and how to take them along.
 * What is published as a PDF need not be scanned.
 */
export default function SoftcopyScreens({ chosen }: Props) {
  const { say } = useWords();
  const { office, wipe } = useTurn();
  const [step, setStep] = useState<Step>({ at: 'slip' });
  const [code, setCode] = useState('');
  const [found, setFound] = useState(chosen ?? null);
  const [title, setTitle] = useState('');
  const [pages, setPages] = useState('');
  const [address, setAddress] = useState('');
  const [id, setId] = useState<string | null>(null);
  const [mend, setMend] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const busy = useRef(false);
  useEffect(() => setMend(null), [step, code, title, pages, address]);

  const refuse = (sentence: Sentence, values?: Record<string, string | number>) => {
    setMend(say(sentence, values));
    sounds.wrong();
  };
  async function ask<T>(told: Sentence, question: () => Promise<T>, back: Step, go: (done: T) => void) {
    if (busy.current) return;
    busy.current = true;
    setStep({ at: 'busy', words: told });
    try {
      go(await question());
      sounds.accepted();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      sounds.wrong();
      setStep({ at: 'failed', failure: error, back });
    } finally {
      busy.current = false;
    }
  }

  const afterSlip = (typed: string) => {
    const read = readScan(typed, office.scanner);
    if (read.kind !== 'visit' && read.kind !== 'slip') return refuse(photocopyWords.notASlip);
    setCode(read.code);
    setStep(found ? { at: found.hasPdf ? 'published' : 'pages' } : { at: 'title' });
  };
  const choose = (next: FoundPublication) => {
    setFound(next);
    setPages('');
    setStep({ at: next.hasPdf ? 'published' : 'pages' });
  };
  const takePublished = (publicationId: string) =>
    void ask(
      words.fetching,
      () => answer(api['self-scans'].published.$post({ json: { code, publicationId } })),
      { at: 'published' },
      begun => {
        setId(begun.id);
        setStep({ at: 'take' });
      },
    );
  const begin = () =>
    void ask(
      returningWords.looking,
      () =>
        answer(
          api['self-scans'].$post({
            json: {
              code,
              titles: [{ publicationId: found?.id, title: found?.title ?? title.trim(), pages }],
            },
          }),
        ),
      { at: 'slip' },
      begun => {
        setId(begun.id);
        setStep({ at: 'scans' });
      },
    );
  const afterTitle = () => {
    if (title.trim().length < 2) return refuse(words.titleMend);
    setFound(null);
    setStep({ at: 'pages' });
  };
  const read = readPages(pages, found?.pages ?? null);
  const afterPages = () => (pages.trim() === '' || read.ok ? begin() : refuse(read.words, read.values));
  const join = (names: string[]) =>
    void ask(
      words.joining,
      () => answer(api['self-scans'][':id'].files.$post({ param: { id: id! }, json: { names } })),
      { at: 'scans' },
      () => setStep({ at: 'take' }),
    );
  const take = (json: NewDelivery, back: Step) =>
    void ask(
      words.sending,
      () => answer(api['self-scans'][':id'].deliveries.$post({ param: { id: id! }, json })),
      back,
      done => {
        setAddress('');
        setStep({ at: 'taken', taken: { way: json.way, ...done } });
      },
    );
  const afterEmail = () =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)
      ? take({ way: 'email', address }, { at: 'email' })
      : refuse(words.emailMend);

  switch (step.at) {
    case 'slip':
      return (
        <Frame back={wipe} next={{ press: () => afterSlip(code) }}>
          <CardStep
            title={words.slipTitle}
            hint={words.slipText}
            code={code}
            mend={mend}
            onType={setCode}
            onEnter={() => afterSlip(code)}
            onRead={afterSlip}
          />
        </Frame>
      );
    case 'title':
      return (
        <Frame back={() => setStep({ at: 'slip' })} next={{ press: afterTitle }}>
          <QuestionPage
            id="softcopy-of"
            title={say(words.titleTitle)}
            hint={say(words.titleText)}
            mend={mend}
            aside={
              <TouchButton icon={Search} onClick={() => setStep({ at: 'search' })}>
                {say(words.search)}
              </TouchButton>
            }
          >
            <TypedField
              layout="text"
              value={title}
              onType={setTitle}
              onEnter={afterTitle}
              labelledBy="softcopy-of-title"
              describedBy="softcopy-of-hint"
              invalid={mend !== null}
            />
          </QuestionPage>
        </Frame>
      );
    case 'search':
      return <SearchScreens onLeave={() => setStep({ at: 'title' })} onSoftcopy={choose} />;
    case 'published':
      return (
        <Frame back={() => setStep({ at: 'title' })}>
          <QuestionPage
            id="softcopy-published"
            title={say(words.publishedTitle)}
            hint={say(words.publishedText, { title: found!.title })}
          >
            <div className="k-takes">
              <TouchButton icon={FileDown} tone="main" onClick={() => takePublished(found!.id)}>
                {say(words.takePublished)}
              </TouchButton>
              <TouchButton icon={ScanText} onClick={() => setStep({ at: 'pages' })}>
                {say(words.scanAnyway)}
              </TouchButton>
            </div>
          </QuestionPage>
        </Frame>
      );
    case 'pages':
      return (
        <Frame back={() => setStep({ at: 'title' })} next={{ press: afterPages }}>
          <QuestionPage
            id="softcopy-pages"
            title={say(words.pagesTitle)}
            hint={say(words.pagesText)}
            mend={mend}
            aside={
              <p className="k-hint" role="status">
                {read.ok && say(read.words, read.values)}
              </p>
            }
          >
            <TypedField
              layout="pages"
              value={pages}
              onType={setPages}
              onEnter={afterPages}
              labelledBy="softcopy-pages-title"
              describedBy="softcopy-pages-hint"
              invalid={mend !== null}
            />
          </QuestionPage>
        </Frame>
      );
    case 'busy':
      return (
        <Frame>
          <LookingStep words={step.words} />
        </Frame>
      );
    case 'scans':
      return (
        <>
          <ScansStep
            id={id!}
            mend={mend}
            onNone={() => refuse(words.joinMend)}
            onJoin={join}
            onBack={() => setLeaving(true)}
          />
          {leaving && <LeaveDialog onStay={() => setLeaving(false)} onLeave={wipe} />}
        </>
      );
    case 'take':
      return (
        <Frame next={{ press: wipe, words: words.finish }}>
          <TakeStep
            id={id!}
            onEmail={() => setStep({ at: 'email' })}
            onTake={order => take(order, { at: 'take' })}
          />
        </Frame>
      );
    case 'email':
      return (
        <Frame back={() => setStep({ at: 'take' })} next={{ press: afterEmail, words: words.send }}>
          <QuestionPage
            id="softcopy-to"
            title={say(words.emailTitle)}
            hint={say(words.emailText)}
            mend={mend}
          >
            <TypedField
              layout="email"
              value={address}
              onType={setAddress}
              onEnter={afterEmail}
              labelledBy="softcopy-to-title"
              describedBy="softcopy-to-hint"
              invalid={mend !== null}
            />
          </QuestionPage>
        </Frame>
      );
    case 'taken':
      return (
        <Frame back={() => setStep({ at: 'take' })} next={{ press: wipe, words: words.finish }}>
          <TakenStep taken={step.taken} minutes={office.softcopy.downloadMinutes} />
        </Frame>
      );
    case 'failed':
      return (
        <Frame back={wipe}>
          <QuestionPage id="softcopy-failed" title={say(words.failed)} hint={say(step.failure.sentence)}>
            <TouchButton tone="main" onClick={() => setStep(step.back)}>
              {say(words.tryAgain)}
            </TouchButton>
          </QuestionPage>
        </Frame>
      );
  }
}

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { readScan } from '../../../src-main/codes/rules.ts';
import { mostTitles } from '../../../src-main/photocopies/options.ts';
import { answer, api, Failure } from '../../api.ts';
import { sounds } from '../../ui/sounds.ts';
import { readPages } from '../../words/pages.ts';
import { photocopyWords as words } from '../../words/kiosk-library.ts';
import { returningWords, waitWords } from '../../words/kiosk.ts';
import { useWords, type Sentence } from '../../words.ts';
import { Frame } from '../frame/Frame.tsx';
import { LeaveDialog } from '../frame/LeaveDialog.tsx';
import SearchScreens from '../search/SearchScreens.tsx';
import { CardStep } from '../returning/CardStep.tsx';
import { LookingStep } from '../returning/LookingStep.tsx';
import { useTurn } from '../session/turn.ts';
import { CheckStep } from './CheckStep.tsx';
import { FailedStep } from './FailedStep.tsx';
import type { Chosen, Form, Requested } from './form.ts';
import { HowStep } from './HowStep.tsx';
import { PagesStep } from './PagesStep.tsx';
import { TitlesStep, type Offered } from './TitlesStep.tsx';
import './photocopy.css';

interface Props {
  /** A title that was found before; null when the visitor came straight here. */
  chosen: Chosen | null;
  /** A ticket or slip that was held up before. */
  scanned: string | null;
  onRequested: (form: Requested) => void;
}

type Step =
  | { at: 'slip' | 'titles' | 'search' | 'how' | 'check' }
  /** The station is being asked. */
  | { at: 'busy'; words: Sentence }
  /** Of which title. */
  | { at: 'pages'; nth: number }
  | { at: 'failed'; failure: Failure; back: Step };

/** A photocopy form: whose slip, which titles, which pages, how; then it is printed and taken to the desk. */
export default function PhotocopyScreens({ chosen, scanned, onRequested }: Props) {
  const { say } = useWords();
  const { office, wipe } = useTurn();
  const [step, setStep] = useState<Step>({ at: 'slip' });
  const [code, setCode] = useState('');
  const [offered, setOffered] = useState<Offered[]>([]);
  const [form, setForm] = useState<Form>(() => ({
    titles: chosen ? [{ ...chosen, pages: '' }] : [],
    copies: 1,
    paper: office.photocopy.papers[0]!,
    duplex: true,
  }));
  const [mend, setMend] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  /** A second press or scan while the station is being asked counts for nothing. */
  const busy = useRef(false);
  useEffect(() => setMend(null), [step, form, code]);

  const refuse = (sentence: Sentence, values?: Record<string, string | number>) => {
    setMend(say(sentence, values));
    sounds.wrong();
  };
  const to = (next: Step) => () => setStep(next);

  async function ask<T>(
    words: Sentence,
    question: () => Promise<T>,
    back: Step,
    go: (answered: T) => void,
  ): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setStep({ at: 'busy', words });
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

  const begin = (typed: string) => {
    const read = readScan(typed, office.scanner);
    if (read.kind !== 'visit' && read.kind !== 'slip') return refuse(words.notASlip);
    setCode(read.code);
    const asked = () => answer(api.photocopies.begin.$post({ json: { code: read.code } }));
    void ask(returningWords.looking, asked, { at: 'slip' }, begun => {
      setOffered(begun.titles);
      setStep({ at: 'titles' });
    });
  };

  const beginScanned = useEffectEvent(() => {
    if (scanned) begin(scanned);
  });
  useEffect(() => beginScanned(), []);

  const add = (title: Chosen) => {
    setForm(now =>
      now.titles.some(one => one.id === title.id) || now.titles.length >= mostTitles
        ? now
        : { ...now, titles: [...now.titles, { ...title, pages: '' }] },
    );
    setStep({ at: 'titles' });
  };
  const remove = (id: string) =>
    setForm(now => ({ ...now, titles: now.titles.filter(one => one.id !== id) }));

  const afterTitles = () => {
    if (form.titles.length === 0) refuse(words.pickOne);
    else setStep({ at: 'pages', nth: 0 });
  };
  const afterPages = (nth: number) => {
    const { pages, last } = form.titles[nth]!;
    const read = readPages(pages, last);
    if (!read.ok) refuse(read.words, read.values);
    else setStep(nth + 1 < form.titles.length ? { at: 'pages', nth: nth + 1 } : { at: 'how' });
  };
  const send = () => {
    const titles = form.titles.map(({ id, pages }) => ({ publicationId: id, pages }));
    const asked = () => answer(api.photocopies.request.$post({ json: { ...form, code, titles } }));
    void ask(waitWords.sending, asked, { at: 'check' }, onRequested);
  };

  switch (step.at) {
    case 'slip':
      return (
        <Frame back={wipe} next={{ press: () => begin(code) }}>
          <CardStep
            title={words.slipTitle}
            hint={words.slipText}
            code={code}
            mend={mend}
            onType={setCode}
            onEnter={() => begin(code)}
            onRead={begin}
          />
        </Frame>
      );
    case 'busy':
      return (
        <Frame>
          <LookingStep words={step.words} />
        </Frame>
      );
    case 'titles':
      return (
        <Frame back={() => setLeaving(true)} next={{ press: afterTitles }}>
          <TitlesStep
            offered={offered}
            chosen={form.titles}
            mend={mend}
            onAdd={title =>
              form.titles.length >= mostTitles ? refuse(words.tooMany, { n: mostTitles }) : add(title)
            }
            onRemove={remove}
            onOther={to({ at: 'search' })}
          />
          {leaving && <LeaveDialog onStay={() => setLeaving(false)} onLeave={wipe} />}
        </Frame>
      );
    case 'search':
      return <SearchScreens onLeave={to({ at: 'titles' })} onCopy={add} />;
    case 'pages': {
      const { nth } = step;
      const title = form.titles[nth]!;
      const type = (pages: string) =>
        setForm(now => ({
          ...now,
          titles: now.titles.map((one, at) => (at === nth ? { ...one, pages } : one)),
        }));
      return (
        <Frame
          back={to(nth === 0 ? { at: 'titles' } : { at: 'pages', nth: nth - 1 })}
          next={{ press: () => afterPages(nth) }}
        >
          <PagesStep key={title.id} title={title} mend={mend} onType={type} onEnter={() => afterPages(nth)} />
        </Frame>
      );
    }
    case 'how':
      return (
        <Frame back={to({ at: 'pages', nth: form.titles.length - 1 })} next={{ press: to({ at: 'check' }) }}>
          <HowStep form={form} onChange={part => setForm({ ...form, ...part })} />
        </Frame>
      );
    case 'check':
      return (
        <Frame back={to({ at: 'how' })} next={{ press: send, words: words.send }}>
          <CheckStep form={form} />
        </Frame>
      );
    case 'failed':
      return (
        <Frame back={wipe}>
          <FailedStep failure={step.failure} onCheck={to(step.back)} />
        </Frame>
      );
  }
}

import { useEffect, useRef, useState } from 'react';
import { answer, api, type Failure } from '../../api.ts';
import { readScan } from '../../../src-main/codes/rules.ts';
import type { ConsentPurpose } from '../../../src-central/wire/consent-schema.ts';
import type { Recognise } from '../../../src-main/visitors/schema.ts';
import { birthYearBounds, birthYearIsAcceptable, normalisePhone } from '../../../src-main/visitors/rules.ts';
import { sounds } from '../../ui/sounds.ts';
import { mendWords } from '../../words/kiosk-questions.ts';
import { useWords, type Sentence } from '../../words.ts';
import { Frame } from '../frame/Frame.tsx';
import { useTurn } from '../session/turn.ts';
import { CardStep } from './CardStep.tsx';
import { HowStep } from './HowStep.tsx';
import { InitialsStep } from './InitialsStep.tsx';
import { LookingStep } from './LookingStep.tsx';
import { MissedStep } from './MissedStep.tsx';
import { PhoneStep } from './PhoneStep.tsx';
import { listenForCard } from './scanner.ts';
import { SlipStep } from './SlipStep.tsx';

interface Props {
  /** A card scanned on the first screen. */
  scanned: string | null;
  onWelcome: (visitorToken: string, mayAsk: ConsentPurpose[]) => void;
  onSign: () => void;
  /** With the code of a ticket or slip that was held up here. */
  onPhotocopy: (code: string) => void;
}

/** Longer than any card's code; what a camera reads may be anything. */
const codeLimit = 20;

type Step =
  | { at: 'how' | 'card' | 'phone' | 'year' | 'looking' }
  | { at: 'slip'; code: string }
  | { at: 'initials'; challenge: string; choices: string[] }
  | { at: 'missed'; failure: Failure };

/** A visitor who was here before: by card at once, by phone and birth year after a question. Nothing stored is shown. */
export default function ReturningScreens({ scanned, onWelcome, onSign, onPhotocopy }: Props) {
  const { say } = useWords();
  const { office, wipe } = useTurn();
  const [step, setStep] = useState<Step>({ at: 'how' });
  const [typed, setTyped] = useState({ code: '', phone: '', year: '' });
  const [mend, setMend] = useState<Sentence | null>(null);
  const busy = useRef(false);

  const type = (patch: Partial<typeof typed>) => {
    setTyped(was => ({ ...was, ...patch }));
    setMend(null);
  };

  async function ask(question: () => Promise<Awaited<ReturnType<typeof recognise>>>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setStep({ at: 'looking' });
    try {
      const found = await question();
      if (found.step === 'welcome') {
        sounds.accepted();
        onWelcome(found.token, found.mayAsk);
      } else {
        setStep({ at: 'initials', challenge: found.challenge, choices: found.choices });
      }
    } catch (failure) {
      sounds.wrong();
      setStep({ at: 'missed', failure: failure as Failure });
    } finally {
      busy.current = false;
    }
  }

  const byCode = (typed: string) => {
    const { kind, code } = readScan(typed, office.scanner);
    if (kind === 'visit' || kind === 'slip') setStep({ at: 'slip', code });
    else void ask(() => recognise({ code: code ?? typed.slice(0, codeLimit) }));
  };
  const latestByCode = useRef(byCode);
  useEffect(() => {
    latestByCode.current = byCode;
  });
  useEffect(() => {
    if (scanned) latestByCode.current(scanned);
  }, [scanned]);
  const listens = step.at === 'how' || step.at === 'missed' || step.at === 'slip';
  useEffect(
    () => (listens ? listenForCard(office.scanner, code => latestByCode.current(code)) : undefined),
    [listens, office.scanner],
  );

  /** Goes on when the answer is good, says what to mend when it is not. */
  const check = (good: boolean, otherwise: Sentence, go: () => void) => {
    setMend(good ? null : otherwise);
    if (good) go();
    else sounds.wrong();
  };
  const sendCode = () => check(typed.code.length > 0, mendWords.text, () => byCode(typed.code));
  const sendPhone = () =>
    check(normalisePhone(typed.phone) !== null, mendWords.phone, () => setStep({ at: 'year' }));
  const sendYear = () =>
    check(
      birthYearIsAcceptable(Number(typed.year), office.thisYear),
      mendWords.birthYear,
      () => void ask(() => recognise({ phone: typed.phone, birthYear: Number(typed.year) })),
    );
  const mendText = mend && say(mend, birthYearBounds(office.thisYear));
  const to = (at: 'how' | 'card' | 'phone' | 'year') => () => {
    setMend(null);
    setStep({ at });
  };

  switch (step.at) {
    case 'how':
      return (
        <Frame back={wipe}>
          <HowStep onCard={to('card')} onPhone={to('phone')} />
        </Frame>
      );
    case 'card':
      return (
        <Frame back={to('how')} next={{ press: sendCode }}>
          <CardStep
            code={typed.code}
            mend={mendText}
            onType={code => type({ code })}
            onEnter={sendCode}
            onRead={byCode}
          />
        </Frame>
      );
    case 'phone':
      return (
        <Frame back={to('how')} next={{ press: sendPhone }}>
          <PhoneStep
            which="phone"
            value={typed.phone}
            mend={mendText}
            onType={phone => type({ phone })}
            onEnter={sendPhone}
          />
        </Frame>
      );
    case 'year':
      return (
        <Frame back={to('phone')} next={{ press: sendYear }}>
          <PhoneStep
            which="year"
            value={typed.year}
            mend={mendText}
            onType={year => type({ year })}
            onEnter={sendYear}
          />
        </Frame>
      );
    case 'looking':
      return (
        <Frame>
          <LookingStep />
        </Frame>
      );
    case 'initials':
      return (
        <Frame back={to('year')}>
          <InitialsStep
            choices={step.choices}
            onChoose={initials => void ask(() => prove(step.challenge, initials))}
          />
        </Frame>
      );
    case 'slip':
      return (
        <Frame back={to('how')}>
          <SlipStep onDone={wipe} onPhotocopy={() => onPhotocopy(step.code)} />
        </Frame>
      );
    case 'missed':
      return (
        <Frame back={to('how')}>
          <MissedStep failure={step.failure} onSign={onSign} onAgain={to('how')} />
        </Frame>
      );
  }
}

const recognise = (json: Recognise) => answer(api.visitors.recognise.$post({ json }));
const prove = (challenge: string, initials: string) =>
  answer(api.visitors.answer.$post({ json: { challenge, answer: initials } }));

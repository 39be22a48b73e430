import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { TextField } from '../../ui/Field.tsx';
import { board } from '../../words/staff-board.ts';
import { custodyWords as words } from '../../words/staff-custody.ts';
import { frame } from '../../words/staff-frame.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { closePanel, openPanel } from '../panel.ts';
import { reads, type Place } from '../reads.ts';
import { CheckField } from '../../desk/CheckField.tsx';
import { play } from '../sound.ts';
import { useAct } from '../../desk/use-act.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { PassportLines } from './PassportLines.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { Taken, type TakenIn } from './Taken.tsx';
import { usePassport } from './use-passport.ts';
import { usePlaceScan } from './use-place-scan.ts';
import './custody.css';

/** The chip beside the kinds of card. */
const noCard = '#none';

type CardOf = 'visitor' | 'leader' | 'companion';

/** Card into a pocket, bag into a locker, slip to the visitor: everything has a default, scanning changes it. */
export function TakeInPanel({ visitId, code }: { visitId: string; code?: string }) {
  const { say } = useWords();
  const { office } = useChoiceWords();
  const visit = useQuery(reads.visit(visitId)).data;
  const cards = office?.lists.cards ?? [];
  const [withCard, setWithCard] = useState(true);
  const [kind, setKind] = useState<string | null>(null);
  const [of, setOf] = useState<CardOf | null>(null);
  const [last4, setLast4] = useState('');
  const [noCardReason, setNoCardReason] = useState<string | null>(null);
  const [withLocker, setWithLocker] = useState(true);
  const [pocket, setPocket] = useState<Place | null>(null);
  const [locker, setLocker] = useState<Place | null>(null);
  const [taken, setTaken] = useState<TakenIn | null>(null);
  const press = useRef<HTMLButtonElement>(null);

  usePlaceScan((kind, place) => {
    if (kind === 'pocket') {
      setWithCard(true);
      setPocket(place);
    } else {
      setWithLocker(true);
      setLocker(place);
    }
    press.current?.focus();
  }, code);
  const passport = usePassport(read => {
    if (!cards.some(one => one.code === read.kind)) return;
    setWithCard(true);
    setKind(read.kind);
    setLast4(read.last4 ?? '');
    press.current?.focus();
  });
  useEffect(() => press.current?.focus(), []);

  const cardOf: CardOf =
    of ?? (visit?.kind === 'group' ? 'leader' : visit?.kind === 'child' ? 'companion' : 'visitor');
  const act = useAct(
    () =>
      answer(
        api.custodies.$post({
          json: {
            visitId,
            card: withCard
              ? {
                  kind: kind ?? cards[0]!.code,
                  of: cardOf,
                  last4: last4.length === 4 ? last4 : undefined,
                  pocketCode: pocket?.code,
                }
              : null,
            noCardReason: withCard ? undefined : (noCardReason ?? undefined),
            locker: withLocker ? (locker?.code ?? 'next') : null,
          },
        }),
      ),
    {
      onDone: result => {
        play('accepted');
        setTaken(result);
      },
      onFail: () => {
        play('wrong');
        return true;
      },
    },
  );

  if (taken) return <Taken taken={taken} number={visit?.number ?? ''} visitId={visitId} />;
  const why =
    !withCard && !withLocker
      ? say(words.nothingKept)
      : !withCard && !noCardReason
        ? say(words.whyNoCard)
        : null;
  return (
    <Drawer
      title={say(words.takeTitle)}
      lead={
        visit && (
          <>
            <strong className="numbers">{visit.number}</strong> · {visit.person?.name ?? say(board.anonymous)}
          </>
        )
      }
      closeLabel={say(frame.close)}
      onClose={closePanel}
      actions={
        <>
          <ActionButton
            ref={press}
            tone="primary"
            size="large"
            busy={act.busy}
            why={why}
            onClick={() => act.run()}
          >
            {say(words.take)}
          </ActionButton>
          <ActionButton size="large" onClick={() => openPanel({ kind: 'visit', visitId })}>
            {say(frame.cancel)}
          </ActionButton>
        </>
      }
    >
      <div className="stack" style={{ gap: 20 }}>
        <ChipChoice
          label={say(words.how)}
          options={[
            ...cards.map(one => ({ value: one.code, label: say(one) })),
            { value: noCard, label: say(words.withoutCard) },
          ]}
          value={withCard ? (kind ?? cards[0]?.code ?? null) : noCard}
          onPick={value => {
            setWithCard(value !== noCard);
            if (value !== noCard) setKind(value);
          }}
        />
        {!withCard && (
          <ChipChoice
            label={say(words.whyNoCard)}
            options={(office?.lists.noCardReasons ?? []).map(one => ({ value: one.code, label: say(one) }))}
            value={noCardReason}
            onPick={setNoCardReason}
          />
        )}
        {withCard && visit && visit.kind !== 'single' && (
          <ChipChoice
            label={say(words.whose)}
            options={(['visitor', 'leader', 'companion'] as const).map(value => ({
              value,
              label: say(words.cardOf[value]),
            }))}
            value={cardOf}
            onPick={setOf}
          />
        )}
        {withCard && kind === 'passport' && <PassportLines passport={passport} />}
        {withCard && office?.custody.askLastFour && (
          <TextField
            label={say(words.lastFour)}
            aside={say(frame.optional)}
            hint={say(words.lastFourHint)}
            value={last4}
            maxLength={4}
            onText={text => setLast4(text.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))}
          />
        )}
        <div className="place-choices">
          {withCard && <PlaceChoice kind="pocket" chosen={pocket} onNext={() => setPocket(null)} />}
          {withLocker && <PlaceChoice kind="locker" chosen={locker} onNext={() => setLocker(null)} />}
        </div>
        <CheckField label={words.noLocker} checked={!withLocker} onCheck={none => setWithLocker(!none)} />
        {why && !withCard && !withLocker && <p className="note">{why}</p>}
        <FailureLine failure={act.failure} />
      </div>
    </Drawer>
  );
}

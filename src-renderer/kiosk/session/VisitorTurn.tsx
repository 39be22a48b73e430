import { lazy, Suspense, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FoundPublication } from '../../../src-main/search/schema.ts';
import { LanguageContext, type Language } from '../../words.ts';
import { AttractScreen } from '../attract/AttractScreen.tsx';
import { HelpDialog } from '../frame/HelpDialog.tsx';
import { IdleDialog } from '../frame/IdleDialog.tsx';
import { LaterScreen, orNotLoaded } from '../frame/LaterScreen.tsx';
import { newDraft, type Draft } from '../guestbook/draft.ts';
import { GuestbookScreens } from '../guestbook/GuestbookScreens.tsx';
import type { Outbox } from '../guestbook/outbox.ts';
import type { Office } from '../office.ts';
import type { Chosen, Requested } from '../photocopy/form.ts';
import { TicketScreen, type Stored } from '../ticket/TicketScreen.tsx';
import { useIdle } from './use-idle.ts';
import { plainLook, TurnContext, type Look, type Turn } from './turn.ts';

// Not part of the first load: most visitors sign the guestbook.
const ReturningScreens = lazy(() => orNotLoaded(import('../returning/ReturningScreens.tsx')));
const SearchScreens = lazy(() => orNotLoaded(import('../search/SearchScreens.tsx')));
const PhotocopyScreens = lazy(() => orNotLoaded(import('../photocopy/PhotocopyScreens.tsx')));
const SoftcopyScreens = lazy(() => orNotLoaded(import('../softcopy/SoftcopyScreens.tsx')));
const PhotocopyDone = lazy(() => orNotLoaded(import('../photocopy/PhotocopyDone.tsx')));

type Place =
  | { at: 'start' }
  | { at: 'guestbook'; draft: Draft }
  | { at: 'returning'; scanned: string | null }
  | { at: 'search' }
  | { at: 'softcopy'; chosen?: FoundPublication }
  | { at: 'photocopy'; chosen: Chosen | null; scanned: string | null }
  | { at: 'photocopied'; form: Requested }
  | { at: 'ticket'; stored: Stored };

/** These screens clear themselves, sooner than an untouched form. */
const clearsItself = (place: Place) => place.at === 'ticket' || place.at === 'photocopied';

/** A visitor at the scanner touches the screen only between two publications. */
const scanningSeconds = 300;

interface Props {
  office: Office;
  outbox: Outbox;
  onWipe: () => void;
}

/** One visitor's turn at the kiosk. All that is entered lives below here, so taking this out of the tree wipes it. */
export function VisitorTurn({ office: newest, outbox, onWipe }: Props) {
  const [place, setPlace] = useState<Place>({ at: 'start' });
  const office = useKept(newest, place.at !== 'start');
  const [language, setLanguage] = useState<Language>('id');
  const [look, setLook] = useState<Look>(plainLook);
  const [helpCall, setHelpCall] = useState(0);
  /** The form on the way or stored, whose waiting slip goes with the screen. */
  const handedIn = useRef<string | null>(null);

  const wipe = useCallback(() => {
    if (handedIn.current) outbox.leave(handedIn.current);
    handedIn.current = null;
    onWipe();
  }, [outbox, onWipe]);

  const changed = language !== 'id' || look !== plainLook;
  const atStart = place.at === 'start';
  const limits = atStart
    ? { ...office.kiosk, countdownSeconds: 0 }
    : place.at === 'softcopy'
      ? { ...office.kiosk, idleSeconds: Math.max(office.kiosk.idleSeconds, scanningSeconds) }
      : office.kiosk;
  const [secondsLeft, stay] = useIdle(!clearsItself(place) && (!atStart || changed), limits, wipe);
  useDocumentLook(language, look);

  const turn = useMemo<Turn>(
    () => ({
      office,
      outbox,
      language,
      setLanguage,
      look,
      setLook,
      callHelp: () => setHelpCall(count => count + 1),
      wipe,
    }),
    [office, outbox, language, look, wipe],
  );
  const photocopy = (chosen: Chosen | null, scanned: string | null) =>
    setPlace({ at: 'photocopy', chosen, scanned });
  const sign = (start: Partial<Draft> = {}) => setPlace({ at: 'guestbook', draft: newDraft(start) });

  return (
    <LanguageContext value={language}>
      <TurnContext value={turn}>
        {place.at === 'start' && (
          <AttractScreen
            onSign={() => sign()}
            onGroup={() => sign({ kind: 'group', askWho: false })}
            onSearch={() => setPlace({ at: 'search' })}
            onPhotocopy={() => photocopy(null, null)}
            onSoftcopy={() => setPlace({ at: 'softcopy' })}
            onReturning={scanned => setPlace({ at: 'returning', scanned })}
          />
        )}
        {place.at === 'guestbook' && (
          <GuestbookScreens
            key={place.draft.submissionId}
            start={place.draft}
            onHandedIn={id => (handedIn.current = id)}
            onStored={stored => setPlace({ at: 'ticket', stored })}
            onSignAnew={() => sign()}
          />
        )}
        <Suspense fallback={<LaterScreen />}>
          {place.at === 'returning' && (
            <ReturningScreens
              scanned={place.scanned}
              onWelcome={(visitorToken, mayAsk) =>
                sign({ visitorToken, mayAsk, kind: 'single', askWho: false })
              }
              onSign={() => sign()}
              onPhotocopy={code => photocopy(null, code)}
            />
          )}
          {place.at === 'search' && (
            <SearchScreens
              onLeave={wipe}
              onCopy={chosen => photocopy(chosen, null)}
              onSoftcopy={chosen => setPlace({ at: 'softcopy', chosen })}
            />
          )}
          {place.at === 'photocopy' && (
            <PhotocopyScreens
              chosen={place.chosen}
              scanned={place.scanned}
              onRequested={form => setPlace({ at: 'photocopied', form })}
            />
          )}
          {place.at === 'softcopy' && <SoftcopyScreens chosen={place.chosen} />}
          {place.at === 'photocopied' && <PhotocopyDone form={place.form} />}
        </Suspense>
        {place.at === 'ticket' && <TicketScreen stored={place.stored} />}
        {helpCall > 0 && <HelpDialog key={helpCall} onClose={() => setHelpCall(0)} />}
        {secondsLeft !== null && !atStart && (
          <IdleDialog secondsLeft={secondsLeft} onStay={stay} onWipe={wipe} />
        )}
      </TurnContext>
    </LanguageContext>
  );
}

/** A profile that is changed meanwhile does not change the questions under a visitor's hands. */
function useKept(newest: Office, keep: boolean): Office {
  const [kept, setKept] = useState(newest);
  if (!keep && kept !== newest) setKept(newest);
  return keep ? kept : newest;
}

/** Language and look belong to the whole page, dialogs and scroll bars included; both go with the visitor. */
function useDocumentLook(language: Language, look: Look): void {
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    page.lang = language;
    page.dataset.text = look.large ? 'large' : 'normal';
    page.dataset.contrast = look.contrast ? 'high' : 'normal';
    page.dataset.reach = look.low ? 'low' : 'normal';
  }, [language, look]);
}

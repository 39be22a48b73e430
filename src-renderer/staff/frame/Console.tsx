import { useEffect, useRef } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Staff } from '../../../src-main/staff/schema.ts';
import { BoardPage } from '../board/BoardPage.tsx';
import { usePromiseChimes } from '../board/use-promise-chimes.ts';
import { StopScreen } from '../custody/StopScreen.tsx';
import { HeadquartersPage } from '../headquarters/HeadquartersPage.tsx';
import { PlacesPage } from '../lockers/PlacesPage.tsx';
import { closePanel } from '../panel.ts';
import type { Office } from '../reads.ts';
import { PhotocopiesPage } from '../photocopies/PhotocopiesPage.tsx';
import { PublicationsPage } from '../publications/PublicationsPage.tsx';
import { ReadingPage } from '../reading/ReadingPage.tsx';
import { listenForScanner } from '../scan/wedge.ts';
import { dispatchWedge, knownCodes } from '../scan/scan.ts';
import { useScanActions } from '../scan/use-scan-actions.ts';
import { LockScreen } from '../session/LockScreen.tsx';
import { session } from '../session/session.ts';
import { useIdleLock } from '../session/use-idle-lock.ts';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { SoftcopiesPage } from '../softcopies/SoftcopiesPage.tsx';
import { EvacuationPage } from '../shifts/EvacuationPage.tsx';
import { ShiftPage } from '../shifts/ShiftPage.tsx';
import { UnclosedDayGate } from '../shifts/UnclosedDayGate.tsx';
import { BreachPrompt } from '../visits/BreachPrompt.tsx';
import { VisitsPage } from '../visits/VisitsPage.tsx';
import { Banners } from './Banners.tsx';
import { PanelHost } from './PanelHost.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { Toasts } from '../../desk/Toasts.tsx';
import './frame.css';

/** Pages in the part after `#`: one document, whichever door serves it. */
const hashRouting = { hook: useHashLocation };

/** Everything an officer who is signed in sees. When the screen locks it stays as it is, out of sight and reach. */
export function Console({ office, staff }: { office: Office; staff: Staff }) {
  const { gate } = session.use();
  const covered = gate !== 'open';
  useIdleLock(office.lockMinutes);
  usePromiseChimes(!covered);
  useScanActions();
  const { prefix, suffix } = office.scanner;
  useEffect(() => {
    const wrapping = { prefix, suffix };
    return listenForScanner(knownCodes(wrapping), typed => dispatchWedge(typed, wrapping));
  }, [prefix, suffix]);
  useEffect(() => closePanel, []);
  const [at] = useHashLocation();
  const page = useRef<HTMLElement>(null);
  // The next page begins at its top, however far down the one before was read.
  useEffect(() => {
    if (page.current) page.current.scrollTop = 0;
  }, [at]);
  return (
    <Router {...hashRouting}>
      <div className="frame" inert={covered}>
        <Rail />
        <TopBar office={office} staff={staff} />
        <Banners />
        <div className="work">
          <main className="page" id="page" ref={page}>
            <Switch>
              <Route path="/" component={BoardPage} />
              <Route path="/visits" component={VisitsPage} />
              <Route path="/lockers/:place?" component={PlacesPage} />
              <Route path="/publications/:section?" component={PublicationsPage} />
              <Route path="/reading/:section?" component={ReadingPage} />
              <Route path="/photocopies" component={PhotocopiesPage} />
              <Route path="/softcopies" component={SoftcopiesPage} />
              <Route path="/shift" component={ShiftPage} />
              <Route path="/evacuation" component={EvacuationPage} />
              <Route path="/headquarters/:section?" component={HeadquartersPage} />
              <Route path="/settings/:section?" component={SettingsPage} />
              <Route component={BoardPage} />
            </Switch>
          </main>
          <PanelHost />
        </div>
        <UnclosedDayGate />
        <BreachPrompt />
        <StopScreen />
      </div>
      {covered && <LockScreen staff={staff} lost={gate === 'lost'} />}
      <Toasts />
    </Router>
  );
}

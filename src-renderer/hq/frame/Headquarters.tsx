import { CloudOff, FlaskConical } from 'lucide-react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Toasts } from '../../desk/Toasts.tsx';
import { hqFrame as words } from '../../words/hq-frame.ts';
import { useWords } from '../../words.ts';
import { ConsentsPage } from '../consents/ConsentsPage.tsx';
import { OfficePage } from '../office/OfficePage.tsx';
import { OfficesPage } from '../offices/OfficesPage.tsx';
import { AccountsPage } from '../people/AccountsPage.tsx';
import { AuditPage } from '../people/AuditPage.tsx';
import { MyAccountPage } from '../people/MyAccountPage.tsx';
import { SessionsPage } from '../people/SessionsPage.tsx';
import { link, type About } from '../queries.ts';
import { NewRequestPage } from '../requests/NewRequestPage.tsx';
import { RequestsPage } from '../requests/RequestsPage.tsx';
import { NewRolloutPage } from '../rollouts/NewRolloutPage.tsx';
import { RolloutsPage } from '../rollouts/RolloutsPage.tsx';
import { LostScreen } from '../session/LostScreen.tsx';
import { session, type Person } from '../session/session.ts';
import { useIdle } from '../session/use-idle.ts';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';

/** Pages in the part after `#`: one document, whatever the address. */
const hashRouting = { hook: useHashLocation };

/** Everything a person who is signed in sees. When the session ends it stays as it is, out of sight and reach. */
export function Headquarters({ about, person }: { about: About; person: Person }) {
  const { lost } = session.use();
  useIdle();
  return (
    <Router {...hashRouting}>
      <div className="frame" inert={lost}>
        <Rail />
        <TopBar about={about} person={person} />
        <Banners about={about} />
        <div className="work">
          <main className="page" id="page">
            <Switch>
              <Route path="/" component={OfficesPage} />
              <Route path="/offices/:office/:part?">
                {({ office, part }) => <OfficePage key={office} office={office} part={part ?? 'days'} />}
              </Route>
              <Route path="/publish/new" component={NewRolloutPage} />
              <Route path="/publish" component={RolloutsPage} />
              <Route path="/requests/new" component={NewRequestPage} />
              <Route path="/requests" component={RequestsPage} />
              <Route path="/consents" component={ConsentsPage} />
              <Route path="/accounts" component={AccountsPage} />
              <Route path="/sessions" component={SessionsPage} />
              <Route path="/audit" component={AuditPage} />
              <Route path="/me" component={MyAccountPage} />
              <Route component={OfficesPage} />
            </Switch>
          </main>
        </div>
      </div>
      {lost && <LostScreen person={person} />}
      <Toasts />
    </Router>
  );
}

function Banners({ about }: { about: About }) {
  const { say } = useWords();
  const up = link.use();
  return (
    <section aria-label={say(words.notices)}>
      {about.trial && <TrialBar />}
      {!up && (
        <p className="bar" role="status">
          <CloudOff size={20} aria-hidden />
          {say(words.silentBar)}
        </p>
      )}
    </section>
  );
}

function TrialBar() {
  const { say } = useWords();
  return (
    <p className="bar trial-bar">
      <FlaskConical size={18} aria-hidden />
      {say(words.trial)}
    </p>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { LanguageContext, setZone } from '../words.ts';
import { Console } from './frame/Console.tsx';
import { StationSilent } from './frame/StationSilent.tsx';
import { language } from '../desk/language.ts';
import { reads } from './reads.ts';
import { LoginScreen } from './session/LoginScreen.tsx';
import { session } from './session/session.ts';
import { SetupScreen } from './setup/SetupScreen.tsx';

/** First the set-up, then somebody signs in, then the console. */
export function StaffApp() {
  const spoken = language.use();
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  return (
    <LanguageContext value={spoken}>
      <Gate />
    </LanguageContext>
  );
}

function Gate() {
  const office = useQuery(reads.office());
  const { staff } = session.use();
  if (!office.data) return office.isPending && !office.failureCount ? null : <StationSilent />;
  setZone(office.data.office.zone);
  if (!office.data.setUp) return <SetupScreen />;
  if (!staff) return <LoginScreen office={office.data} />;
  // A key of the person: another officer begins on a fresh console.
  return <Console key={staff.id} office={office.data} staff={staff} />;
}

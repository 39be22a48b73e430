import { LabelsPanel } from '../labels/LabelsPanel.tsx';
import { labelWords } from '../../words/staff-labels.ts';
import type { ComponentType } from 'react';
import { Link, useParams } from 'wouter';
import type { Operation } from '../../../src-main/access.ts';
import { scannerWords } from '../../words/staff-scanner.ts';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { photocopyWords } from '../../words/staff-reading.ts';
import { softcopyWords } from '../../words/staff-softcopies.ts';
import { useWords, type Sentence } from '../../words.ts';
import { syncWords } from '../../words/staff-sync.ts';
import { SyncSettings } from '../sync/SyncSettings.tsx';
import { useMay } from '../session/session.ts';
import { JournalSettings } from './JournalSettings.tsx';
import { PlaceSettings } from './PlaceSettings.tsx';
import {
  KioskSettings,
  ListSettings,
  OfficeSettings,
  PhotocopySettings,
  PrinterSettings,
  PrivacySettings,
  ScannerSettings,
  ServiceSettings,
  SoftcopySettings,
} from './profile-sections.ts';
import { SlipSettings } from './SlipSettings.tsx';
import { SoundSettings } from './SoundSettings.tsx';
import { StaffSettings } from './StaffSettings.tsx';
import './settings.css';

interface Section {
  key: string;
  word: Sentence;
  needs: Operation;
  screen: ComponentType;
}

const sections: Section[] = [
  { key: 'office', word: words.office, needs: 'profile.read', screen: OfficeSettings },
  { key: 'service', word: words.service, needs: 'profile.read', screen: ServiceSettings },
  { key: 'lists', word: words.lists, needs: 'profile.read', screen: ListSettings },
  { key: 'kiosk', word: words.kiosk, needs: 'profile.read', screen: KioskSettings },
  { key: 'photocopy', word: photocopyWords.settings, needs: 'profile.read', screen: PhotocopySettings },
  { key: 'softcopy', word: softcopyWords.settings, needs: 'profile.read', screen: SoftcopySettings },
  { key: 'privacy', word: words.privacy, needs: 'profile.read', screen: PrivacySettings },
  { key: 'staff', word: words.staff, needs: 'staff.list', screen: StaffSettings },
  { key: 'places', word: words.places, needs: 'lockers.count', screen: PlaceSettings },
  { key: 'labels', word: labelWords.title, needs: 'labels.print', screen: LabelsPanel },
  { key: 'printer', word: words.printer, needs: 'profile.read', screen: PrinterSettings },
  { key: 'scanner', word: scannerWords.title, needs: 'profile.read', screen: ScannerSettings },
  { key: 'slips', word: words.slips, needs: 'prints.read', screen: SlipSettings },
  { key: 'sync', word: syncWords.title, needs: 'sync.read', screen: SyncSettings },
  { key: 'journal', word: words.journal, needs: 'journal.read', screen: JournalSettings },
  { key: 'sound', word: words.sound, needs: 'session.use', screen: SoundSettings },
];

/** Only the sections that the officer's role may see. */
export function SettingsPage() {
  const { say } = useWords();
  const may = useMay();
  const { section } = useParams<{ section?: string }>();
  const seen = sections.filter(one => may(one.needs));
  const here = seen.find(one => one.key === section) ?? seen[0];
  if (!here) return null;
  const Screen = here.screen;
  return (
    <>
      <header className="page-head">
        <h1>{say(words.title)}</h1>
      </header>
      <div className="settings">
        <nav className="settings-nav" aria-label={say(words.sections)}>
          {seen.map(one => (
            <Link
              key={one.key}
              href={`/settings/${one.key}`}
              aria-current={one === here ? 'page' : undefined}
            >
              {say(one.word)}
            </Link>
          ))}
        </nav>
        <section className="settings-body" aria-label={say(here.word)}>
          <h2>{say(here.word)}</h2>
          <Screen />
        </section>
      </div>
    </>
  );
}

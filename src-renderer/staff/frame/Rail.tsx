import { useQuery } from '@tanstack/react-query';
import {
  ArrowLeftRight,
  BookOpen,
  CalendarDays,
  Copy,
  Landmark,
  LayoutDashboard,
  LibraryBig,
  Lock,
  ScanText,
  Settings,
  type LucideIcon,
} from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { frame } from '../../words/staff-frame.ts';
import { hqWords } from '../../words/staff-headquarters.ts';
import { publicationWords } from '../../words/staff-publications.ts';
import { photocopyWords, readingWords } from '../../words/staff-reading.ts';
import { softcopyWords } from '../../words/staff-softcopies.ts';
import { useWords, type Sentence } from '../../words.ts';
import { reads } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { Mark } from '../../ui/Mark.tsx';

const places: { to: string; icon: LucideIcon; word: Sentence }[] = [
  { to: '/', icon: LayoutDashboard, word: frame.board },
  { to: '/visits', icon: CalendarDays, word: frame.visits },
  { to: '/lockers', icon: Lock, word: frame.lockers },
  { to: '/publications', icon: LibraryBig, word: publicationWords.rail },
  { to: '/reading', icon: BookOpen, word: readingWords.rail },
  { to: '/photocopies', icon: Copy, word: photocopyWords.rail },
  { to: '/softcopies', icon: ScanText, word: softcopyWords.title },
  { to: '/shift', icon: ArrowLeftRight, word: frame.shift },
];

export function Rail() {
  const { say } = useWords();
  const may = useMay();
  // An office without headquarters has no use for its page.
  const enrolled = useQuery({ ...reads.sync(), enabled: may('sync.read') }).data?.office;
  return (
    <nav className="rail" aria-label={say(frame.nav)}>
      <span className="rail-mark">
        <Mark />
      </span>
      {places.map(place => (
        <RailLink key={place.to} {...place} />
      ))}
      {enrolled && <RailLink to="/headquarters" icon={Landmark} word={hqWords.rail} />}
      <span className="rail-space" />
      <RailLink to="/settings" icon={Settings} word={frame.settings} />
    </nav>
  );
}

function RailLink({ to, icon: Icon, word }: (typeof places)[number]) {
  const { say } = useWords();
  const [at] = useLocation();
  const here = to === '/' ? at === '/' : at.startsWith(to);
  return (
    <Link href={to} aria-current={here ? 'page' : undefined}>
      <Icon size={22} aria-hidden />
      {say(word)}
    </Link>
  );
}

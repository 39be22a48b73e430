import {
  Building2,
  MailCheck,
  Megaphone,
  MessageCircleQuestion,
  MonitorSmartphone,
  ScrollText,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { Link, useLocation } from 'wouter';
import type { Operation } from '../../../src-central/access.ts';
import { Mark } from '../../ui/Mark.tsx';
import { hqConsentWords } from '../../words/hq-consents.ts';
import { hqFrame as words } from '../../words/hq-frame.ts';
import { hqRequestWords } from '../../words/hq-requests.ts';
import { useWords, type Sentence } from '../../words.ts';
import { useMay } from '../session/session.ts';

interface Place {
  to: string;
  icon: LucideIcon;
  word: Sentence;
  needs: Operation;
}

const places: Place[] = [
  { to: '/', icon: Building2, word: words.offices, needs: 'offices.read' },
  { to: '/publish', icon: Megaphone, word: words.publish, needs: 'rollouts.read' },
  { to: '/requests', icon: MessageCircleQuestion, word: hqRequestWords.rail, needs: 'requests.read' },
  { to: '/consents', icon: MailCheck, word: hqConsentWords.rail, needs: 'consents.read' },
  { to: '/accounts', icon: Users, word: words.accounts, needs: 'accounts.read' },
  { to: '/sessions', icon: MonitorSmartphone, word: words.sessions, needs: 'sessions.own' },
  { to: '/audit', icon: ScrollText, word: words.audit, needs: 'audit.read' },
];

/** Only the sections that the person's role includes. */
export function Rail() {
  const { say } = useWords();
  const may = useMay();
  const [at] = useLocation();
  const isHere = (to: string) => (to === '/' ? at === '/' || at.startsWith('/offices') : at.startsWith(to));
  return (
    <nav className="rail" aria-label={say(words.nav)}>
      <span className="rail-mark">
        <Mark />
      </span>
      {places
        .filter(one => may(one.needs))
        .map(({ to, icon: Icon, word }) => (
          <Link key={to} href={to} aria-current={isHere(to) ? 'page' : undefined}>
            <Icon size={22} aria-hidden />
            {say(word)}
          </Link>
        ))}
    </nav>
  );
}

import {
  ClipboardList,
  Clock3,
  HandCoins,
  LibraryBig,
  Megaphone,
  Route,
  ShieldCheck,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { TouchDialog } from '../../ui/TouchDialog.tsx';
import { attractWords, frameWords } from '../../words/kiosk.ts';
import { useWords, type Sentence } from '../../words.ts';
import type { Office } from '../office.ts';
import { useTurn } from '../session/turn.ts';
import { ComplaintChannels } from './ComplaintChannels.tsx';
import { OpeningHours } from './OpeningHours.tsx';

interface Component {
  key: string;
  title: Sentence;
  icon: LucideIcon;
  points: Sentence[];
  ordered?: boolean;
}

/** The six components of the published standard, each a press away in full. */
export function ServiceStandard() {
  const { say } = useWords();
  const { office, look } = useTurn();
  const [open, setOpen] = useState<Component | null>(null);
  return (
    <>
      <div className="k-standard">
        <h2>
          {say(attractWords.standard)} <small>{office.standard.number}</small>
        </h2>
        <div className="k-components">
          {componentsOf(office, look.large).map(component => (
            <TouchButton key={component.key} icon={component.icon} onClick={() => setOpen(component)}>
              {say(component.title)}
            </TouchButton>
          ))}
        </div>
      </div>
      {open && (
        <TouchDialog
          title={say(open.title)}
          onEscape={() => setOpen(null)}
          actions={
            <TouchButton tone="main" onClick={() => setOpen(null)}>
              {say(frameWords.close)}
            </TouchButton>
          }
        >
          {open.key === 'complaints' ? <ComplaintChannels /> : <Points component={open} />}
          {open.key === 'time' && <OpeningHours />}
        </TouchDialog>
      )}
    </>
  );
}

function Points({ component: { points, ordered } }: { component: Component }) {
  const { say } = useWords();
  const List = ordered ? 'ol' : 'ul';
  if (points.length === 1 && points[0]) return <p>{say(points[0])}</p>;
  return (
    <List className="k-points">
      {points.map(point => (
        <li key={point.id}>{say(point)}</li>
      ))}
    </List>
  );
}

/** @param short the pledge does not stand on the screen itself, so that it is a press away, too. */
function componentsOf({ standard }: Office, short: boolean): Component[] {
  return [
    ...(short
      ? [{ key: 'pledge', title: attractWords.pledge, icon: ShieldCheck, points: [standard.pledge] }]
      : []),
    {
      key: 'requirements',
      title: attractWords.requirements,
      icon: ClipboardList,
      points: standard.requirements,
    },
    {
      key: 'procedure',
      title: attractWords.procedure,
      icon: Route,
      points: standard.procedure,
      ordered: true,
    },
    { key: 'time', title: attractWords.time, icon: Clock3, points: standard.time },
    { key: 'cost', title: attractWords.cost, icon: HandCoins, points: [standard.cost] },
    { key: 'products', title: attractWords.products, icon: LibraryBig, points: standard.products },
    { key: 'complaints', title: attractWords.complaints, icon: Megaphone, points: [] },
  ];
}

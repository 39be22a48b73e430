import { ContactRound, Copy, NotebookPen, ScanText, Search, UsersRound } from 'lucide-react';
import { useEffect } from 'react';
import { attractWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { LookTools } from '../frame/LookTools.tsx';
import { TopBar } from '../frame/TopBar.tsx';
import { listenForCard } from '../returning/scanner.ts';
import { useTurn } from '../session/turn.ts';
import './attract.css';
import { BigChoice } from './BigChoice.tsx';
import { ComplaintChannels } from './ComplaintChannels.tsx';
import { ServiceStandard } from './ServiceStandard.tsx';
import { TodayLine } from './TodayLine.tsx';

interface Props {
  onSign: () => void;
  onGroup: () => void;
  onSearch: () => void;
  onPhotocopy: () => void;
  onSoftcopy: () => void;
  /** With the code of a visitor card when one was scanned right here. */
  onReturning: (scanned: string | null) => void;
}

/** The first screen: what the office promises, and the doors to its guestbook. */
export function AttractScreen({ onSign, onGroup, onSearch, onPhotocopy, onSoftcopy, onReturning }: Props) {
  const { say } = useWords();
  const { office } = useTurn();
  useEffect(() => listenForCard(office.scanner, onReturning), [office.scanner, onReturning]);
  return (
    <div className="k-frame k-attract">
      <TopBar />
      <main className="k-main">
        <section className="k-welcome">
          <div>
            <p className="k-unit">
              {say(attractWords.unit)} {office.office.name}
            </p>
            <h1>{say(attractWords.welcome)}</h1>
            <p>{say(attractWords.invite, { minutes: office.promiseMinutes })}</p>
          </div>
          <div className="k-doors">
            <BigChoice
              main
              icon={NotebookPen}
              title={attractWords.sign}
              hint={attractWords.signHint}
              onPress={onSign}
            />
            <BigChoice
              icon={ContactRound}
              title={attractWords.returning}
              hint={attractWords.returningHint}
              onPress={() => onReturning(null)}
            />
            <BigChoice
              icon={UsersRound}
              title={attractWords.group}
              hint={attractWords.groupHint}
              onPress={onGroup}
            />
            <BigChoice
              icon={Search}
              title={attractWords.search}
              hint={attractWords.searchHint}
              onPress={onSearch}
            />
            <BigChoice
              icon={Copy}
              title={attractWords.photocopy}
              hint={attractWords.photocopyHint}
              onPress={onPhotocopy}
            />
            {office.softcopy.selfService && (
              <BigChoice
                icon={ScanText}
                title={attractWords.softcopy}
                hint={attractWords.softcopyHint}
                onPress={onSoftcopy}
              />
            )}
          </div>
          <TodayLine />
        </section>
        <section className="k-promise">
          <div className="k-pattern" aria-hidden />
          <figure className="k-pledge">
            <figcaption>{say(attractWords.pledge)}</figcaption>
            <blockquote>{say(office.standard.pledge)}</blockquote>
          </figure>
          <ServiceStandard />
          <div className="k-complaints">
            <h2>
              {say(attractWords.complaints)} <small>{say(attractWords.complaintsHint)}</small>
            </h2>
            <ComplaintChannels />
          </div>
        </section>
      </main>
      <footer className="k-bottom">
        <LookTools />
      </footer>
    </div>
  );
}

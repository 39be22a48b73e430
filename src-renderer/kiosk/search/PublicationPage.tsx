import { BookOpen, Copy, CopyX, FileDown, MapPin, ScanText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { FoundPublication } from '../../../src-main/search/schema.ts';
import { answer, api } from '../../api.ts';
import { coverPath } from '../../paths.ts';
import { BookCover } from '../../ui/BookCover.tsx';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { publicationWords as words } from '../../words/kiosk-library.ts';
import { kindWords, subjectWords, wordOf } from '../../words/publications.ts';
import { useWords, type Sentence } from '../../words.ts';
import { focusWhenPainted } from '../../ui/focus.ts';
import type { Chosen } from '../photocopy/form.ts';
import { WantButton } from './NothingFound.tsx';

const askPlaces = (id: string) => answer(api.publications[':id'].places.$get({ param: { id } }));
const askWhole = (id: string) => answer(api.publications[':id'].$get({ param: { id } }));
type Places = Awaited<ReturnType<typeof askPlaces>>;
type Whole = Awaited<ReturnType<typeof askWhole>>;

/** One publication: what it is, where it stands, whether somebody has it. What comes late or never is left out. */
export function PublicationPage({
  found,
  onCopy,
  onSoftcopy,
}: {
  found: FoundPublication;
  onCopy: ((chosen: Chosen) => void) | undefined;
  onSoftcopy: ((found: FoundPublication) => void) | undefined;
}) {
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [whole, setWhole] = useState<Whole | null>(null);
  const [places, setPlaces] = useState<Places | null>(null);
  useEffect(() => {
    focusWhenPainted(heading.current);
    let gone = false;
    askWhole(found.id).then(
      next => gone || setWhole(next),
      () => {},
    );
    askPlaces(found.id).then(
      next => gone || setPlaces(next),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [found.id]);

  const copyable = places?.some(place => !place.notForCopying);
  const takesPdf = onSoftcopy !== undefined && found.hasPdf;
  const onShelf = places?.some(place => place.place === 'shelf');
  return (
    <article className="k-publication">
      <BookCover
        title={found.title}
        year={found.year}
        src={found.hasCover ? coverPath(found.id) : null}
        size="large"
      />
      <div className="k-publication-head">
        <h1 ref={heading} tabIndex={-1}>
          {found.title}
        </h1>
        <p className="k-hint">
          {[
            found.year,
            found.areaName,
            found.subject && say(wordOf(subjectWords, found.subject)),
            found.kind && say(wordOf(kindWords, found.kind)),
            found.pages && say(words.pages, { n: found.pages }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <section className="k-where">
        <h2>
          <MapPin aria-hidden />
          {say(words.where)}
        </h2>
        {places && (
          <PlaceList
            places={places}
            otherwise={takesPdf ? words.noPrintTake : found.hasPdf ? words.noPrintPdf : words.noPrint}
          />
        )}
        {onShelf && <p className="k-hint">{say(words.take)}</p>}
        {places && places.length > 0 && !onShelf && <p className="k-hint">{say(words.busy)}</p>}
        {places?.length === 0 && !takesPdf && <WantButton text={found.title} publicationId={found.id} />}
        {onSoftcopy && (takesPdf || !onCopy) && (
          <TouchButton
            icon={takesPdf ? FileDown : ScanText}
            tone={onCopy && copyable ? 'line' : 'main'}
            onClick={() => onSoftcopy(found)}
          >
            {say(takesPdf ? words.takePdf : words.scan)}
          </TouchButton>
        )}
        {onCopy && copyable && (
          <TouchButton
            icon={Copy}
            onClick={() => onCopy({ id: found.id, title: found.title, last: found.pages })}
          >
            {say(words.copy)}
          </TouchButton>
        )}
      </section>
      {whole?.abstract && (
        <section className="k-abstract">
          <h2>{say(words.about)}</h2>
          <p>{whole.abstract}</p>
        </section>
      )}
    </article>
  );
}

function PlaceList({ places, otherwise }: { places: Places; otherwise: Sentence }) {
  const { say } = useWords();
  if (places.length === 0) return <p>{say(otherwise)}</p>;
  const states = { shelf: words.there, visit: words.read, 'co-op': words.coop };
  return (
    <ul className="k-places">
      {places.map(place => (
        <li key={place.copyId} data-there={place.place === 'shelf' || undefined}>
          <BookOpen aria-hidden />
          <span>
            <strong>{place.shelf ? say(words.shelf, { shelf: place.shelf }) : say(words.noShelf)}</strong>{' '}
            {say(states[place.place])}
            {place.notForCopying && (
              <small>
                <CopyX aria-hidden />
                {say(words.notForCopying)}
              </small>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

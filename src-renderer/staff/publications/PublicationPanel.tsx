import { useQuery } from '@tanstack/react-query';
import { Download, Pencil } from 'lucide-react';
import { useEffect, useState } from 'react';
import { answer, api, fetchBlob } from '../../api.ts';
import { coverPath, pdfPath } from '../../paths.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { BookCover } from '../../ui/BookCover.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { kindWords, subjectWords, wordOf } from '../../words/publications.ts';
import { frame } from '../../words/staff-frame.ts';
import { publicationWords as words } from '../../words/staff-publications.ts';
import { useWords, type Sentence } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { SaveLink } from '../labels/SaveLink.tsx';
import { closePanel, openPanel } from '../panel.ts';
import { useMay } from '../session/session.ts';
import { useAct } from '../../desk/use-act.ts';
import { Facts } from '../visits/Facts.tsx';
import { CopiesPart } from './CopiesPart.tsx';
import { publicationReads, type Publication } from './publication-reads.ts';
import { PublicationHistory } from './PublicationHistory.tsx';
import { useFieldWords } from './use-field-words.ts';
import '../visits/visit.css';
import './publications.css';

/** One publication whole: what it is, its printed copies, and what happened to it. */
export function PublicationPanel({ id }: { id: string }) {
  const { say } = useWords();
  const may = useMay();
  const query = useQuery(publicationReads.one(id));
  const publication = query.data;
  return (
    <Drawer
      title={publication?.title ?? say(words.title)}
      lead={
        publication &&
        [
          publication.year,
          publication.areaName,
          publication.kind && say(wordOf(kindWords, publication.kind)),
          publication.subject && say(wordOf(subjectWords, publication.subject)),
        ]
          .filter(Boolean)
          .join(' · ')
      }
      closeLabel={say(frame.close)}
      onClose={closePanel}
      actions={
        publication && (
          <>
            <ActionButton
              icon={Pencil}
              why={!may('publications.change') && say(frame.notForRole)}
              onClick={() => openPanel({ kind: 'publication-form', id })}
            >
              {say(words.edit)}
            </ActionButton>
            {publication.pdf && <PdfButton publication={publication} />}
          </>
        )
      }
    >
      {publication ? (
        <div className="stack-wide">
          <Details publication={publication} />
          <CopiesPart publication={publication} />
          <Edited publication={publication} />
          <PublicationHistory id={id} />
        </div>
      ) : (
        <PageState query={query} />
      )}
    </Drawer>
  );
}

function Details({ publication }: { publication: Publication }) {
  const { say } = useWords();
  const { shown } = useFieldWords();
  const facts = (
    [
      'catalogueNumber',
      'publicationNumber',
      'issn',
      'isbn',
      'series',
      'language',
      'pages',
      'releasedOn',
    ] as const
  ).map((field): [Sentence, string | null] => [
    words.fields[field],
    publication[field] === null ? null : shown(field, publication[field]),
  ]);
  return (
    <section className="part">
      <div className="publication-head">
        <BookCover
          title={publication.title}
          year={publication.year}
          src={publication.cover ? coverPath(publication.id) : null}
        />
        <Facts facts={[...facts, [words.source, say(words.sources[publication.source])]]} />
      </div>
      {publication.abstract && (
        <details className="abstract">
          <summary>{say(words.abstract)}</summary>
          <p>{publication.abstract}</p>
        </details>
      )}
    </section>
  );
}

/** Fields that the office has changed, with what the source says, so that a change can be taken back. */
function Edited({ publication }: { publication: Publication }) {
  const { say } = useWords();
  const { shown } = useFieldWords();
  const may = useMay();
  const takeBack = useAct((field: Publication['edited'][number]['field']) =>
    answer(api.publications[':id'].$patch({ param: { id: publication.id }, json: { takeBack: [field] } })),
  );
  if (publication.edited.length === 0) return null;
  return (
    <section className="part">
      <h3>{say(words.editedTitle)}</h3>
      <ul className="lines">
        {publication.edited.map(({ field, value }) => (
          <li key={field} className="line">
            <span>
              <strong>{say(words.fields[field])}</strong>
              <small className="soft">{say(words.editedText, { value: shown(field, value) })}</small>
            </span>
            {may('publications.change') && (
              <ActionButton size="small" busy={takeBack.busy} onClick={() => takeBack.run(field)}>
                {say(words.takeBack)}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PdfButton({ publication }: { publication: Publication }) {
  const { say } = useWords();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  const get = useAct(() => fetchBlob(pdfPath(publication.id), 60_000), {
    onDone: blob => setUrl(URL.createObjectURL(blob)),
    onFail: () => true,
  });
  if (url)
    return <SaveLink url={url} name={`${publication.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.pdf`} />;
  return (
    <>
      <ActionButton icon={Download} busy={get.busy} onClick={() => get.run()}>
        {say(words.openPdf)}
      </ActionButton>
      <FailureLine failure={get.failure} />
    </>
  );
}

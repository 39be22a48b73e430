import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { readCode } from '../../../src-main/codes/rules.ts';
import { mostCopies, mostTitles, type Paper } from '../../../src-main/photocopies/options.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice } from '../../ui/ChipChoice.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { TextField } from '../../ui/Field.tsx';
import { frame } from '../../words/staff-frame.ts';
import { readPages } from '../../words/pages.ts';
import { photocopyWords as words } from '../../words/staff-reading.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { NumberField } from '../frame/NumberField.tsx';
import { closePanel, openPanel } from '../panel.ts';
import { readingReads } from '../reading/reading-reads.ts';
import { reads } from '../reads.ts';
import { addScanTarget } from '../scan/scan.ts';
import { play } from '../sound.ts';
import { toast, toastFailure } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import '../reading/reading.css';

interface Title {
  id: string;
  title: string;
  /** The last page; null when nobody knows. */
  last: number | null;
  pages: string;
}

/** A photocopy form for a visitor who does not use the kiosk. */
export function PhotocopyFormPanel({ visitId }: { visitId: string }) {
  const { say } = useWords();
  const { office } = useChoiceWords();
  const visit = useQuery(reads.visit(visitId)).data;
  const read = useQuery(readingReads.copyable(visitId)).data ?? [];
  const papers = office?.photocopy.papers ?? [];
  const [titles, setTitles] = useState<Title[]>([]);
  const [copies, setCopies] = useState(1);
  const [paper, setPaper] = useState<Paper | null>(null);
  const [duplex, setDuplex] = useState(true);
  const [tried, setTried] = useState(false);

  const add = (id: string, title: string, last: number | null) =>
    setTitles(now =>
      now.some(one => one.id === id) || now.length >= mostTitles
        ? now
        : [...now, { id, title, last, pages: '' }],
    );
  useScannedTitles(add);

  const pagesOk = titles.every(one => readPages(one.pages, one.last).ok);
  const copiesOk = copies >= 1 && copies <= mostCopies;
  const act = useAct(
    () =>
      answer(
        api.photocopies.$post({
          json: {
            visitId,
            titles: titles.map(one => ({ publicationId: one.id, pages: one.pages })),
            copies,
            paper: paper ?? papers[0]!,
            duplex,
          },
        }),
      ),
    {
      onDone: form => {
        play('accepted');
        toast('good', say(words.made, { number: form.number }));
        openPanel({ kind: 'photocopy', photocopyId: form.id });
      },
      onFail: () => {
        play('wrong');
        return true;
      },
    },
  );
  const send = () => {
    setTried(true);
    if (titles.length > 0 && pagesOk && copiesOk) act.run();
  };

  return (
    <Drawer
      title={say(words.formTitle)}
      lead={visit && <strong className="numbers">{visit.number}</strong>}
      closeLabel={say(frame.close)}
      onClose={closePanel}
      actions={
        <>
          <ActionButton tone="primary" size="large" busy={act.busy} onClick={send}>
            {say(words.send)}
          </ActionButton>
          <ActionButton size="large" onClick={() => openPanel({ kind: 'visit', visitId })}>
            {say(frame.cancel)}
          </ActionButton>
        </>
      }
    >
      <div className="stack-wide">
        <section className="part">
          <h3>{say(words.choose)}</h3>
          <p className="soft">{say(words.chooseHint)}</p>
          {titles.map(one => (
            <TitlePages
              key={one.id}
              one={one}
              tried={tried}
              onPages={pages =>
                setTitles(now => now.map(other => (other.id === one.id ? { ...other, pages } : other)))
              }
              onRemove={() => setTitles(now => now.filter(other => other.id !== one.id))}
            />
          ))}
          {tried && titles.length === 0 && <p className="field-error">{say(words.noTitles)}</p>}
          <ul className="lines">
            {read
              .filter(one => !titles.some(taken => taken.id === one.id))
              .map(one => (
                <Offer
                  key={one.id}
                  title={one.title}
                  why={one.copyable ? null : say(words.notForCopying)}
                  onAdd={() => add(one.id, one.title, one.pages)}
                />
              ))}
          </ul>
          <OtherTitles taken={titles.map(one => one.id)} onAdd={add} />
        </section>
        <NumberField label={words.setsLabel} value={copies} onNumber={setCopies} />
        <ChipChoice
          label={say(words.paper)}
          options={papers.map(value => ({ value, label: value.toUpperCase() }))}
          value={paper ?? papers[0] ?? null}
          onPick={setPaper}
        />
        <ChipChoice
          label={say(words.sides)}
          options={[
            { value: 'duplex', label: say(words.duplex) },
            { value: 'simplex', label: say(words.simplex) },
          ]}
          value={duplex ? 'duplex' : 'simplex'}
          onPick={value => setDuplex(value === 'duplex')}
        />
        {office && (
          <p className="note">
            <span>
              <strong>{say(words.copyright)}.</strong> {say(office.photocopy.copyright)}
            </span>
          </p>
        )}
        <FailureLine failure={act.failure} />
      </div>
    </Drawer>
  );
}

/** A copy that is scanned while the form is written puts its title on it. */
function useScannedTitles(add: (id: string, title: string, last: number | null) => void): void {
  const onScan = useEffectEvent((typed: string) => {
    const read = readCode(typed);
    if (read.kind !== 'copy') return false;
    answer(api.scan.$post({ json: { code: read.code } }))
      .then(found => answer(api.publications[':id'].$get({ param: { id: found.copy!.publicationId } })))
      .then(publication => {
        play('accepted');
        add(publication.id, publication.title, publication.pages);
      })
      .catch(toastFailure);
    return true;
  });
  useEffect(() => addScanTarget(typed => onScan(typed)), []);
}

interface TitleProps {
  one: Title;
  tried: boolean;
  onPages: (pages: string) => void;
  onRemove: () => void;
}

function TitlePages({ one, tried, onPages, onRemove }: TitleProps) {
  const { say } = useWords();
  const read = readPages(one.pages, one.last);
  const told = say(read.words, read.values);
  return (
    <div className="form-title">
      <div className="form-title-head">
        <strong>{one.title}</strong>
        <button
          type="button"
          className="icon-button"
          aria-label={say(words.remove, { title: one.title })}
          onClick={onRemove}
        >
          <X size={18} aria-hidden />
        </button>
      </div>
      <TextField
        label={<span className="said-only">{say(words.pagesLabel, { title: one.title })}</span>}
        value={one.pages}
        maxLength={200}
        error={read.ok || (!tried && one.pages === '') ? null : told}
        hint={
          read.ok ? told : one.last === null ? say(words.pagesHint) : say(words.pagesOf, { last: one.last })
        }
        onText={onPages}
      />
    </div>
  );
}

function Offer({ title, why, onAdd }: { title: string; why: string | null; onAdd: () => void }) {
  const { say } = useWords();
  return (
    <li className="line">
      <span>
        {title}
        {why && <small className="soft">{why}</small>}
      </span>
      {!why && (
        <ActionButton size="small" icon={Plus} aria-label={say(words.add, { title })} onClick={onAdd}>
          {say(frame.add)}
        </ActionButton>
      )}
    </li>
  );
}

function OtherTitles({
  taken,
  onAdd,
}: {
  taken: string[];
  onAdd: (id: string, title: string, last: number | null) => void;
}) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const { data } = useQuery({
    queryKey: ['publications', 'to-copy', text],
    queryFn: () => answer(api.publications.search.$post({ json: { text, filters: { printed: true } } })),
    placeholderData: keepPreviousData,
    enabled: text.trim().length >= 2,
  });
  const found = text.trim().length < 2 ? [] : (data?.results ?? []);
  return (
    <>
      <TextField label={say(words.search)} type="search" value={text} maxLength={120} onText={setText} />
      {found.length > 0 && (
        <ul className="lines form-found">
          {found
            .filter(one => !taken.includes(one.id))
            .map(one => (
              <Offer
                key={one.id}
                title={one.title}
                why={null}
                onAdd={() => {
                  onAdd(one.id, one.title, one.pages);
                  setText('');
                }}
              />
            ))}
        </ul>
      )}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { readCode } from '../../../src-main/codes/rules.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { board } from '../../words/staff-board.ts';
import { frame } from '../../words/staff-frame.ts';
import { readingWords as words } from '../../words/staff-reading.ts';
import { useWords } from '../../words.ts';
import { PageState } from '../../desk/PageState.tsx';
import { closePanel, openPanel } from '../panel.ts';
import { reads } from '../reads.ts';
import { addScanTarget } from '../scan/scan.ts';
import { useMay } from '../session/session.ts';
import { toast, toastFailure } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { readingReads } from './reading-reads.ts';
import { useHandInCopy } from './use-copy-scan.ts';

/** One copy: on its shelf it asks for its reader, in a reader's hands it can be put back or called lost. */
export function CopyPanel({ code }: { code: string }) {
  const { say } = useWords();
  const query = useQuery(readingReads.copy(code));
  const copy = query.data?.copy;
  const now = query.data?.now ?? null;
  return (
    <Drawer
      title={copy?.title ?? say(words.publication)}
      lead={
        copy && (
          <span className="numbers">
            {[
              code,
              copy.shelf ?? say(words.noShelf),
              now ? say(words.isWith, { number: now.visitNumber }) : say(words.onShelf),
            ].join(' · ')}
          </span>
        )
      }
      closeLabel={say(frame.close)}
      onClose={closePanel}
      actions={
        copy && (
          <>
            {now && !now.photocopyId && <AwayActs code={code} copyId={copy.id} />}
            <ActionButton onClick={() => openPanel({ kind: 'publication', id: copy.publicationId })}>
              {say(words.publication)}
            </ActionButton>
          </>
        )
      }
    >
      {copy ? (
        <div className="stack-wide">
          {!now && <Readers code={code} />}
          <CopyHistory copyId={copy.id} />
        </div>
      ) : (
        <PageState query={query} />
      )}
    </Drawer>
  );
}

/** Whose slip is scanned next, or who is chosen, reads it. */
function Readers({ code }: { code: string }) {
  const { say } = useWords();
  const may = useMay();
  const handIn = useHandInCopy();
  const cards = useQuery(reads.board()).data?.cards ?? [];
  const here = cards.filter(card => card.state === 'serving' || card.state === 'inside');

  const give = (visitId: string) =>
    void handIn(code, visitId).then(() => openPanel({ kind: 'visit', visitId }));
  const onScan = useEffectEvent((typed: string) => {
    const read = readCode(typed);
    if (!may('reading.log') || (read.kind !== 'visit' && read.kind !== 'slip' && read.kind !== 'visitor'))
      return false;
    answer(api.scan.$post({ json: { code: read.code } })).then(
      found => (found.visitId ? give(found.visitId) : undefined),
      toastFailure,
    );
    return true;
  });
  useEffect(() => addScanTarget(typed => onScan(typed)), []);

  if (!may('reading.log')) return null;
  return (
    <section className="part">
      <h3>{say(words.who)}</h3>
      <p className="soft">{say(words.whoHint)}</p>
      {here.length === 0 ? (
        <p className="note">{say(words.nobody)}</p>
      ) : (
        <ul className="lines">
          {here.map(card => (
            <li key={card.id} className="line">
              <span>
                <strong className="numbers">{card.number}</strong>
                <small className="soft">{card.name ?? say(board.anonymous)}</small>
              </span>
              <ActionButton
                size="small"
                aria-label={say(words.give, { number: card.number })}
                onClick={() => give(card.id)}
              >
                {say(words.give, { number: card.number })}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function AwayActs({ code, copyId }: { code: string; copyId: string }) {
  const { say } = useWords();
  const may = useMay();
  const handIn = useHandInCopy();
  const [asking, setAsking] = useState(false);
  const lose = useAct(() => answer(api.copies[':id'].lose.$post({ param: { id: copyId } })), {
    onDone: () => {
      toast('good', say(words.lost));
      closePanel();
    },
  });
  const why = !may('reading.log') && say(frame.notForRole);
  return (
    <>
      <ActionButton tone="primary" why={why} onClick={() => void handIn(code).then(closePanel)}>
        {say(words.shelve)}
      </ActionButton>
      <ActionButton why={why} onClick={() => setAsking(true)}>
        {say(words.lose)}
      </ActionButton>
      {asking && (
        <DeskDialog
          title={say(words.loseTitle)}
          onClose={() => setAsking(false)}
          actions={
            <>
              <ActionButton tone="danger" busy={lose.busy} onClick={() => lose.run()}>
                {say(words.lose)}
              </ActionButton>
              <ActionButton onClick={() => setAsking(false)}>{say(frame.cancel)}</ActionButton>
            </>
          }
        >
          <p>{say(words.loseText)}</p>
        </DeskDialog>
      )}
    </>
  );
}

function CopyHistory({ copyId }: { copyId: string }) {
  const { say, day, clock } = useWords();
  const query = useQuery(readingReads.ofCopy(copyId));
  if (!query.data) return <PageState query={query} />;
  return (
    <section className="part">
      <h3>{say(words.history)}</h3>
      {query.data.length === 0 && <p className="soft">{say(words.never)}</p>}
      <ul className="lines">
        {query.data.map(row => (
          <li key={row.id} className="line">
            <span>
              <button
                type="button"
                className="line-link numbers"
                onClick={() => openPanel({ kind: 'visit', visitId: row.visitId })}
              >
                {row.visitNumber}
              </button>
              <small className="soft numbers">
                {[
                  day(row.takenAt),
                  row.photocopyNumber
                    ? say(words.atCoop, { number: row.photocopyNumber, time: clock(row.takenAt) })
                    : say(words.reading, { time: clock(row.takenAt) }),
                  row.ending && say(words.endings[row.ending], { time: clock(row.endedAt!) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

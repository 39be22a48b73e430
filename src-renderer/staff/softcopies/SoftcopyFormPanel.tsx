import { FileDown, X } from 'lucide-react';
import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { TextField } from '../../ui/Field.tsx';
import { frame } from '../../words/staff-frame.ts';
import { softcopyWords as words } from '../../words/staff-softcopies.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { openPanel } from '../panel.ts';
import { PublicationFinder } from '../publications/PublicationFinder.tsx';
import { useAct } from '../../desk/use-act.ts';
import '../visits/visit.css';

interface Title {
  publicationId: string | null;
  title: string;
  year: number | null;
  pages: string;
  hasPdf: boolean;
}

/** Which titles and pages go into a softcopy; one that is published needs no scanner. */
export function SoftcopyFormPanel({ visitId }: { visitId: string }) {
  const { say } = useWords();
  const [titles, setTitles] = useState<Title[]>([]);
  const back = () => openPanel({ kind: 'visit', visitId });
  const onDone = ({ id }: { id: string }) => openPanel({ kind: 'softcopy', id });
  const begin = useAct(
    () =>
      answer(
        api.softcopies.$post({
          json: {
            visitId,
            titles: titles.map(({ publicationId, title, year, pages }) => ({
              publicationId,
              title,
              year,
              pages,
            })),
          },
        }),
      ),
    { onDone, onFail: () => true },
  );
  const publish = useAct(
    (publicationId: string) => answer(api.softcopies.published.$post({ json: { visitId, publicationId } })),
    { onDone, onFail: () => true },
  );
  const add = (title: Omit<Title, 'pages'>) =>
    setTitles(now =>
      now.length >= 20 || now.some(one => one.title === title.title)
        ? now
        : [...now, { ...title, pages: '' }],
    );
  return (
    <Drawer
      title={say(words.formTitle)}
      closeLabel={say(frame.close)}
      onClose={back}
      actions={
        <>
          <ActionButton
            tone="primary"
            busy={begin.busy}
            why={titles.length === 0 && say(words.needsTitle)}
            onClick={() => begin.run()}
          >
            {say(words.begin)}
          </ActionButton>
          <ActionButton onClick={back}>{say(frame.cancel)}</ActionButton>
        </>
      }
    >
      <div className="stack">
        <h3>{say(words.titles)}</h3>
        {titles.map((one, at) => (
          <div key={one.title} className="custody">
            <div className="row-between row-tight">
              <strong>{one.title}</strong>
              <button
                type="button"
                className="icon-button"
                aria-label={say(words.remove, { title: one.title })}
                onClick={() => setTitles(now => now.filter(other => other !== one))}
              >
                <X size={18} aria-hidden />
              </button>
            </div>
            <TextField
              label={say(words.pages)}
              aside={say(frame.optional)}
              hint={say(words.pagesHint)}
              value={one.pages}
              maxLength={80}
              onText={pages =>
                setTitles(now => now.map((other, index) => (index === at ? { ...other, pages } : other)))
              }
            />
            {one.hasPdf && one.publicationId && (
              <div>
                <ActionButton
                  size="small"
                  icon={FileDown}
                  busy={publish.busy}
                  onClick={() => publish.run(one.publicationId!)}
                >
                  {say(words.givePublished)}
                </ActionButton>
              </div>
            )}
          </div>
        ))}
        <PublicationFinder
          onPick={found =>
            add({ publicationId: found.id, title: found.title, year: found.year, hasPdf: found.hasPdf })
          }
          onFree={title => add({ publicationId: null, title, year: null, hasPdf: false })}
        />
        <FailureLine failure={begin.failure ?? publish.failure} />
      </div>
    </Drawer>
  );
}

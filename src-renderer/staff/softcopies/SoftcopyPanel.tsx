import { useQuery } from '@tanstack/react-query';
import { megabytes } from '../../../src-main/softcopies/rules.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { frame } from '../../words/staff-frame.ts';
import { softcopyWords as words } from '../../words/staff-softcopies.ts';
import { useWords } from '../../words.ts';
import { PageState } from '../../desk/PageState.tsx';
import { closePanel, openPanel } from '../panel.ts';
import { useMay } from '../session/session.ts';
import { useAct } from '../../desk/use-act.ts';
import { DeliverPart } from './DeliverPart.tsx';
import { DeliveryFacts, DeliveryTag } from './DeliveryFacts.tsx';
import { ScansPart } from './ScansPart.tsx';
import { softcopyReads, type Softcopy } from './softcopy-reads.ts';
import '../visits/visit.css';

/** One softcopy: its titles, the scans it is made of, and how it reaches the visitor. */
export function SoftcopyPanel({ id }: { id: string }) {
  const { say } = useWords();
  const may = useMay();
  const query = useQuery(softcopyReads.one(id));
  const softcopy = query.data;
  const cancel = useAct(() => answer(api.softcopies[':id'].cancel.$post({ param: { id } })));
  return (
    <Drawer
      title={softcopy ? `${say(words.title)} ${softcopy.visitNumber}` : say(words.title)}
      lead={softcopy && say(words.states[softcopy.state])}
      closeLabel={say(frame.close)}
      onClose={() => (softcopy ? openPanel({ kind: 'visit', visitId: softcopy.visitId }) : closePanel())}
      actions={
        softcopy?.state === 'open' &&
        may('softcopies.make') && (
          <ActionButton busy={cancel.busy} onClick={() => cancel.run()}>
            {say(words.giveUp)}
          </ActionButton>
        )
      }
    >
      {softcopy ? (
        <div className="stack-wide">
          <Titles softcopy={softcopy} />
          {softcopy.state === 'open' && may('softcopies.make') && <ScansPart id={id} />}
          {softcopy.state === 'ready' && may('softcopies.make') && <DeliverPart softcopy={softcopy} />}
          {softcopy.state !== 'open' && <Deliveries softcopy={softcopy} />}
        </div>
      ) : (
        <PageState query={query} />
      )}
    </Drawer>
  );
}

function Titles({ softcopy }: { softcopy: Softcopy }) {
  const { say, number } = useWords();
  return (
    <section className="part">
      <ul className="lines">
        {softcopy.titles.map(one => (
          <li key={one.title} className="line">
            <span>
              <strong>{one.title}</strong>
              {one.pages && (
                <small className="soft">
                  {say(words.pages)} {one.pages}
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
      {softcopy.bytes !== null && softcopy.pages !== null && (
        <p className="numbers">
          {say(words.size, { pages: number(softcopy.pages), mb: number(megabytes(softcopy.bytes)) })}
        </p>
      )}
    </section>
  );
}

function Deliveries({ softcopy }: { softcopy: Softcopy }) {
  const { say } = useWords();
  return (
    <section className="part">
      <h3>{say(words.deliveries)}</h3>
      {softcopy.deliveries.length === 0 ? (
        <p className="soft">{say(words.noDeliveries)}</p>
      ) : (
        <ul className="lines">
          {softcopy.deliveries.map(one => (
            <li key={one.id} className="line">
              <span>
                <strong>{say(words.ways[one.way])}</strong>
                <DeliveryFacts delivery={one} />
              </span>
              <DeliveryTag state={one.state} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

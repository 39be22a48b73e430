import { GitBranch, History } from 'lucide-react';
import { proofWords as words } from '../../words/hq-proof.ts';
import { useWords } from '../../words.ts';
import { useMoments } from '../moments.ts';
import type { ProofAnswer } from '../queries.ts';

/** Each unbroken history of a database of the office, the oldest first, and how far it was received. */
export function Epochs({ streams, trial }: Pick<ProofAnswer, 'streams' | 'trial'>) {
  const { say, number } = useWords();
  const { moment } = useMoments();
  const placeOf = (epoch: string) => streams.findIndex(one => one.epoch === epoch) + 1;
  return (
    <section className="stack" aria-label={say(words.epochs)}>
      <div>
        <h2>{say(words.epochs)}</h2>
        <p className="soft proof-lead">{say(words.epochsLead)}</p>
      </div>
      {streams.length === 0 && <p>{say(words.nothingYet)}</p>}
      <ol className="epochs">
        {streams.map(({ epoch, reason, begunAt, cursor, archived, parent, parentNo }, at) => {
          const Icon = parent ? GitBranch : History;
          const known = words.epochReasons[reason];
          return (
            <li key={epoch}>
              <Icon size={20} aria-hidden />
              <div>
                <p className="finding-title">
                  {say(words.epoch, { n: at + 1 })} · {known ? say(known) : reason}
                </p>
                <p>
                  {say(words.begun, { at: moment(begunAt) })}.{' '}
                  {parent !== null &&
                    placeOf(parent) > 0 &&
                    say(words.branches, { n: placeOf(parent), no: number(parentNo ?? 0) })}{' '}
                  {say(trial ? words.receiptsTrial : words.receipts, {
                    cursor: number(cursor),
                    archived: number(archived),
                  })}
                </p>
                <p className="soft epoch-name">{epoch}</p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

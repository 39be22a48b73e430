import { kindWords, visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { clockText } from '../board/promise.ts';
import type { VisitDetail } from '../reads.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { Facts } from './Facts.tsx';

const entries = {
  kiosk: visitWords.entryKiosk,
  counter: visitWords.entryCounter,
  late: visitWords.entryLate,
};

export function VisitFacts({ visit }: { visit: VisitDetail }) {
  const { say, time, day } = useWords();
  const { choice } = useChoiceWords();
  const { men, women } = visit;
  const notice = visit.notice && say(visitWords[visit.notice.choice], { n: visit.notice.version ?? 0 });
  return (
    <section className="part">
      <h3>{say(visitWords.about)}</h3>
      <Facts
        facts={[
          [visitWords.signedAt, `${day(visit.submittedAt)}, ${time(visit.submittedAt)}`],
          [visitWords.waited, visit.waitedMs !== null && clockText(visit.waitedMs)],
          [visitWords.servedAt, visit.servedAt && time(visit.servedAt)],
          [visitWords.endedAt, visit.endedAt && time(visit.endedAt)],
          [visitWords.duration, visit.durationMs !== null && clockText(visit.durationMs)],
          [visitWords.leftReason, visit.leftReason && choice('leftReasons', visit.leftReason)],
          [visitWords.purpose, visit.purposeOther ?? choice('purposes', visit.purpose)],
          [
            visitWords.kind,
            visit.kind === 'group'
              ? say(visitWords.people, { n: men + women, men, women })
              : say(kindWords[visit.kind]),
          ],
          [
            visitWords.companion,
            visit.companion &&
              [visit.companion.name, choice('relations', visit.companion.relation)]
                .filter(Boolean)
                .join(' · '),
          ],
          [visitWords.language, say(visit.language === 'en' ? visitWords.english : visitWords.indonesian)],
          [visitWords.entry, say(entries[visit.entry])],
          [visitWords.entryReason, visit.entryReason],
          [visitWords.notice, notice],
          [visitWords.code, visit.code],
        ]}
      />
    </section>
  );
}

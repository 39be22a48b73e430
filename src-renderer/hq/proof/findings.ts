/** What a proof found, a sentence for each, the way a person would ask. */
import { proofWords as words, tableWordOf } from '../../words/hq-proof.ts';
import type { Words } from '../../words.ts';
import type { Moments } from '../moments.ts';
import type { ProofAnswer } from '../queries.ts';

/** `note`: nothing is wrong, but somebody should know; `attention`: somebody should do something. */
export type Tone = 'good' | 'note' | 'attention' | 'bad';

export interface Finding {
  key: string;
  tone: Tone;
  title: string;
  text: string;
}

type Proof = NonNullable<ProofAnswer['last']>['proof'];

/** The gravest of them. */
export function verdictOf(findings: Finding[]): Tone {
  for (const tone of ['bad', 'attention'] as const) if (findings.some(one => one.tone === tone)) return tone;
  return 'good';
}

const listed = (numbers: number[], { number }: Words) => numbers.slice(0, 8).map(number).join(', ');

export function findingsOf(proof: Proof, spoken: Words): Finding[] {
  return [
    ...batchFindings(proof, spoken),
    digestFinding(proof, spoken),
    journalFinding(proof, spoken),
    feedFinding(proof, spoken),
    ...filesFinding(proof, spoken),
  ];
}

const gone = ['missing', 'cursor'];

/** Whether the batches are all there, and whether each is as it was received. */
function batchFindings({ streams }: Proof, { say, number }: Words): Finding[] {
  const broken = streams.flatMap(one => one.broken ?? []);
  const tell = (faults: typeof broken) =>
    faults.map(({ no, why }) => say(words.brokenAt, { no: number(no), why: say(words.why[why]) })).join(' ');
  const lost = broken.filter(one => gone.includes(one.why));
  const changed = broken.filter(one => !gone.includes(one.why));
  return [
    lost.length > 0
      ? { key: 'complete', tone: 'bad', title: say(words.incomplete), text: tell(lost) }
      : { key: 'complete', tone: 'good', title: say(words.complete), text: say(words.completeText) },
    changed.length > 0
      ? { key: 'chain', tone: 'bad', title: say(words.chainBroken), text: tell(changed) }
      : { key: 'chain', tone: 'good', title: say(words.chain), text: say(words.chainText) },
  ];
}

function digestFinding({ tables }: Proof, { say, number }: Words): Finding {
  const wrong = tables.filter(one => one.wrong.length > 0);
  const key = 'digests';
  if (wrong.length > 0)
    return {
      key,
      tone: 'bad',
      title: say(words.digestsBad),
      text: say(words.digestsBadText, {
        n: number(wrong.reduce((sum, one) => sum + one.wrong.length, 0)),
        tables: wrong.map(one => say(tableWordOf(one.table))).join(', '),
      }),
    };
  const rows = number(tables.reduce((sum, one) => sum + one.rows, 0));
  return {
    key,
    tone: 'good',
    title: say(words.digests),
    text: say(words.digestsText, { rows, n: tables.length }),
  };
}

function journalFinding({ journal }: Proof, spoken: Words): Finding {
  const { say, number } = spoken;
  const key = 'journal';
  const { entries, last, missing, forks, broken } = journal;
  if (broken.length > 0)
    return {
      key,
      tone: 'bad',
      title: say(words.journalBroken),
      text: say(words.journalBrokenText, { list: listed(broken, spoken) }),
    };
  if (missing.length > 0)
    return {
      key,
      tone: 'attention',
      title: say(words.journalMissing),
      text: say(words.journalMissingText, { list: listed(missing, spoken) }),
    };
  const told = entries === 0 ? say(words.journalNone) : say(words.journalText, { n: number(last) });
  return {
    key,
    tone: 'good',
    title: say(words.journal),
    text: forks.length > 0 ? `${told} ${say(words.journalForks, { list: listed(forks, spoken) })}` : told,
  };
}

function feedFinding({ feed }: Proof, { say, number }: Words): Finding {
  const key = 'feed';
  return feed.brokenAt !== null
    ? {
        key,
        tone: 'bad',
        title: say(words.feedBroken),
        text: say(words.feedBrokenText, { n: number(feed.brokenAt) }),
      }
    : { key, tone: 'good', title: say(words.feed), text: say(words.feedText, { n: number(feed.pos) }) };
}

/** Of an office that has handed in files. */
function filesFinding({ files }: Proof, { say, number }: Words): Finding[] {
  const key = 'files';
  if (!files || files.whole + files.wrong.length === 0) return [];
  return files.wrong.length > 0
    ? [
        {
          key,
          tone: 'bad',
          title: say(words.filesBad),
          text: say(words.filesBadText, { n: number(files.wrong.length) }),
        },
      ]
    : [
        {
          key,
          tone: 'good',
          title: say(words.files),
          text: say(words.filesText, { n: number(files.whole) }),
        },
      ];
}

type Now = Pick<ProofAnswer, 'parked' | 'streams' | 'trial' | 'compared'>;

/** What holds now, whenever the proof was made. */
export function standingOf(
  { parked, streams, trial, compared }: Now,
  { say, number }: Words,
  moment: Moments['moment'],
): Finding[] {
  const { waiting, settled } = parked;
  return [
    waiting.length > 0
      ? {
          key: 'parked',
          tone: 'attention',
          title: say(words.parked, { n: number(waiting.length) }),
          text: say(words.parkedText),
        }
      : {
          key: 'parked',
          tone: 'good',
          title: say(words.repaired),
          text: settled > 0 ? say(words.repairedText, { n: number(settled) }) : say(words.repairedNone),
        },
    comparedFinding(compared, { say, number }, moment),
    archiveFinding({ streams, trial }, { say, number }),
  ];
}

/** What the stations themselves found when they last compared their rows with those here. */
function comparedFinding(
  compared: Now['compared'],
  { say, number }: Pick<Words, 'say' | 'number'>,
  moment: Moments['moment'],
): Finding {
  const key = 'compared';
  const told = compared.map(one => `${one.name}: ${moment(one.at)}`).join('; ');
  if (told === '')
    return { key, tone: 'note', title: say(words.comparedNever), text: say(words.comparedNeverText) };
  const tables = compared.reduce((sum, one) => sum + one.differing, 0);
  return tables > 0
    ? {
        key,
        tone: 'note',
        title: say(words.comparedDiffers),
        text: say(words.comparedDiffersText, { n: number(tables), told }),
      }
    : { key, tone: 'good', title: say(words.compared), text: say(words.comparedText, { told }) };
}

function archiveFinding(
  { streams, trial }: Pick<Now, 'streams' | 'trial'>,
  told: Pick<Words, 'say' | 'number'>,
): Finding {
  const { say, number } = told;
  const key = 'archived';
  if (trial)
    return { key, tone: 'note', title: say(words.archivedTrial), text: say(words.archivedTrialText) };
  const open = streams.reduce((sum, one) => sum + one.cursor - one.archived, 0);
  if (open > 0)
    return {
      key,
      tone: 'note',
      title: say(words.archivedPart),
      text: say(words.archivedPartText, { n: number(open) }),
    };
  const no = number(Math.max(0, ...streams.map(one => one.archived)));
  return { key, tone: 'good', title: say(words.archived), text: say(words.archivedText, { no }) };
}

import { useWords, type Sentence } from '../../words.ts';
import { hintWords, questionWords } from '../../words/kiosk-questions.ts';
import type { Steps } from '../frame/Progress.tsx';
import { useTurn } from '../session/turn.ts';
import { ChoiceQuestion } from './ChoiceQuestion.tsx';
import { ConsentQuestion } from './ConsentQuestion.tsx';
import { ContactQuestion } from './ContactQuestion.tsx';
import { CountsQuestion } from './CountsQuestion.tsx';
import type { Draft } from './draft.ts';
import { NoticeQuestion } from './NoticeQuestion.tsx';
import type { Asked } from './question-parts.ts';
import { kindOf, purposeOf, type Question, type Setting } from './rules.ts';
import { ServicesQuestion } from './ServicesQuestion.tsx';
import { SexQuestion } from './SexQuestion.tsx';
import { TextQuestion } from './TextQuestion.tsx';
import { WhoQuestion } from './WhoQuestion.tsx';

interface Props {
  question: Question;
  draft: Draft;
  setting: Setting;
  mend: string | null;
  steps: Steps;
  from: 'before' | 'after';
  onChange: (patch: Partial<Draft>) => void;
  /** Changes and goes on. */
  onAnswer: (patch?: Partial<Draft>) => void;
}

export function AskedQuestion({ question, draft, setting, onChange, onAnswer, ...page }: Props) {
  const { say } = useWords();
  const { office } = useTurn();
  const kind = kindOf(draft, setting);
  const asked = (title: Sentence, hint?: Sentence): Asked => ({
    ...page,
    id: question,
    title: say(title),
    hint: hint && say(hint),
  });
  const parts = { draft, onChange, onAnswer };
  const { lists } = office;

  switch (question) {
    case 'who':
      return <WhoQuestion asked={asked(questionWords.who)} {...parts} />;
    case 'notice':
      return <NoticeQuestion asked={asked(office.notice.body.title)} {...parts} kind={kind} />;
    case 'name': {
      const title = { group: questionWords.nameLeader, child: questionWords.nameChild };
      const asks = kind === 'group' || kind === 'child' ? title[kind] : questionWords.name;
      return <TextQuestion asked={asked(asks, hintWords.name)} layout="name" field="name" {...parts} />;
    }
    case 'sex':
      return <SexQuestion asked={asked(questionWords.sex)} {...parts} />;
    case 'birthYear': {
      const name = kind === 'child' ? 'birthYearChild' : 'birthYear';
      return (
        <TextQuestion
          asked={asked(questionWords[name], hintWords[name])}
          layout="year"
          field="birthYear"
          {...parts}
        />
      );
    }
    case 'companion':
      return (
        <TextQuestion
          asked={asked(questionWords.companion, hintWords.companion)}
          layout="name"
          field="companionName"
          {...parts}
        />
      );
    case 'relation':
      return (
        <ChoiceQuestion
          asked={asked(questionWords.relation)}
          options={lists.relations}
          field="companionRelation"
          {...parts}
        />
      );
    case 'counts':
      return <CountsQuestion asked={asked(questionWords.counts, hintWords.counts)} {...parts} />;
    case 'contact':
      return (
        <ContactQuestion
          asked={asked(
            questionWords.contact,
            setting.consents.length > 0 ? hintWords.contactUnlessAgreed : hintWords.contact,
          )}
          {...parts}
        />
      );
    case 'education':
      return (
        <ChoiceQuestion
          asked={asked(questionWords.education)}
          options={lists.education}
          field="education"
          {...parts}
        />
      );
    case 'occupation':
      return (
        <ChoiceQuestion
          asked={asked(questionWords.occupation)}
          options={lists.occupations}
          field="occupation"
          otherField="occupationOther"
          {...parts}
        />
      );
    case 'institutionCategory':
      return (
        <ChoiceQuestion
          asked={asked(questionWords.institutionCategory)}
          options={lists.institutions}
          field="institutionCategory"
          otherField="institutionCategoryOther"
          {...parts}
        />
      );
    case 'institution': {
      const asks = kind === 'group' ? questionWords.institutionGroup : questionWords.institution;
      return (
        <TextQuestion
          asked={asked(asks, hintWords.institution)}
          layout="text"
          field="institution"
          {...parts}
        />
      );
    }
    case 'purpose':
      return (
        <ChoiceQuestion
          asked={asked(questionWords.purpose)}
          options={lists.purposes}
          field="purpose"
          otherField="purposeOther"
          {...parts}
        />
      );
    case 'disability':
      return (
        <ChoiceQuestion
          asked={asked(questionWords.disability, hintWords.disability)}
          options={lists.disabilities}
          field="disability"
          maySkip
          {...parts}
        />
      );
    case 'consent-skd': {
      const purpose = purposeOf(question)!;
      const { title, text } = office.notice.body.consents!.find(one => one.purpose === purpose)!;
      return <ConsentQuestion asked={asked(title)} {...parts} purpose={purpose} text={say(text)} />;
    }
    case 'services':
      return <ServicesQuestion asked={asked(questionWords.services, hintWords.services)} {...parts} />;
  }
}

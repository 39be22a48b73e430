import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api.ts';
import { setupWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { LanguageSwitch } from '../../desk/LanguageSwitch.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { queryClient } from '../live-queries.ts';
import { reads } from '../reads.ts';
import { signIn } from '../session/session.ts';
import { useAct } from '../../desk/use-act.ts';
import { SetupSteps } from './SetupSteps.tsx';
import type { SetupForm } from './setup-form.ts';

const steps = ['office', 'head', 'places', 'printer'] as const;

/** The first start: four short screens with good defaults; then the head is signed in and the kiosk is live. */
export function SetupScreen() {
  const { say } = useWords();
  const setup = useQuery(reads.setup());
  const run = useAct(
    async ({ office, head, lockers, pockets, printer }: SetupForm) => {
      const { name, pin } = head;
      await answer(
        api.setup.$post({ json: { office, head: { name: name.trim(), pin }, lockers, pockets, printer } }),
      );
      await queryClient.refetchQueries(reads.office());
      const people = await answer(api.staff.names.$get());
      const me = people.find(one => one.name === name.trim());
      if (me) await signIn(me.id, pin);
    },
    { onFail: () => true },
  );
  return (
    <main className="setup-page">
      <header className="setup-top">
        <Mark size={44} />
        <strong>{say(words.title)}</strong>
        <LanguageSwitch />
      </header>
      {setup.data ? (
        <SetupSteps
          steps={steps}
          first={{
            office: setup.data.office,
            head: { name: '', pin: '', again: '' },
            lockers: 24,
            pockets: 24,
            printer: { kind: 'none' },
          }}
          busy={run.busy}
          finishWord="finish"
          onFinish={run.run}
          failure={<FailureLine failure={run.failure} />}
        />
      ) : (
        <PageState query={setup} />
      )}
    </main>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Info } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import { OfficeProfile } from '../../../src-main/profile/schema.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { frame } from '../../words/staff-frame.ts';
import { settingsWords as words } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { queryClient } from '../live-queries.ts';
import { reads } from '../reads.ts';
import { useMay } from '../session/session.ts';
import { makeStore } from '../../desk/store.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';

export interface ProfileFields {
  profile: OfficeProfile;
  set: (change: Partial<OfficeProfile>) => void;
  /** What is wrong with a field, by its path such as `office.email`. */
  errorOf: (path: string) => string | null;
  readOnly: boolean;
}

/** What was typed and not yet saved, kept while other pages are looked at. */
const draft = makeStore<{ version: number; profile: OfficeProfile } | null>(null);

export function profileSection(Fields: ComponentType<ProfileFields>): ComponentType {
  return function ProfileSection() {
    return <ProfileForm fields={Fields} />;
  };
}

function ProfileForm({ fields: Fields }: { fields: ComponentType<ProfileFields> }) {
  const { say } = useWords();
  const may = useMay();
  const query = useQuery(reads.profile());
  const typed = draft.use();
  const [tried, setTried] = useState(false);
  const put = async (profile: OfficeProfile) => {
    await answer(api.profile.$put({ json: profile }));
    await queryClient.refetchQueries(reads.profile());
  };
  const save = useAct(put, {
    onDone: () => {
      draft.set(null);
      setTried(false);
      toast('good', say(frame.saved));
    },
    onFail: () => true,
  });
  if (!query.data) return <PageState query={query} />;

  const profile = typed?.profile ?? query.data.profile;
  const readOnly = !may('profile.change');
  const checked = OfficeProfile.safeParse(profile);
  const wrong = checked.success ? [] : checked.error.issues.map(issue => issue.path.join('.'));
  const errorOf = (path: string) =>
    tried && wrong.some(one => one === path || one.startsWith(`${path}.`))
      ? say(words.invalid, { field: path.split('.').at(-1)! })
      : null;
  const overtaken = typed !== null && typed.version !== query.data.version;
  const set = (change: Partial<OfficeProfile>) =>
    draft.set({ version: typed?.version ?? query.data.version, profile: { ...profile, ...change } });

  return (
    <form
      className="stack-wide"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        setTried(true);
        if (checked.success) save.run(checked.data);
      }}
    >
      {readOnly && (
        <p className="note">
          <Info size={20} aria-hidden />
          {say(words.readOnly)}
        </p>
      )}
      <fieldset className="plain-set stack-wide" disabled={readOnly}>
        <Fields profile={profile} set={set} errorOf={errorOf} readOnly={readOnly} />
      </fieldset>
      {overtaken && <p className="note note-orange">{say(words.otherChanged)}</p>}
      <FailureLine failure={save.failure} />
      {tried && !checked.success && (
        <p className="note note-red">{say(words.invalid, { field: wrong.join(', ') })}</p>
      )}
      {!readOnly && (
        <div className="settings-save">
          <ActionButton
            type="submit"
            tone="primary"
            busy={save.busy}
            why={!typed ? say(words.unchanged) : null}
          >
            {say(words.saveAll)}
          </ActionButton>
          {typed && (
            <>
              <ActionButton onClick={() => draft.set(null)}>{say(words.reset)}</ActionButton>
              <span className="soft">{say(words.unsaved)}</span>
            </>
          )}
        </div>
      )}
    </form>
  );
}

import { useState } from 'react';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ChipChoice, ChipChoices } from '../../ui/ChipChoice.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { TextField } from '../../ui/Field.tsx';
import { frame } from '../../words/staff-frame.ts';
import { entryWords as words, fieldErrors, kindWords, visitWords } from '../../words/staff-visit.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { closePanel, openPanel } from '../panel.ts';
import { play } from '../sound.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { CompanionFields, GroupFields, PersonFields } from './EntryFields.tsx';
import { emptyEntry, entryOf, type EntryForm } from './entry-form.ts';
import { VisitorFinder } from './VisitorFinder.tsx';
import './visit.css';

/** The guestbook from the officer's side: for somebody who cannot use the kiosk, or afterwards with a reason. */
export function EntryPanel({ visitorId }: { visitorId?: string }) {
  const { say } = useWords();
  const { office } = useChoiceWords();
  const [form, setForm] = useState<EntryForm>(() => emptyEntry(visitorId));
  const set = (change: Partial<EntryForm>) => setForm(now => ({ ...now, ...change }));
  const services = form.services ?? (office?.services[0] ? [office.services[0].code] : []);

  const save = useAct(() => answer(api.visits.enter.$post({ json: entryOf({ ...form, services }) })), {
    onDone: visit => {
      play('accepted');
      toast('good', say(words.done, { number: visit.number }));
      openPanel({ kind: 'visit', visitId: visit.id });
    },
    onFail: () => true,
  });
  const wrong = new Set(
    ((save.failure?.details.fields ?? []) as { field: string }[]).map(one => one.field.split('.').at(-1)!),
  );
  const errorOf = (field: string) =>
    wrong.has(field) && fieldErrors[field] ? say(fieldErrors[field]) : null;
  const known = form.visitor !== null;

  return (
    <Drawer
      title={say(words.title)}
      lead={say(words.lead)}
      closeLabel={say(frame.close)}
      onClose={closePanel}
      actions={
        <>
          <ActionButton tone="primary" size="large" busy={save.busy} onClick={() => save.run()}>
            {say(words.save)}
          </ActionButton>
          <ActionButton size="large" onClick={closePanel}>
            {say(frame.cancel)}
          </ActionButton>
        </>
      }
    >
      <div className="stack" style={{ gap: 20 }}>
        <ChipChoice
          label={say(words.when)}
          options={[
            { value: 'now', label: say(words.now) },
            { value: 'late', label: say(words.earlier) },
          ]}
          value={form.late ? 'late' : 'now'}
          onPick={value => set({ late: value === 'late' })}
        />
        {form.late && (
          <>
            <TextField
              label={say(words.arrivedAt)}
              type="datetime-local"
              value={form.arrivedAt}
              error={errorOf('arrivedAt')}
              onText={arrivedAt => set({ arrivedAt })}
            />
            <TextField
              label={say(words.reason)}
              hint={say(words.reasonHint)}
              value={form.reason}
              maxLength={200}
              error={errorOf('reason')}
              onText={reason => set({ reason })}
            />
          </>
        )}
        <ChipChoice
          label={say(words.kind)}
          options={(['single', 'group', 'child', 'accompanied'] as const).map(value => ({
            value,
            label: say(kindWords[value]),
          }))}
          value={form.kind}
          onPick={kind => set({ kind })}
        />
        <VisitorFinder visitor={form.visitor} onVisitor={visitor => set({ visitor })} />
        {!known && <PersonFields form={form} set={set} errorOf={errorOf} />}
        {form.kind === 'group' && <GroupFields form={form} set={set} errorOf={errorOf} />}
        {(form.kind === 'child' || form.kind === 'accompanied') && (
          <CompanionFields form={form} set={set} errorOf={errorOf} />
        )}
        <ChipChoices
          label={say(words.services)}
          options={(office?.services ?? []).map(one => ({ value: one.code, label: say(one) }))}
          values={services}
          onPick={picked => set({ services: picked })}
        />
        {errorOf('services') && <p className="field-error">{errorOf('services')}</p>}
        <ChipChoice
          label={`${say(visitWords.purpose)} (${say(frame.optional)})`}
          options={(office?.lists.purposes ?? []).map(one => ({ value: one.code, label: say(one) }))}
          value={form.purpose}
          onPick={purpose => set({ purpose })}
        />
        <ChipChoice
          label={say(words.language)}
          options={[
            { value: 'id', label: say(visitWords.indonesian) },
            { value: 'en', label: say(visitWords.english) },
          ]}
          value={form.language}
          onPick={language => set({ language })}
        />
        <FailureLine failure={save.failure} />
      </div>
    </Drawer>
  );
}

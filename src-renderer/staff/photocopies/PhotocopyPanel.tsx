import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleDashed, Printer } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { readCode } from '../../../src-main/codes/rules.ts';
import { afterStep } from '../../../src-main/photocopies/rules.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { DeskDialog } from '../../ui/DeskDialog.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { frame } from '../../words/staff-frame.ts';
import { photocopyWords as words } from '../../words/staff-reading.ts';
import { useWords } from '../../words.ts';
import { SlipImage } from '../custody/SlipImage.tsx';
import { PageState } from '../../desk/PageState.tsx';
import { closePanel, openPanel } from '../panel.ts';
import { readingReads, type FormDetail } from '../reading/reading-reads.ts';
import { addScanTarget, echoScan } from '../scan/scan.ts';
import { useMay } from '../session/session.ts';
import { play } from '../sound.ts';
import { toast, toastFailure } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { FormState } from './PhotocopiesPage.tsx';
import '../reading/reading.css';
import '../custody/custody.css';

/**
 * One photocopy form. While it stands open a scanned copy leaves with it or comes back, and its slip or stub is
 * received. `code` is what was scanned to open it.
 */
export function PhotocopyPanel({ photocopyId, code }: { photocopyId: string; code?: string }) {
  const { say } = useWords();
  const query = useQuery(readingReads.form(photocopyId));
  const form = query.data;
  useFormScans(form, code);
  return (
    <Drawer
      title={<span className="numbers">{form?.number ?? say(words.make)}</span>}
      lead={form && <FormState form={form} />}
      closeLabel={say(frame.close)}
      onClose={closePanel}
      actions={form && <FormActs form={form} />}
    >
      {form ? (
        <div className="stack-wide">
          <p className="note">{say(words.next[form.state])}</p>
          <Titles form={form} />
          <FormSlip form={form} />
        </div>
      ) : (
        <PageState query={query} />
      )}
    </Drawer>
  );
}

/** Copies and the stub, as they are scanned; each scan is one step at the station. */
function useFormScans(form: FormDetail | undefined, first: string | undefined): void {
  const { say } = useWords();
  const may = useMay();
  /** Scanned before the form had come: held, not lost. */
  const early = useRef<string[]>(first ? [first] : []);

  const done = (text: string) => {
    play('accepted');
    echoScan('good', text);
  };
  const refused = (error: unknown) => {
    play('wrong');
    toastFailure(error);
  };
  const copyScanned = (open: FormDetail, code: string) => {
    const out = open.titles.find(title => title.copy?.code === code && title.copy.ending === null);
    const param = { id: open.id };
    const steps = api.photocopies[':id'];
    const act = out
      ? steps.back.$post({ param, json: { code } })
      : steps.out.$post({ param, json: { code } });
    const text = out ? words.backDone : words.outDone;
    answer(act).then(() => done(say(text, { title: out?.title ?? code, number: open.number })), refused);
  };
  const stubScanned = (open: FormDetail) => {
    if (!afterStep(open.state, 'stub')) return done(say(words.states[open.state]));
    answer(api.photocopies[':id'].stub.$post({ param: { id: open.id } })).then(
      () => done(say(words.stubDone, { number: open.number })),
      refused,
    );
  };

  const onScan = useEffectEvent((typed: string) => {
    const read = readCode(typed);
    if (!may('photocopies.handle')) return false;
    if (!form) return read.kind === 'copy' && early.current.push(read.code) > 0;
    if (read.kind === 'copy') copyScanned(form, read.code);
    else if (read.kind === 'slip' && read.code === form.slip?.code) stubScanned(form);
    else return false;
    return true;
  });
  useEffect(() => addScanTarget(typed => onScan(typed)), []);
  const ready = form !== undefined;
  useEffect(() => {
    if (ready) for (const typed of early.current.splice(0)) onScan(typed);
  }, [ready]);
}

function Titles({ form }: { form: FormDetail }) {
  const { say, clock } = useWords();
  const sides = say(form.duplex ? words.duplex : words.simplex);
  return (
    <section className="part">
      <h3>{say(words.what)}</h3>
      <p>
        <strong className="numbers">
          {[say(words.sets, { n: form.copies }), form.paper.toUpperCase(), sides].join(', ')}
        </strong>{' '}
        · {say(words.sheetsN, { n: form.sheets })}
      </p>
      <ul className="scan-lines" aria-live="polite">
        {form.titles.map(title => (
          <ScanLine
            key={title.publicationId}
            there={title.copy !== null && title.copy.ending === 'shelf'}
            title={title.title}
            lines={[
              say(words.pages, { pages: title.pages, n: title.pageCount }),
              title.copy
                ? `${title.copy.code} · ${say(
                    title.copy.ending === null
                      ? words.isOut
                      : title.copy.ending === 'lost'
                        ? words.isLost
                        : words.isBack,
                  )}`
                : say(words.notTaken),
            ]}
          />
        ))}
        <ScanLine
          there={form.copiedAt !== null}
          title={say(words.stub)}
          lines={[
            form.copiedAt
              ? say(form.copiedBy === 'phone' ? words.stubPhone : words.stubThere, {
                  time: clock(form.copiedAt),
                })
              : say(words.stubNone),
          ]}
        />
      </ul>
      <p className="soft numbers">
        {say(form.atKiosk ? words.atKiosk : words.atCounter)} {clock(form.requestedAt)} · {form.visitNumber}
      </p>
    </section>
  );
}

function ScanLine({ there, title, lines }: { there: boolean; title: string; lines: string[] }) {
  const Icon = there ? CircleCheck : CircleDashed;
  return (
    <li className={`scan-line scan-line-${there ? 'matches' : 'missing'}`}>
      <Icon size={28} aria-hidden />
      <span>
        <strong>{title}</strong>
        {lines.map(line => (
          <small key={line} className="numbers">
            {line}
          </small>
        ))}
      </span>
    </li>
  );
}

function FormSlip({ form }: { form: FormDetail }) {
  const { say } = useWords();
  const may = useMay();
  const { office } = useChoiceWords();
  const [seen, setSeen] = useState(false);
  const again = useAct((id: string) => answer(api.slips[':id'].again.$post({ param: { id } })), {
    onDone: () => toast('good', say(words.printing)),
  });
  const { slip } = form;
  if (!slip) return null;
  return (
    <>
      <div className="row">
        <ActionButton size="small" onClick={() => setSeen(!seen)}>
          {say(words.see)}
        </ActionButton>
        {office?.printer && may('prints.again') && (
          <ActionButton size="small" icon={Printer} busy={again.busy} onClick={() => again.run(slip.id)}>
            {say(words.print)}
          </ActionButton>
        )}
      </div>
      {seen && <SlipImage slipId={slip.id} code={slip.code} />}
    </>
  );
}

function FormActs({ form }: { form: FormDetail }) {
  const { say } = useWords();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const param = { id: form.id };
  const cancel = useAct(() => answer(api.photocopies[':id'].cancel.$post({ param })), {
    onDone: () => toast('good', say(words.cancelled, { number: form.number })),
  });
  const close = useAct(() => answer(api.photocopies[':id'].close.$post({ param })), {
    onDone: () => toast('good', say(words.closed, { number: form.number })),
  });
  const lose = useAct(() => answer(api.photocopies[':id'].lose.$post({ param })), {
    onDone: () => setAsking(false),
  });
  const why = !may('photocopies.handle') && say(frame.notForRole);
  return (
    <>
      {afterStep(form.state, 'no-stub') && (
        <ActionButton tone="primary" why={why} busy={close.busy} onClick={() => close.run()}>
          {say(words.close)}
        </ActionButton>
      )}
      {afterStep(form.state, 'cancel') && (
        <ActionButton why={why} busy={cancel.busy} onClick={() => cancel.run()}>
          {say(words.cancel)}
        </ActionButton>
      )}
      {afterStep(form.state, 'lose') && (
        <ActionButton why={!may('photocopies.lose') && say(frame.notForRole)} onClick={() => setAsking(true)}>
          {say(words.lose)}
        </ActionButton>
      )}
      <ActionButton onClick={() => openPanel({ kind: 'visit', visitId: form.visitId })}>
        {say(words.visitOpen)}
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

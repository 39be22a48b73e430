/** The co-op's phone: the stub's QR opens one form once, without a name in it. */
import type { Db } from '../database/open.ts';
import type { Tx } from '../database/write.ts';
import { slipByCode } from '../devices/store.ts';
import { problem } from '../problem.ts';
import { afterStep } from './rules.ts';
import { readPhotocopy } from './list-store.ts';
import { takeStub } from './store.ts';

/** @throws problem.photocopies.tokenUsed unless this very form still waits for its copies to be made. */
async function formOfToken(db: Db, code: string, token: string) {
  const slip = await slipByCode(db, code.toUpperCase());
  const form = slip?.photocopyId
    ? await db.selectFrom('photocopy').selectAll().where('id', '=', slip.photocopyId).executeTakeFirst()
    : undefined;
  if (!form?.token || form.token !== token.toUpperCase()) throw problem.photocopies.tokenUsed();
  return form;
}

export async function phoneView(db: Db, code: string, token: string) {
  const form = await formOfToken(db, code, token);
  const { number, titles, copies, paper, duplex, sheets } = await readPhotocopy(db, form.id);
  return {
    number,
    titles: titles.map(({ title, pages, pageCount }) => ({ title, pages, pageCount })),
    copies,
    paper,
    duplex,
    sheets,
    /** False before the publication has left the office. */
    ready: afterStep(form.state, 'stub') !== null,
  };
}

export async function takeStubByPhone(tx: Tx, code: string, token: string): Promise<void> {
  const form = await formOfToken(tx, code, token);
  await takeStub(tx, form.id, 'phone');
}

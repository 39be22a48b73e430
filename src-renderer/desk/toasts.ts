/** Short messages of this window. */
import { Failure } from '../api.ts';
import type { Toast } from '../ui/Toaster.tsx';
import { wordsOf } from '../words.ts';
import { language } from './language.ts';
import { makeStore } from './store.ts';

export const toasts = makeStore<Toast[]>([]);
const stayMs = { good: 5_000, wrong: 9_000 };
let count = 0;

export function dismissToast(id: number): void {
  toasts.set(now => now.filter(toast => toast.id !== id));
}

export function toast(tone: Toast['tone'], text: string, extra: Pick<Toast, 'code' | 'action'> = {}): void {
  const id = ++count;
  toasts.set(now => [...now.slice(-2), { id, tone, text, ...extra }]);
  setTimeout(() => dismissToast(id), extra.action ? 10_000 : stayMs[tone]);
}

/** What happened and what to do, in the words of who refused. */
export function toastFailure(error: unknown): void {
  const { say } = wordsOf(language.get());
  if (error instanceof Failure) toast('wrong', say(error.sentence), { code: error.code });
  else throw error;
}

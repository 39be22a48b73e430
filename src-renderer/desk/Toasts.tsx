import { Toaster } from '../ui/Toaster.tsx';
import { desk } from '../words/desk.ts';
import { useWords } from '../words.ts';
import { dismissToast, toasts } from './toasts.ts';

export function Toasts() {
  const { say } = useWords();
  return <Toaster toasts={toasts.use()} onDismiss={dismissToast} closeLabel={say(desk.close)} />;
}

import { Copy } from 'lucide-react';
import { toast } from '../desk/toasts.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { hqFrame as words } from '../words/hq-frame.ts';
import { useWords } from '../words.ts';

/** Not there on a page without TLS, where browsers give nobody the clipboard. */
const clipboard = navigator.clipboard as Clipboard | undefined;

export function CopyButton({ text }: { text: string }) {
  const { say } = useWords();
  if (!clipboard) return null;
  const copy = async () => {
    await clipboard.writeText(text);
    toast('good', say(words.copied));
  };
  return (
    <ActionButton icon={Copy} onClick={() => void copy()}>
      {say(words.copy)}
    </ActionButton>
  );
}

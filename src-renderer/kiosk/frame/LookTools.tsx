import { ALargeSmall, ArrowDownToLine, Contrast } from 'lucide-react';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { frameWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import { useTurn, type Look } from '../session/turn.ts';

const tools = [
  { key: 'large', words: frameWords.largeText, icon: ALargeSmall },
  { key: 'contrast', words: frameWords.contrast, icon: Contrast },
  { key: 'low', words: frameWords.lowReach, icon: ArrowDownToLine },
] as const satisfies { key: keyof Look; words: unknown; icon: unknown }[];

/** Large text, high contrast, low reach. At the foot of the screen, where somebody who sits can reach them. */
export function LookTools() {
  const { say } = useWords();
  const { look, setLook } = useTurn();
  return (
    <div className="k-tools" role="group" aria-label={say(frameWords.view)}>
      {tools.map(({ key, words, icon }) => (
        <TouchButton
          key={key}
          icon={icon}
          aria-pressed={look[key]}
          onClick={() => setLook({ ...look, [key]: !look[key] })}
        >
          {say(words)}
        </TouchButton>
      ))}
    </div>
  );
}

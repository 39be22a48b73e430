import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './touch.css';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: 'main' | 'line' | 'plain' | 'help';
  icon?: LucideIcon;
  /** An icon that points onwards stands after the word. */
  iconAfter?: LucideIcon;
  children: ReactNode;
}

/** A button for a finger: a verb, with an icon beside it. */
export function TouchButton({ tone = 'line', icon: Icon, iconAfter: After, children, ...rest }: Props) {
  return (
    <button type="button" {...rest} className={`t-button ${rest.className ?? ''}`} data-tone={tone}>
      {Icon && <Icon aria-hidden />}
      <span>{children}</span>
      {After && <After aria-hidden />}
    </button>
  );
}

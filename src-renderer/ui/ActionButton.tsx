import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import './action-button.css';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  tone?: 'primary' | 'plain' | 'quiet' | 'danger' | 'good';
  size?: 'small' | 'normal' | 'large';
  icon?: LucideIcon;
  /** Why it cannot be pressed now: the button stays in reach, says so, and does nothing. */
  why?: string | null | false;
  busy?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button of a desk screen: an icon and a verb; when it cannot be pressed it tells the reason. */
export function ActionButton({
  tone = 'plain',
  size = 'normal',
  icon: Icon,
  why,
  busy,
  children,
  className = '',
  onClick,
  ...rest
}: Props) {
  const off = Boolean(why) || busy;
  return (
    <button
      type="button"
      {...rest}
      className={`act act-${tone} act-${size} ${className}`}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      title={why || rest.title}
      onClick={event => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {Icon && <Icon size={size === 'small' ? 16 : 18} aria-hidden />}
      <span>{children}</span>
    </button>
  );
}

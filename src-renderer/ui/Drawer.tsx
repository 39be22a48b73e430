import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import './drawer.css';

interface Props {
  title: ReactNode;
  /** A line under the title. */
  lead?: ReactNode;
  closeLabel: string;
  onClose: () => void;
  /** Stays in sight at the bottom: what can be done. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A panel at the right that leaves the page beside it visible and usable. Escape closes it. */
export function Drawer({ title, lead, closeLabel, onClose, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]'))
      onClose();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <aside className="drawer" aria-labelledby="drawer-title">
      <header className="drawer-head">
        <div>
          <h2 id="drawer-title" ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {lead && <p className="drawer-lead">{lead}</p>}
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label={closeLabel}
          title={closeLabel}
          onClick={onClose}
        >
          <X size={20} aria-hidden />
        </button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- The keyboard scrolls it, with nothing to press inside, too. */}
      <div className="drawer-body" tabIndex={0}>
        {children}
      </div>
      {actions && <footer className="drawer-actions">{actions}</footer>}
    </aside>
  );
}

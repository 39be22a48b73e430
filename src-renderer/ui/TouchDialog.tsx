import { useEffect, useId, useRef, type ReactNode } from 'react';
import './touch.css';

interface Props {
  title: string;
  children?: ReactNode;
  /** Buttons; the dialog is closed by taking it out of the tree. */
  actions: ReactNode;
  /** Escape was pressed. Without it the dialog must be answered. */
  onEscape?: () => void;
  role?: 'dialog' | 'alertdialog';
}

/** A native modal dialog: everything behind it is out of reach until it is answered. */
export function TouchDialog({ title, children, actions, onEscape, role = 'dialog' }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      role={role}
      className="t-dialog"
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        onEscape?.();
      }}
    >
      <h2 id={id} className="t-dialog-title" tabIndex={-1}>
        {title}
      </h2>
      {children}
      <div className="t-dialog-actions">{actions}</div>
    </dialog>
  );
}

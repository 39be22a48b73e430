import { useEffect, useId, useRef, type ReactNode } from 'react';
import './desk-dialog.css';

interface Props {
  title: string;
  children?: ReactNode;
  actions: ReactNode;
  onClose: () => void;
}

/** A small question over the page; Escape closes it, and what lies behind is out of reach meanwhile. */
export function DeskDialog({ title, children, actions, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="desk-dialog"
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={event => event.stopPropagation()}
    >
      <h2 id={id}>{title}</h2>
      <div className="desk-dialog-body">{children}</div>
      <div className="desk-dialog-actions">{actions}</div>
    </dialog>
  );
}

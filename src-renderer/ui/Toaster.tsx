import { CircleAlert, CircleCheck, X } from 'lucide-react';
import './toaster.css';

export interface Toast {
  id: number;
  tone: 'good' | 'wrong';
  text: string;
  /** A short code for whoever is asked for help. */
  code?: string;
  action?: { label: string; run: () => void };
}

/** Short messages at the lower left; each is read out, and leaves by itself or when dismissed. */
export function Toaster({
  toasts,
  onDismiss,
  closeLabel,
}: {
  toasts: Toast[];
  onDismiss: (id: number) => void;
  closeLabel: string;
}) {
  return (
    <div className="toaster" role="status" aria-live="polite">
      {toasts.map(({ id, tone, text, code, action }) => (
        <div key={id} className={`toast toast-${tone}`}>
          {tone === 'good' ? <CircleCheck size={20} aria-hidden /> : <CircleAlert size={20} aria-hidden />}
          <p>
            {text}
            {code && <code>{code}</code>}
          </p>
          {action && (
            <button type="button" className="toast-action" onClick={action.run}>
              {action.label}
            </button>
          )}
          <button type="button" className="toast-close" aria-label={closeLabel} onClick={() => onDismiss(id)}>
            <X size={16} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  );
}

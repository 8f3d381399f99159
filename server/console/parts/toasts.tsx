/** Short answers to what was just done, with the way back. They wait while somebody reads or reaches for them. */
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../language/language-context.ts';
import styles from '../style/toast.module.css';
import { useShortcuts } from './shortcuts.tsx';

export interface Toast {
  title: string;
  detail?: string | undefined;
  /** Offered once. */
  undo?: (() => void) | undefined;
}

const STAY_MS = 15_000;
const MOST = 3;

const ToastContext = createContext<(toast: Toast) => void>(() => {});
/** Show a toast. */
export const useToast = () => use(ToastContext);

export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<(Toast & { id: number })[]>([]);
  const nextId = useRef(0);
  const show = useCallback((toast: Toast) => {
    nextId.current += 1;
    const id = nextId.current;
    setToasts((before) => [...before.slice(1 - MOST), { ...toast, id }]);
  }, []);
  const dismiss = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), []);
  const undoLast = useMemo(() => {
    const last = toasts.findLast(({ undo }) => undo !== undefined);
    if (last === undefined) return undefined;
    return () => {
      dismiss(last.id);
      last.undo?.();
    };
  }, [toasts, dismiss]);
  useShortcuts({ z: () => undoLast?.() });
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.toasts} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <ToastView key={toast.id} toast={toast} dismiss={() => dismiss(toast.id)} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastView({ toast: { title, detail, undo }, dismiss }: { toast: Toast; dismiss: () => void }) {
  const { text } = useText();
  const [isRead, setRead] = useState(false);
  const end = useRef(dismiss);
  end.current = dismiss;
  useEffect(() => {
    if (isRead) return;
    const timer = setTimeout(() => end.current(), STAY_MS);
    return () => clearTimeout(timer);
  }, [isRead]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      aria-label={title}
      className={styles.toast}
      onPointerEnter={() => setRead(true)}
      onPointerLeave={() => setRead(false)}
      onFocus={() => setRead(true)}
      onBlur={() => setRead(false)}
    >
      <div>
        <p>{title}</p>
        {detail !== undefined && <p>{detail}</p>}
      </div>
      {undo !== undefined && (
        <button
          type="button"
          onClick={() => {
            dismiss();
            undo();
          }}
        >
          {text.changes.undo}
        </button>
      )}
      <button type="button" onClick={dismiss} aria-label={text.changes.dismiss}>
        ✕
      </button>
    </div>
  );
}

import { type ReactNode, useEffect, useId, useRef } from 'react';
import style from './dialog.module.css';

interface DialogProps {
  title: string;
  /** Absent: it cannot be closed by Esc; something must be answered first. */
  onClose?: () => void;
  /** A sheet stands at the side, from top to bottom. */
  width?: 'narrow' | 'wide' | 'sheet';
  /** The title is for screen readers only. A part marked `data-first` takes the focus, otherwise the first that can. */
  bare?: boolean;
  children: ReactNode;
}

/** A modal window on the browser's own `<dialog>`: focus is kept inside and given back on closing. */
export function Dialog({ title, onClose, width = 'narrow', bare = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>('[data-first]')?.focus();
    }
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={style.dialog}
      data-width={width}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose?.();
      }}
    >
      <div className={bare ? style.bare : style.body}>
        <h2 id={heading} className={bare ? style.hidden : style.title}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}

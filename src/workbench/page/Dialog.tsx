/** A question or a message over the page, on the browser's own modal dialog (focus trap, Escape, backdrop). */
import { useEffect, useId, useRef, type ReactNode } from "react";

interface DialogProps {
  title: string;
  children: ReactNode;
  /** The safe answer comes first and takes Escape. */
  dismiss: { label: string; act(): void };
  confirm?: { label: string; act(): void };
}

export function Dialog({ title, children, dismiss, confirm }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        dismiss.act();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      <div className="dialog-text">{children}</div>
      <div className="dialog-actions">
        <button
          type="button"
          className={confirm === undefined ? "primary" : ""}
          onClick={dismiss.act}
        >
          {dismiss.label}
        </button>
        {confirm !== undefined && (
          <button type="button" className="primary" onClick={confirm.act}>
            {confirm.label}
          </button>
        )}
      </div>
    </dialog>
  );
}

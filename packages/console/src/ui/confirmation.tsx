import { type ReactNode, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import style from './form.module.css';
import { ProblemNote } from './problem.tsx';

interface ConfirmationProps {
  title: string;
  /** What will be the case afterwards, in one or two sentences. */
  consequence: ReactNode;
  /** Beneath it: exactly what is at stake. */
  children?: ReactNode;
  /** The button's verb. */
  verb: string;
  /** The words for leaving things as they are, where "Cancel" could be taken for the act itself. */
  keep?: string;
  grave?: boolean;
  act: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before what cannot be undone, and names the consequence. */
export function Confirmation({
  title,
  consequence,
  children,
  verb,
  keep,
  grave = true,
  act,
  onClose,
}: ConfirmationProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  async function confirm() {
    setBusy(true);
    setFailure(null);
    try {
      await act();
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{consequence}</p>
      {children}
      {failure !== null && <ProblemNote error={failure} />}
      <div className={style.buttons}>
        <Button weight={grave ? 'grave' : 'main'} busy={busy} onClick={confirm}>
          {verb}
        </Button>
        <Button weight="quiet" onClick={onClose}>
          {keep ?? <FormattedMessage id="ui.cancel" />}
        </Button>
      </div>
    </Dialog>
  );
}

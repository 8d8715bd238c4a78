import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import form from '../../../ui/form.module.css';
import { ProblemNote } from '../../../ui/problem.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';

interface PasskeyDialogProps {
  title: 'passkeys.add' | 'passkeys.relabel';
  verb: 'passkeys.make' | 'passkeys.relabel';
  /** The label until now; a new passkey has none. */
  label?: string;
  save: (label: string) => Promise<void>;
  onClose: () => void;
}

/** What a passkey is called: for a new one, what to have at hand is said first. */
export function PasskeyDialog({ title, verb, label = '', save, onClose }: PasskeyDialogProps) {
  const intl = useIntl();
  const [typed, setTyped] = useState(label);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setMissing(!typed.trim());
    if (!typed.trim()) return focusWrongField(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      await save(typed.trim());
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  return (
    <Dialog title={intl.formatMessage({ id: title })} onClose={onClose}>
      <form className={form.form} onSubmit={submit} noValidate>
        {failure !== null && <ProblemNote error={failure} />}
        {verb === 'passkeys.make' && (
          <p>
            <FormattedMessage id="passkeys.add.lead" />
          </p>
        )}
        <TextField
          label={intl.formatMessage({ id: 'passkeys.label' })}
          hint={intl.formatMessage({ id: 'passkeys.label.hint' })}
          value={typed}
          maxLength={60}
          autoComplete="off"
          data-first
          error={missing && intl.formatMessage({ id: 'passkeys.label.missing' })}
          onChange={(event) => {
            setMissing(false);
            setTyped(event.currentTarget.value);
          }}
        />
        <div className={form.buttons}>
          <Button type="submit" weight="main" busy={busy}>
            <FormattedMessage id={verb} />
          </Button>
          <Button weight="quiet" onClick={onClose}>
            <FormattedMessage id="ui.cancel" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

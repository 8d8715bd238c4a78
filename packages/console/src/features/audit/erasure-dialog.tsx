import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { erasePart, recordQuery } from '../../api/audit.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongField, TextField } from '../../ui/field.tsx';
import style from '../../ui/form.module.css';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { focusWrongField } from '../../ui/wrong-field.ts';

interface ErasureDialogProps {
  record: string;
  part: string;
  onErased: () => void;
  onClose: () => void;
}

const SHORTEST = 3;

/** Erases a text on somebody's authority, for a reason; both stand in the log for good. */
export function ErasureDialog({ record, part, onErased, onClose }: ErasureDialogProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const [authority, setAuthority] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const short = (text: string) => tried && text.trim().length < SHORTEST && intl.formatMessage({ id: 'erase.short' });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (authority.trim().length < SHORTEST || reason.trim().length < SHORTEST) {
      return focusWrongField(event.currentTarget);
    }
    setBusy(true);
    setFailure(null);
    try {
      const view = await erasePart(record, part, { authority: authority.trim(), reason: reason.trim() });
      client.setQueryData(recordQuery(record).queryKey, view);
      await client.invalidateQueries({ queryKey: ['audit', 'records'] });
      onErased();
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  return (
    <Dialog title={intl.formatMessage({ id: 'erase.title' }, { part })} width="wide" onClose={onClose}>
      <form className={style.form} onSubmit={submit} noValidate>
        {failure !== null && <ProblemNote error={failure} />}
        <TextField
          label={intl.formatMessage({ id: 'erase.authority' })}
          hint={intl.formatMessage({ id: 'erase.authority.hint' })}
          value={authority}
          maxLength={300}
          error={short(authority)}
          onChange={(event) => setAuthority(event.currentTarget.value)}
        />
        <LongField
          label={intl.formatMessage({ id: 'erase.reason' })}
          hint={intl.formatMessage({ id: 'erase.reason.hint' })}
          value={reason}
          rows={3}
          maxLength={1000}
          error={short(reason)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Note tone="grave">
          <FormattedMessage id="erase.consequence" />
        </Note>
        <div className={style.buttons}>
          <Button type="submit" weight="grave" busy={busy}>
            <FormattedMessage id="erase.act" />
          </Button>
          <Button weight="quiet" onClick={onClose}>
            <FormattedMessage id="ui.cancel" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type AlertFilter, filtersQuery, saveFilter } from '../../../api/alerts/list.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import style from '../../../ui/form.module.css';
import { ProblemNote } from '../../../ui/problem.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { toSaved } from './query.ts';

interface SaveFilterDialogProps {
  filter: AlertFilter;
  /** Names in use: one of them is replaced. */
  taken: string[];
  onClose: () => void;
}

const LONGEST = 60;

export function SaveFilterDialog({ filter, taken, onClose }: SaveFilterDialogProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const known = taken.includes(name.trim());

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '') return focusWrongField(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      await saveFilter(toSaved(name.trim(), filter));
      await client.invalidateQueries(filtersQuery);
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  return (
    <Dialog title={intl.formatMessage({ id: 'alerts.save.title' })} onClose={onClose}>
      <form className={style.form} onSubmit={submit} noValidate>
        {failure !== null && <ProblemNote error={failure} />}
        <TextField
          data-first
          label={intl.formatMessage({ id: 'alerts.save.name' })}
          hint={intl.formatMessage({ id: 'alerts.save.hint' })}
          value={name}
          maxLength={LONGEST}
          autoComplete="off"
          error={missing && intl.formatMessage({ id: 'alerts.save.missing' })}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={style.buttons}>
          <Button type="submit" weight="main" busy={busy}>
            <FormattedMessage id={known ? 'alerts.save.replace' : 'alerts.save.act'} />
          </Button>
          <Button weight="quiet" onClick={onClose}>
            <FormattedMessage id="ui.cancel" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
